// SPDX-License-Identifier: GPL-2.0-or-later
// Folds documents in by EM, on threads; documents with the same counts get the
// same bits.
#include "topic/fold_in.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "topic/em.h"
#include "topic/lanes.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlockDocuments = 8;

// The alphas of the topics and the rows that a document's steps work on.
struct Shares {
  explicit Shares(std::size_t width) : rows(6, width) {
    for (std::size_t i = 0; i < 6 * width; ++i)
      rows.lanes(0)[i] = Lanes{};
  }

  Lanes *alpha() { return rows.lanes(0); }
  Lanes *gain() { return rows.lanes(1); }
  // Three points in turn, and the last one known to be good.
  Lanes *point(std::size_t i) { return rows.lanes(2 + i); }

  LaneTable rows;
  float least =
      0.0F; // of alpha over the mass of the document: no step goes below
};

// Two steps a -> b -> c carried on in their direction: `a` becomes
// a + 2 s (b - a) + s^2 (c - 2 b + a) with s = |b - a| / |c - 2 b + a|
// (SQUAREM, third scheme; Varadhan & Roland 2008,
// doi:10.1111/j.1467-9469.2007.00585.x), each share at least `least`.
TRITONE_CLONES void carry_on(std::size_t width, Lanes *a, const Lanes *b,
                             const Lanes *c, float least) {
  Lanes first{};
  Lanes second{};
  for (std::size_t i = 0; i < width; ++i) {
    const Lanes r = b[i] - a[i];
    const Lanes v = (c[i] - b[i]) - r;
    first += r * r;
    second += v * v;
  }
  const float below = sum_lanes(second);
  const float ratio = below > 0.0F ? sum_lanes(first) / below : 1.0F;
  const float s = std::sqrt(ratio < 1.0F ? 1.0F : ratio);
  const Lanes floor = least - Lanes{};
  for (std::size_t i = 0; i < width; ++i) {
    const Lanes r = b[i] - a[i];
    const Lanes v = (c[i] - b[i]) - r;
    const Lanes next = a[i] + 2.0F * s * r + s * s * v;
    // Past the last topic all is 0 and must stay so.
    a[i] = b[i] > 0.0F ? (next > floor ? next : floor) : b[i];
  }
}

// From the shares in point(0) to those of the maximum; returns where they are.
// A point that was carried on too far, so that the step from it is longer than
// the one before, is given up for the last good one.
const Lanes *climb(const em::Document &document, const LaneTable &phi,
                   const FoldInOptions &options, Shares &shares) {
  const auto step = [&](const Lanes *from, Lanes *to) {
    return em::step(document, phi, shares.alpha(), from, to, shares.gain());
  };
  Lanes *a = shares.point(0);
  Lanes *b = shares.point(1);
  Lanes *c = shares.point(2);
  Lanes *good = shares.point(3);
  const auto tolerance = static_cast<float>(options.tolerance);
  float last = std::numeric_limits<float>::infinity();
  for (std::size_t steps = 0;;) {
    float change = step(a, b);
    if (++steps >= options.iterations || change < tolerance)
      return b;
    if (change > last) {
      std::swap(a, good);
      last = std::numeric_limits<float>::infinity();
      continue;
    }
    change = step(b, c);
    if (++steps >= options.iterations || change < tolerance)
      return c;
    last = change;
    std::swap(good, c);
    carry_on(phi.width(), a, b, good, shares.least);
  }
}

void check_phi(const std::vector<double> &phi, std::size_t topics) {
  for (std::size_t i = 0; i < phi.size(); ++i)
    if (!(std::isfinite(phi[i]) && phi[i] >= 0.0))
      throw input_error("`phi` must be finite and not negative: topic " +
                        std::to_string(i % topics + 1) + ", term " +
                        std::to_string(i / topics + 1) + " holds " +
                        std::to_string(phi[i]) + ".");
}

