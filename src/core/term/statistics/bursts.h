// SPDX-License-Identifier: GPL-2.0-or-later
// Bursts of terms in time: Kleinberg's automaton for batches of articles.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <vector>

namespace tritone::term {

struct BurstOptions {
  double s = 2;           // > 1: how much more often a level expects the term
  double gamma = 1;       // >= 0: what a step up costs, in units of log T
  std::size_t levels = 1; // above the base state
};

struct Burst {
  std::size_t level; // from 1
  std::size_t begin; // first period, 0-based
  std::size_t end;   // one past the last
  double weight;     // what the level saves over the one below it
};

// The cheapest sequence of states for r[t] articles with the term out of d[t]
// (Kleinberg 2003, doi:10.1023/A:1024940629314, section 4): in state i an
// article holds the term with probability p_i = s^i sum r / sum d, a period
// costs -log of the binomial probability, and a step up of k states costs
// gamma k log T, T the number of periods; the first state is the base. Levels
// of which p_i is 1 or more cannot be reached. Ties go to the lower state.
// Bursts by level, then by time; periods without articles cost nothing. Throws
// input_error where r and d do not fit, s <= 1 or gamma < 0.
std::vector<Burst> find_bursts(const std::vector<double> &r,
                               const std::vector<double> &d,
                               const BurstOptions &options);

} // namespace tritone::term
