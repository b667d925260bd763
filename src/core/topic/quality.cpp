// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/quality.h"

#include "base/error.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/sum.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace tritone::topic {
namespace {

constexpr double kFine = 0x1p40; // shares nearer than 1 / kFine are equal
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// phi summed over topics, by term.
std::vector<double> sum_topics(const std::vector<double> &phi,
                               std::size_t topics, std::size_t terms) {
  std::vector<double> out(terms);
  for (std::size_t v = 0; v < terms; ++v)
    out[v] = sum(phi.data() + v * topics, topics);
  return out;
}

// Ranks from the smallest value, as shares of all; equal values have the mean.
class Ranks {
public:
  const std::vector<double> &of(const std::vector<double> &x) {
    const std::size_t n = x.size();
    sorted_.resize(n);
    share_.resize(n);
    for (std::size_t i = 0; i < n; ++i)
      sorted_[i] = {x[i], static_cast<std::uint32_t>(i)};
    std::sort(sorted_.begin(), sorted_.end());
    for (std::size_t i = 0; i < n;) {
      std::size_t end = i + 1;
      while (end < n && sorted_[end].first == sorted_[i].first)
        ++end;
      const double rank = 0.5 * static_cast<double>(i + 1 + end);
      for (; i < end; ++i)
        share_[sorted_[i].second] = rank / static_cast<double>(n);
    }
    return share_;
  }

private:
  std::vector<std::pair<double, std::uint32_t>> sorted_;
  std::vector<double> share_;
};

// frex() of one topic after the other.
class FrexRow {
public:
  FrexRow(const std::vector<double> &phi, const std::vector<double> &sums,
          std::size_t topics, double weight)
      : phi_(phi), sums_(sums), topics_(topics), weight_(weight) {}

  const std::vector<double> &of(std::size_t k) {
    const std::size_t terms = sums_.size();
    value_.resize(terms);
    out_.resize(terms);
    for (std::size_t v = 0; v < terms; ++v)
      value_[v] = phi_[v * topics_ + k];
    out_ = ranks_.of(value_);
    for (std::size_t v = 0; v < terms; ++v)
      value_[v] =
          sums_[v] > 0.0 ? std::floor(value_[v] / sums_[v] * kFine + 0.5) : 0.0;
    const std::vector<double> &own = ranks_.of(value_);
    for (std::size_t v = 0; v < terms; ++v)
      out_[v] = 1.0 / (weight_ / own[v] + (1.0 - weight_) / out_[v]);
    return out_;
  }

private:
  const std::vector<double> &phi_;
  const std::vector<double> &sums_;
  const std::size_t topics_;
  const double weight_;
  Ranks ranks_;
  std::vector<double> value_;
  std::vector<double> out_;
};

void check_phi(const std::vector<double> &phi, std::size_t topics,
               std::size_t terms) {
  if (topics == 0 || phi.size() != topics * terms)
    throw input_error("`phi` must be topics x terms, " +
                      std::to_string(topics) + " x " + std::to_string(terms) +
                      "; it holds " + std::to_string(phi.size()) + " numbers.");
}

// What all topics are compared with.
struct Collection {
  std::vector<double> tokens; // by document
  std::vector<double> share;  // of all tokens, by term
  double all = 0.0;
  double documents = 0.0; // not empty
};

Collection collect(const ColumnsView &counts) {
  Collection out;
  out.share.assign(counts.columns, 0.0);
  std::vector<double> total(counts.rows, 0.0);
  for (std::size_t v = 0; v < counts.columns; ++v) {
    const auto begin = static_cast<std::size_t>(counts.p[v]);
    const auto n = static_cast<std::size_t>(counts.p[v + 1]) - begin;
    out.share[v] = order_free_sum(counts.x + begin, n);
    for (std::size_t e = begin; e < begin + n; ++e)
      total[static_cast<std::size_t>(counts.i[e])] += counts.x[e];
  }
  out.tokens = std::move(total);
  out.all = order_free_sum(out.tokens.data(), out.tokens.size());
  for (const double n : out.tokens)
    out.documents += n > 0.0 ? 1.0 : 0.0;
  if (!(out.all > 0.0))
    throw input_error("`counts` must hold a count above 0; it holds none.");
  for (double &x : out.share)
    x /= out.all;
  return out;
}

// In which documents the top terms of one topic occur.
class Together {
public:
  Together(const ColumnsView &counts, std::size_t top)
      : counts_(counts), words_((counts.rows + 63) / 64), bits_(top * words_) {}

