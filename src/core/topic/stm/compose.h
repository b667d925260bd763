// SPDX-License-Identifier: GPL-2.0-or-later
// What regressions on draws of shares need of these draws: the method of
// composition without a table of draws.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::stm {

// Documents whose eta are normal around their modes with one covariance.
struct Spread {
  std::vector<double> eta; // documents x free, column-major
  // R, free x free row by row, an upper triangle: R'R = covariance.
  std::vector<double> root;
  std::vector<std::uint64_t> keys; // by document: what names its draws
  std::size_t free = 0;            // topics - 1

  std::size_t documents() const { return keys.size(); }
};

// Of each draw of theta = softmax(eta, 0), documents x topics:
struct Composition {
  std::vector<double> along;   // columns' theta: columns x topics x draws
  std::vector<double> squares; // by topic, sum of theta^2: topics x draws
};

// `columns` is documents x any number, column-major. Draw i of a document is
// named by the seed, its key and i; sums over documents are taken in blocks
// that depend on their number alone, so the same bits for every number of
// threads. Throws input_error where the sizes do not agree.
Composition compose(const Spread &spread, const std::vector<double> &columns,
                    std::size_t draws, std::uint64_t seed, std::size_t threads,
                    Monitor &monitor);

// The draws themselves, `count` of them from the one numbered `first`: each
// documents x topics, column-major, one after the other.
std::vector<double> spread_draws(const Spread &spread, std::size_t first,
                                 std::size_t count, std::uint64_t seed,
                                 std::size_t threads, Monitor &monitor);

} // namespace tritone::topic::stm
