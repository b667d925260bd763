// SPDX-License-Identifier: GPL-2.0-or-later
// The update of one document's responsibilities, in fixed lanes.
#include "topic/cvb0/kernel.h"

#include "base/hash.h"
#include "topic/log_sum.h"

namespace tritone::topic::cvb0 {
namespace {

// Rounding may leave a little less than nothing of a count without its own
// token; the prior is what remains then. A macro, as vectors of this width
// cannot be arguments by value (see lanes.h).
#define TRITONE_AT_LEAST(x, least) ((x) > (least) ? (x) : (least))

// Two sums side by side, so that one addition need not wait for the last.
struct Sums {
  Lanes even;
  Lanes odd;

  float join() {
    even += odd;
    return sum_lanes(even);
  }
};

} // namespace

TRITONE_CLONES double sweep(const Prior &prior, const Document &document,
                            const BlockCounts &counts) {
  const std::size_t width = prior.width;
  const Lanes eta = prior.eta - Lanes{};
  const Lanes term_eta = prior.term_eta - Lanes{};
  const Lanes *alpha = prior.alpha;
  Lanes *in_document = document.topics;
  Lanes *in_all = counts.topics;
  Lanes *weight = counts.weight;
  Lanes change{};

  for (std::size_t e = 0; e < document.entries; ++e) {
    Lanes *gamma = document.gamma + e * width;
    Lanes *in_term = counts.terms + document.term[e] * width;
    const float n = document.count[e];
    const float self = n < 1.0F ? n : 1.0F;

    const auto weigh = [&](std::size_t i, Lanes &sum) TRITONE_INLINE {
      const Lanes own = gamma[i] * self;
      const Lanes d = in_document[i] - own;
      const Lanes v = in_term[i] - own;
      const Lanes a = in_all[i] - own;
      weight[i] = TRITONE_AT_LEAST(d, alpha[i]) * TRITONE_AT_LEAST(v, eta) /
                  TRITONE_AT_LEAST(a, term_eta);
      sum += weight[i];
    };
    Sums sums{};
    std::size_t i = 0;
    for (; i + 2 <= width; i += 2) {
      weigh(i, sums.even);
      weigh(i + 1, sums.odd);
    }
    if (i < width)
      weigh(i, sums.even);

    const float scale = 1.0F / sums.join();
    for (i = 0; i < width; ++i) {
      const Lanes next = weight[i] * scale;
      const Lanes step = (next - gamma[i]) * n;
      gamma[i] = next;
      in_document[i] += step;
      in_term[i] += step;
      in_all[i] += step;
      change += step > 0.0F ? step : -step;
    }
  }
  return static_cast<double>(sum_lanes(change));
}

TRITONE_CLONES void enter(const Prior &prior, const Document &document,
                          const BlockCounts &counts, const Lanes *factors,
                          std::uint64_t key) {
  const std::size_t width = prior.width;
  for (std::size_t e = 0; e < document.entries; ++e) {
    Lanes *gamma = document.gamma + e * width;
    Lanes *in_term = counts.terms + document.term[e] * width;
    const Lanes *factor = factors + hash_combine(key, e) % kFactorRows;
    Lanes sum{};
    for (std::size_t i = 0; i < width; ++i) {
      gamma[i] = factor[i] * document.topics[i] * in_term[i] / counts.topics[i];
      sum += gamma[i];
    }
    const float scale = 1.0F / sum_lanes(sum);
    for (std::size_t i = 0; i < width; ++i) {
      gamma[i] *= scale;
      const Lanes step = gamma[i] * document.count[e];
      document.topics[i] += step;
      in_term[i] += step;
      counts.topics[i] += step;
    }
  }
}

TRITONE_CLONES double log_likelihood(const Prior &prior,
                                     const Document &document,
                                     const BlockCounts &counts) {
  const std::size_t width = prior.width;
  Lanes all{};
  for (std::size_t i = 0; i < width; ++i) {
    all += document.topics[i];
    counts.weight[i] = document.topics[i] / counts.topics[i];
  }
  const auto total = static_cast<double>(sum_lanes(all));
  LogSum sum;
  for (std::size_t e = 0; e < document.entries; ++e) {
    const Lanes *in_term = counts.terms + document.term[e] * width;
    sum.add(static_cast<double>(document.count[e]),
            static_cast<double>(dot(counts.weight, in_term, width)) / total);
  }
  return sum.value();
}

TRITONE_CLONES void merge(const Prior &prior, Lanes *row,
                          const Lanes *const *ended, std::size_t n) {
  const Lanes eta = prior.eta - Lanes{};
  for (std::size_t i = 0; i < prior.width; ++i) {
    const Lanes start = row[i];
    Lanes sum = start;
    for (std::size_t j = 0; j < n; ++j)
      sum += ended[j][i] - start;
    row[i] = TRITONE_AT_LEAST(sum, eta);
  }
}

TRITONE_CLONES void tally(const Column &column, std::size_t width,
                          double *table, double *sum) {
  auto *const all = reinterpret_cast<DoubleLanes *>(sum);
  for (std::size_t e = 0; e < column.entries; ++e) {
    const Lanes *const gamma = column.gamma + e * width;
    auto *const row = reinterpret_cast<DoubleLanes *>(
        table + static_cast<std::size_t>(column.term[e]) * width * kLanes);
    for (std::size_t i = 0; i < width; ++i) {
      const DoubleLanes n =
          __builtin_convertvector(gamma[i], DoubleLanes) * column.count[e];
      row[i] += n;
      all[i] += n;
    }
  }
}

} // namespace tritone::topic::cvb0
