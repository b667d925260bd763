// SPDX-License-Identifier: GPL-2.0-or-later
// Small corpora and short chains for tests of the Gibbs sampler.
#pragma once

#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/gibbs/sampler.h"

#include <cstddef>
#include <vector>

namespace tritone::topic {

inline Rows rows_of(const std::vector<std::vector<double>> &dense) {
  return corpora::from_dense(dense, dense[0].size());
}

inline GibbsOptions small(std::size_t topics) {
  GibbsOptions options;
  options.topics = topics;
  options.alpha = 0.7;
  options.eta = 0.4;
  options.iterations = 20;
  options.burn_in = 10;
  options.thin = 2;
  return options;
}

inline Rows simulated(std::size_t documents, std::size_t terms,
                      std::size_t topics) {
  std::vector<std::vector<double>> dense(documents,
                                         std::vector<double>(terms, 0));
  for (std::size_t d = 0; d < documents; ++d) {
    Rng rng(5, d);
    const std::size_t own = d % topics;
    for (int i = 0; i < 60; ++i) {
      const std::size_t k = rng.below(10) < 9
                                ? own
                                : rng.below(static_cast<std::uint32_t>(topics));
      const std::size_t width = terms / topics;
      ++dense[d][k * width + rng.below(static_cast<std::uint32_t>(width))];
    }
  }
  return rows_of(dense);
}

} // namespace tritone::topic
