// SPDX-License-Identifier: GPL-2.0-or-later
// Regressions with shares to try: one line of covariates, groups of five.
#pragma once

#include "base/config.h"
#include "topic/effects/regression.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace tritone::topic::effects {

inline constexpr std::size_t kTried = 60; // articles

// Ones, and numbers from -1 to 1.
inline std::vector<double> tried_columns() {
  std::vector<double> x(2 * kTried, 1.0);
  for (std::size_t i = 0; i < kTried; ++i)
    x[kTried + i] = 2.0 * static_cast<double>(i) / (kTried - 1) - 1.0;
  return x;
}

inline Design tried_design(bool groups = false, bool random = false) {
  Design out = make_design(tried_columns().data(), kTried, 2);
  if (groups) {
    for (std::size_t i = 0; i < kTried; ++i)
      out.group.push_back(static_cast<std::uint32_t>(i % 12));
    out.groups = 12;
    out.random = random;
  }
  return out;
}

// Shares of `topics` topics in each of `draws` draws: logistic in the second
// column, with noise that is no random number.
inline std::vector<double> tried_shares(std::size_t topics, std::size_t draws) {
  std::vector<double> out;
  for (std::size_t i = 0; i < topics * draws; ++i)
    for (std::size_t d = 0; d < kTried; ++d) {
      const double x = 2.0 * static_cast<double>(d) / (kTried - 1) - 1.0;
      const double eta = -0.5 + 0.7 * x +
                         0.5 * std::sin(3.7 * static_cast<double>(d + 7 * i)) +
                         0.3 * std::cos(static_cast<double>(d % 12));
      out.push_back(1.0 / (1.0 + std::exp(-eta)));
    }
  return out;
}

} // namespace tritone::topic::effects
