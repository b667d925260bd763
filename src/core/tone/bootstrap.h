// SPDX-License-Identifier: GPL-2.0-or-later
// Replicates of the tones of groups: what they would have been had the articles
// or sentences been others of the same kind.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::tone {

// What one unit, an article or a sentence, adds to a ratio.
struct BootstrapItem {
  std::size_t ratio;  // index into BootstrapSums::group
  std::uint64_t unit; // items of the same unit are drawn together: a hash of
                      // what it is, not its place, names its random numbers
  double value;
  double size;
};

// A group's tone is the mean, by their weights, over its ratios
//   sum(value) / (sum(size) + kappa)
// of those in which the sum of sizes is above 0.
struct BootstrapSums {
  std::vector<BootstrapItem> items; // by rising ratio
  std::vector<std::size_t> group;   // of each ratio, rising
  std::vector<double> weight;       // of each ratio, above 0
  std::size_t groups = 0;
  double kappa = 0;
};

// A unit is drawn a Poisson number of times of mean 1 in each replicate,
// independent of the other units: the bootstrap for data that need not be held
// together (Chamandy, Muralidharan, Najmi and Naidu 2012, Estimating
// uncertainty for massive data streams, Google). replicates x groups, by group;
// NaN where nothing of a group was drawn. The same bits for every number of
// threads; the order of units does not matter but for the rounding of sums.
// Throws input_error where indices do not fit or do not rise.
std::vector<double> bootstrap_tones(const BootstrapSums &sums,
                                    std::size_t replicates, std::uint64_t seed,
                                    std::size_t threads, Monitor &monitor);

} // namespace tritone::tone
