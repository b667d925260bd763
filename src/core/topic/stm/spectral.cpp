// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/spectral.h"

#include "base/error.h"
#include "base/parallel.h"
#include "topic/model.h"
#include "topic/stm/gram.h"
#include "topic/stm/kernel.h"
#include "topic/stm/quads.h"
#include "topic/stm/recover.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 16; // terms or documents
constexpr double kNoise = 0.001;
constexpr double kNothing = 1e-10; // of a row's squared length left

// The search of Arora et al. (2013) on rows that are made when needed.
class Anchors {
public:
  Anchors(const Gram &gram, std::size_t topics, std::size_t threads,
          PacedMonitor &pace)
      : gram_(gram), k_(topics), threads_(threads), terms_(gram.term.size()),
        pace_(pace) {}

  // The squared lengths of the rows of Q, scaled to sum to 1.
  void lengths(Spectral &out) {
    length_.resize(terms_);
    std::vector<double> largest(block_count(terms_, kBlock), 0.0);
    for_blocks(terms_, kBlock, threads_, pace_, [&](const Block &b) {
      std::vector<double> row(padded(terms_));
      for (std::size_t i = b.begin; i < b.end; ++i) {
        gram_row(gram_, i, row.data());
        const double scale = 1.0 / gram_.row_sum[i];
        length_[i] =
            dot_all(row.data(), row.data(), row.size()) * scale * scale;
        largest[b.index] =
            std::max(largest[b.index],
                     *std::max_element(row.begin(), row.end()) * scale);
      }
    });
    for (const double x : length_)
      out.squares += x;
    out.largest = *std::max_element(largest.begin(), largest.end());
    pace_.report(++done_);
  }

  // The anchors, numbers of kept terms; their rows stay in `rows_`.
  std::vector<std::size_t> find() {
    const std::size_t width = padded(terms_);
    std::vector<double> left = length_;
    std::vector<std::size_t> anchors;
    std::vector<std::vector<double>> basis;
    std::vector<double> along(gram_.documents.size());
    while (anchors.size() < k_) {
      const auto at = static_cast<std::size_t>(
          std::max_element(left.begin(), left.end()) - left.begin());
      if (!(left[at] > kNothing * length_[at]))
        throw input_error("The counts have only " +
                          std::to_string(anchors.size()) +
                          " anchor words, fewer than the " +
                          std::to_string(k_) + " topics asked for.");
      anchors.push_back(at);
      std::vector<double> row(width);
      gram_row(gram_, at, row.data());
      for (double &x : row)
        x /= gram_.row_sum[at];
      rows_.push_back(row);
      for (const std::vector<double> &b : basis)
        add_scaled(b.data(), -dot_all(row.data(), b.data(), width), width,
                   row.data());
      const double norm = std::sqrt(dot_all(row.data(), row.data(), width));
      for (double &x : row)
        x /= norm;
      subtract(row, along, left);
      for (const std::size_t a : anchors)
        left[a] = 0.0;
      basis.push_back(std::move(row));
    }
    pace_.report(++done_);
    return anchors;
  }

  // By kept term its weights on the first `topics` anchors, topics x terms in
  // blocks of kRecovered terms.
  std::vector<double> weights(const std::vector<std::size_t> &anchors,
                              std::size_t topics) {
    k_ = topics;
    const std::size_t width = padded(k_);
    std::vector<double> gram(k_ * k_);
    for (std::size_t a = 0; a < k_; ++a)
      for (std::size_t b = 0; b < k_; ++b)
        gram[a * k_ + b] =
            dot_all(rows_[a].data(), rows_[b].data(), rows_[a].size());
    const std::vector<double> cross = cross_products(width);
    std::vector<double> out(block_count(terms_, kRecovered) * kRecovered * k_);
    for_blocks(terms_, kRecovered, threads_, pace_, [&](const Block &b) {
      std::vector<double> y(k_ * kRecovered, 0.0);
      for (std::size_t i = b.begin; i < b.end; ++i)
        for (std::size_t k = 0; k < k_; ++k)
          y[k * kRecovered + (i - b.begin)] = cross[i * width + k];
      recover(gram.data(), k_, y.data(), out.data() + b.begin * k_);
    });
    for (std::size_t k = 0; k < k_; ++k) {
      const std::size_t i = anchors[k];
      const std::size_t first = i / kRecovered * kRecovered;
      for (std::size_t l = 0; l < k_; ++l)
        out[first * k_ + l * kRecovered + (i - first)] = l == k ? 1.0 : 0.0;
    }
    pace_.report(++done_);
    return out;
  }

private:
  // What the direction takes away of every row's squared length.
  void subtract(const std::vector<double> &direction,
                std::vector<double> &along, std::vector<double> &left) {
    const Documents &documents = gram_.documents;
    for_blocks(documents.size(), kBlock, threads_, pace_, [&](const Block &b) {
      for (std::size_t d = b.begin; d < b.end; ++d) {
        double sum = 0.0;
        for (std::size_t e = documents.start[d]; e < documents.start[d + 1];
             ++e)
          sum += gram_.weight[e] *
                 direction[static_cast<std::size_t>(documents.term[e])];
        along[d] = sum;
      }
    });
    for_blocks(terms_, kBlock, threads_, pace_, [&](const Block &b) {
      for (std::size_t i = b.begin; i < b.end; ++i) {
        double sum = -gram_.itself[i] * direction[i];
        for (std::size_t j = gram_.terms.start[i]; j < gram_.terms.start[i + 1];
             ++j)
          sum += gram_.weight[gram_.terms.entry[j]] *
                 along[gram_.terms.document[j]];
        sum /= gram_.row_sum[i];
        left[i] = std::max(0.0, left[i] - sum * sum);
      }
    });
  }