  // Of npmi and umass; `term`: the top terms, the most probable first.
  std::pair<double, double> score(const std::vector<std::size_t> &term,
                                  double documents, double smooth) {
    std::fill(bits_.begin(), bits_.end(), std::uint64_t{0});
    for (std::size_t r = 0; r < term.size(); ++r)
      for (auto e = counts_.p[term[r]]; e < counts_.p[term[r] + 1]; ++e)
        if (counts_.x[e] > 0.0) {
          const auto d = static_cast<std::size_t>(counts_.i[e]);
          bits_[r * words_ + d / 64] |= std::uint64_t{1} << d % 64;
        }
    double npmi = 0.0;
    double umass = 0.0;
    double pairs = 0.0;
    for (std::size_t m = 1; m < term.size(); ++m)
      for (std::size_t l = 0; l < m; ++l) {
        const double own = common(m, m);
        const double given = common(l, l);
        if (own == 0.0 || given == 0.0)
          continue;
        const double both = common(m, l);
        pairs += 1.0;
        umass += math::log((both + smooth) / given);
        if (both == 0.0)
          npmi -= 1.0;
        else if (both < documents)
          npmi += math::log(both / own * (documents / given)) /
                  math::log(documents / both);
      }
    if (pairs == 0.0)
      return {kNaN, kNaN};
    return {npmi / pairs, umass};
  }

private:
  double common(std::size_t a, std::size_t b) const {
    std::size_t n = 0;
    for (std::size_t w = 0; w < words_; ++w)
      n += std::bitset<64>(bits_[a * words_ + w] & bits_[b * words_ + w])
               .count();
    return static_cast<double>(n);
  }

  const ColumnsView counts_;
  const std::size_t words_;
  std::vector<std::uint64_t> bits_; // by term, by document
};

std::vector<std::size_t> top_terms(const std::vector<double> &phi,
                                   std::size_t topics, std::size_t k,
                                   std::vector<std::size_t> order,
                                   std::size_t top) {
  std::partial_sort(order.begin(),
                    order.begin() + static_cast<std::ptrdiff_t>(top),
                    order.end(), [&](std::size_t a, std::size_t b) {
                      const double x = phi[a * topics + k];
                      const double y = phi[b * topics + k];
                      return x > y || (x == y && a < b);
                    });
  order.resize(top);
  return order;
}

// Share of all tokens and entropy over documents of the tokens of topic k.
std::pair<double, double> spread(const double *theta,
                                 const Collection &collection) {
  const std::size_t n = collection.tokens.size();
  std::vector<double> weight(n);
  for (std::size_t d = 0; d < n; ++d)
    weight[d] = theta[d] * collection.tokens[d];
  const double all = order_free_sum(weight.data(), n);
  if (!(all > 0.0))
    return {0.0, kNaN};
  for (double &x : weight)
    x = x > 0.0 ? x / all * math::log(all / x) : 0.0;
  return {all / collection.all, order_free_sum(weight.data(), n)};
}

} // namespace

std::vector<double> frex(const std::vector<double> &phi, std::size_t topics,
                         std::size_t terms, double weight, std::size_t threads,
                         Monitor &monitor) {
  check_phi(phi, topics, terms);
  const std::vector<double> sums = sum_topics(phi, topics, terms);
  std::vector<double> out(phi.size());
  for_blocks(topics, 1, threads, monitor, [&](const Block &b) {
    FrexRow row(phi, sums, topics, weight);
    const std::vector<double> &found = row.of(b.begin);
    for (std::size_t v = 0; v < terms; ++v)
      out[v * topics + b.begin] = found[v];
  });
  return out;
}

Quality topic_quality(const ColumnsView &counts, const std::vector<double> &phi,
                      const std::vector<double> &theta, std::size_t topics,
                      const QualityOptions &options, Monitor &monitor) {
  const std::size_t terms = counts.columns;
  check_phi(phi, topics, terms);
  if (theta.size() != counts.rows * topics)
    throw input_error("`theta` must be articles x topics, " +
                      std::to_string(counts.rows) + " x " +
                      std::to_string(topics) + "; it holds " +
                      std::to_string(theta.size()) + " numbers.");
  const Collection collection = collect(counts);
  const std::vector<double> sums = sum_topics(phi, topics, terms);
  const std::size_t top = std::min(options.top, terms);
  const double even = 1.0 / static_cast<double>(terms);
  std::vector<std::size_t> order(terms);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Quality out;
  for (auto *part :
       {&out.npmi, &out.umass, &out.exclusivity, &out.size, &out.prevalence,
        &out.document_entropy, &out.distance, &out.junk})
    part->resize(topics);
  for_blocks(topics, 1, options.threads, monitor, [&](const Block &b) {
    const std::size_t k = b.begin;
    const std::vector<std::size_t> term = top_terms(phi, topics, k, order, top);
    Together together(counts, top);
    std::tie(out.npmi[k], out.umass[k]) =
        together.score(term, collection.documents, options.smooth);
    FrexRow row(phi, sums, topics, options.frex_weight);
    const std::vector<double> &own = row.of(k);
    double exclusivity = 0.0;
    for (const std::size_t v : term)
      exclusivity += own[v];
    out.exclusivity[k] = exclusivity;
    double size = 0.0;
    double affinity = 0.0;
    double common = 0.0;
    double flat = 0.0;
    for (std::size_t v = 0; v < terms; ++v) {
      const double p = phi[v * topics + k];
      const double q = collection.share[v];
      size += sums[v] > 0.0 ? p / sums[v] : 0.0;
      affinity += std::sqrt(p * q);
      common += std::min(p, q);
      flat += std::min(p, even);
    }
    out.size[k] = size;
    out.distance[k] = std::sqrt(std::max(0.0, 1.0 - affinity));
    out.junk[k] = std::min(1.0, std::max(common, flat));
    std::tie(out.prevalence[k], out.document_entropy[k]) =
        spread(theta.data() + k * counts.rows, collection);
  });
  return out;
}

} // namespace tritone::topic
