// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/fold_in.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "topic/lanes.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>

namespace tritone {
namespace {

constexpr std::size_t kBlockDocuments = 8;

// One document under fixed topics.
struct Document {
  std::size_t entries;
  const std::int32_t *column;
  const double *count;
};

// One EM step: `theta` becomes (alpha + theta * gain) / sum, where gain_k is
// sum_v n_v phi_kv / p_v. Returns the sum of absolute changes.
TRITONE_CLONES float em_step(const Document &document, const LaneTable &phi,
                             const Lanes *alpha, Lanes *theta, Lanes *gain) {
  const std::size_t width = phi.width();
  for (std::size_t i = 0; i < width; ++i)
    gain[i] = Lanes{};
  for (std::size_t e = 0; e < document.entries; ++e) {
    const Lanes *f = phi.lanes(static_cast<std::size_t>(document.column[e]));
    Lanes even{};
    Lanes odd{};
    std::size_t i = 0;
    for (; i + 2 <= width; i += 2) {
      even += theta[i] * f[i];
      odd += theta[i + 1] * f[i + 1];
    }
    if (i < width)
      even += theta[i] * f[i];
    even += odd;
    const float p = sum_lanes(even);
    if (!(p > 0.0F))
      continue;
    const float ratio = static_cast<float>(document.count[e]) / p;
    for (i = 0; i < width; ++i)
      gain[i] += f[i] * ratio;
  }
  Lanes total{};
  for (std::size_t i = 0; i < width; ++i) {
    gain[i] = alpha[i] + theta[i] * gain[i];
    total += gain[i];
  }
  const float scale = 1.0F / sum_lanes(total);
  Lanes change{};
  for (std::size_t i = 0; i < width; ++i) {
    const Lanes next = gain[i] * scale;
    const Lanes step = next - theta[i];
    change += step > 0.0F ? step : -step;
    theta[i] = next;
  }
  return sum_lanes(change);
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
    LaneTable scratch(3, width);
    float *alpha = scratch.row(0);
    float *theta = scratch.row(1);
    std::fill(alpha, alpha + 3 * width * kLanes, 0.0F);
    std::fill(alpha, alpha + topics, static_cast<float>(options.alpha));
    for (std::size_t d = block.begin; d < block.end; ++d) {
      const auto first = static_cast<std::size_t>(counts.start[d]);
      const auto last = static_cast<std::size_t>(counts.start[d + 1]);
      const Document document{last - first, counts.column.data() + first,
                              counts.value.data() + first};
      for (std::size_t e = first; e < last; ++e)
        check_count(counts.value[e], d, counts.column[e]);
      std::fill(theta, theta + topics, 1.0F / static_cast<float>(topics));
      if (document.entries > 0)
        for (std::size_t step = 0; step < options.iterations; ++step)
          if (em_step(document, table, scratch.lanes(0), scratch.lanes(1),
                      scratch.lanes(2)) < options.tolerance)
            break;
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

} // namespace tritone
