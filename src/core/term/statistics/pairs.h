// SPDX-License-Identifier: GPL-2.0-or-later
// How often two terms occur near each other; terms are numbers.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

struct PairOptions {
  // How many tokens apart two terms may be, from 1; 0: anywhere in the unit.
  std::size_t window = 1;
  bool ordered = true; // are (a, b) and (b, a) two pairs?
  // Count a pair once in a unit, however often it occurs there, and not the
  // pair of a term with itself.
  bool once = false;
  // What is given: pairs that occur so often, and that have one of these terms,
  // by number; empty: all. Other pairs still count in the sums below.
  double min_count = 1;
  std::vector<std::uint8_t> chosen;
  // How many pairs may be given: by default what a table of R holds.
  std::size_t most = 2147483647;
};

struct Pairs {
  std::vector<std::int32_t> first;  // ordered by first, then by second;
  std::vector<std::int32_t> second; // first <= second unless `ordered`
  std::vector<double> count;
  std::vector<double> docs; // articles
  // By term up to the largest that occurs, over all pairs: how often it is the
  // first and the second.
  std::vector<double> times_first;
  std::vector<double> times_second;
};

// type: the terms of all tokens, negative where a token takes a place but is
// none; unit: the number of the stretch a token is in, which changes where the
// next begins; first: where each article begins, and the end. The same for
// every number of threads. Throws input_error where these do not fit,
// limit_error where more than `most` pairs would be given.
Pairs count_pairs(const std::int32_t *type, const std::int32_t *unit,
                  const std::vector<std::int64_t> &first,
                  const PairOptions &options, std::size_t threads,
                  Monitor &monitor);

} // namespace tritone::term