  // By term the products of its row with those of the anchors, `width` each.
  std::vector<double> cross_products(std::size_t width) {
    const Documents &documents = gram_.documents;
    std::vector<double> by_term(terms_ * width, 0.0); // the anchors' rows
    for (std::size_t k = 0; k < k_; ++k)
      for (std::size_t v = 0; v < terms_; ++v)
        by_term[v * width + k] = rows_[k][v];
    std::vector<double> along(documents.size() * width, 0.0);
    for_blocks(documents.size(), kBlock, threads_, pace_, [&](const Block &b) {
      for (std::size_t d = b.begin; d < b.end; ++d)
        for (std::size_t e = documents.start[d]; e < documents.start[d + 1];
             ++e)
          add_scaled(by_term.data() +
                         static_cast<std::size_t>(documents.term[e]) * width,
                     gram_.weight[e], width, along.data() + d * width);
    });
    std::vector<double> out(terms_ * width, 0.0);
    for_blocks(terms_, kBlock, threads_, pace_, [&](const Block &b) {
      for (std::size_t i = b.begin; i < b.end; ++i) {
        double *const row = out.data() + i * width;
        add_scaled(by_term.data() + i * width, -gram_.itself[i], width, row);
        for (std::size_t j = gram_.terms.start[i]; j < gram_.terms.start[i + 1];
             ++j)
          add_scaled(along.data() + gram_.terms.document[j] * width,
                     gram_.weight[gram_.terms.entry[j]], width, row);
        for (std::size_t k = 0; k < k_; ++k)
          row[k] /= gram_.row_sum[i];
      }
    });
    pace_.report(++done_);
    return out;
  }

  const Gram &gram_;
  std::size_t k_;
  const std::size_t threads_;
  const std::size_t terms_;
  PacedMonitor &pace_;
  std::int64_t done_ = 0;
  std::vector<double> length_;
  std::vector<std::vector<double>> rows_;
};

// Topics by Bayes' rule from the weights of terms.
std::vector<double> topics_of(const Gram &gram, const Rows &counts,
                              std::size_t topics,
                              const std::vector<double> &weights) {
  std::vector<double> phi(topics * counts.columns, 0.0);
  for (std::size_t k = 0; k < topics; ++k) {
    double sum = 0.0;
    for (std::size_t i = 0; i < gram.term.size(); ++i) {
      const std::size_t first = i / kRecovered * kRecovered;
      const double x = gram.share[i] *
                       weights[first * topics + k * kRecovered + (i - first)];
      phi[gram.term[i] * topics + k] = x;
      sum += x;
    }
    const bool all = gram.term.size() == counts.columns;
    double total = 0.0;
    for (std::size_t v = 0; v < counts.columns; ++v) {
      double &x = phi[v * topics + k];
      x = x / sum + (all ? 0.0 : kNoise / static_cast<double>(counts.columns));
      total += x;
    }
    if (!all)
      for (std::size_t v = 0; v < counts.columns; ++v)
        phi[v * topics + k] /= total;
  }
  return phi;
}

} // namespace

Spectral spectral_start(const Rows &counts,
                        const std::vector<std::size_t> &order,
                        const SpectralOptions &options, Monitor &monitor) {
  return std::move(
      spectral_path(counts, order, {options.topics}, options, monitor).front());
}

std::vector<Spectral> spectral_path(const Rows &counts,
                                    const std::vector<std::size_t> &order,
                                    const std::vector<std::size_t> &topics,
                                    const SpectralOptions &options,
                                    Monitor &monitor) {
  const KeepWorkers keep_workers;
  for (const std::size_t k : topics)
    check_topics(k);
  const std::size_t most = *std::max_element(topics.begin(), topics.end());
  const std::size_t threads = std::max<std::size_t>(1, options.threads);
  PacedMonitor pace(monitor, 2 + 2 * static_cast<std::int64_t>(topics.size()));
  const Gram gram = take_gram(counts, order, options.max_terms, threads, pace);
  if (gram.term.size() <= most)
    throw input_error("A start from anchor words needs more terms than the " +
                      std::to_string(most) + " topics; there are " +
                      std::to_string(gram.term.size()) +
                      " in articles of two words or more.");
  Anchors search(gram, most, threads, pace);
  Spectral shared;
  search.lengths(shared);
  const std::vector<std::size_t> anchors = search.find();
  std::vector<Spectral> out(topics.size(), shared);
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const std::vector<std::size_t> own(
        anchors.begin(),
        anchors.begin() + static_cast<std::ptrdiff_t>(topics[i]));
    out[i].phi =
        topics_of(gram, counts, topics[i], search.weights(own, topics[i]));
    for (const std::size_t a : own)
      out[i].anchors.push_back(gram.term[a]);
  }
  return out;
}

} // namespace tritone::topic::stm