// The place of each topic in sums over topics. It follows from the topic's own
// numbers: were it the place in phi, rounding would depend on that order.
std::vector<std::size_t> places(const std::vector<double> &phi,
                                std::size_t topics) {
  std::vector<std::uint64_t> key(topics);
  for (std::size_t i = 0; i < phi.size(); ++i) {
    std::uint64_t bits;
    std::memcpy(&bits, &phi[i], sizeof bits);
    key[i % topics] = hash_combine(key[i % topics], bits);
  }
  std::vector<std::size_t> order(topics);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
  std::vector<std::size_t> place(topics);
  for (std::size_t i = 0; i < topics; ++i)
    place[order[i]] = i;
  return place;
}

// phi by term in single precision, padded with zeros to whole Lanes.
LaneTable topics_by_term(const std::vector<double> &phi,
                         const std::vector<std::size_t> &place,
                         std::size_t terms) {
  const std::size_t topics = place.size();
  LaneTable table(terms, lanes_for(topics));
  for (std::size_t v = 0; v < terms; ++v) {
    float *row = table.row(v);
    std::fill(row + topics, row + table.width() * kLanes, 0.0F);
    for (std::size_t k = 0; k < topics; ++k)
      row[place[k]] = static_cast<float>(phi[v * topics + k]);
  }
  return table;
}

void check_options(const Rows &counts, const std::vector<double> &phi,
                   std::size_t topics, const FoldInOptions &options) {
  check_topics(topics);
  check_prior("alpha", options.alpha);
  if (!options.alphas.empty() && options.alphas.size() != topics)
    throw input_error("`alphas` must be one for each of the " +
                      std::to_string(topics) + " topics; given " +
                      std::to_string(options.alphas.size()) + ".");
  for (const double alpha : options.alphas)
    check_prior("alpha", alpha);
  if (options.iterations == 0)
    throw input_error("`iterations` must be at least 1, not 0.");
  if (!(options.tolerance >= 0.0))
    throw input_error("`tolerance` must not be negative.");
  if (phi.size() != topics * counts.columns)
    throw input_error("`phi` must be topics x terms, " +
                      std::to_string(topics) + " x " +
                      std::to_string(counts.columns) + "; it holds " +
                      std::to_string(phi.size()) + " numbers.");
  check_phi(phi, topics);
}

} // namespace

std::vector<double> fold_in(const Rows &counts, const std::vector<double> &phi,
                            std::size_t topics, const FoldInOptions &options,
                            Monitor &monitor) {
  check_options(counts, phi, topics, options);
  const std::vector<std::size_t> place = places(phi, topics);
  const LaneTable table = topics_by_term(phi, place, counts.columns);
  const std::size_t documents = counts.rows();
  const std::size_t width = table.width();
  std::vector<double> out(documents * topics);

  const auto work = [&](const Block &block) {
    Shares shares(width);
    auto *alpha = reinterpret_cast<float *>(shares.alpha());
    double alphas = 0.0;
    for (std::size_t k = 0; k < topics; ++k) {
      const double own =
          options.alphas.empty() ? options.alpha : options.alphas[k];
      alpha[place[k]] = static_cast<float>(own);
      alphas += own;
    }
    const float least = *std::min_element(alpha, alpha + topics);
    for (std::size_t d = block.begin; d < block.end; ++d) {
      const auto first = static_cast<std::size_t>(counts.start[d]);
      const auto last = static_cast<std::size_t>(counts.start[d + 1]);
      const em::Document document{last - first, counts.column.data() + first,
                                  counts.value.data() + first};
      double mass = alphas;
      for (std::size_t e = first; e < last; ++e) {
        check_count(counts.value[e], d, counts.column[e]);
        mass += counts.value[e];
      }
      shares.least = least / static_cast<float>(mass);
      // An empty document ends where its alphas say.
      auto *start = reinterpret_cast<float *>(shares.point(0));
      std::fill(start, start + topics, 1.0F / static_cast<float>(topics));
      const auto *theta = reinterpret_cast<const float *>(
          climb(document, table, options, shares));
      double total = 0.0;
      for (std::size_t k = 0; k < topics; ++k)
        total += static_cast<double>(theta[k]);
      for (std::size_t k = 0; k < topics; ++k)
        out[k * documents + d] = static_cast<double>(theta[place[k]]) / total;
    }
  };
  for_blocks(documents, kBlockDocuments,
             std::max<std::size_t>(1, options.threads), monitor, work);
  return out;
}

} // namespace tritone::topic
