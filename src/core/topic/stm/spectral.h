// SPDX-License-Identifier: GPL-2.0-or-later
// Topics from anchor words: a start without chance.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::stm {

struct SpectralOptions {
  std::size_t topics = 10;
  std::size_t max_terms = 10000; // the most frequent ones are looked at
  std::size_t threads = 1;
};

struct Spectral {
  std::vector<std::size_t> anchors; // by topic: its term
  std::vector<double> phi;          // topics x terms, column-major
  // Of the matrix of co-occurrence, its rows scaled to sum to 1: the sum of
  // squares and the largest entry.
  double squares = 0.0;
  double largest = 0.0;
};

// Anchor words (Arora et al. 2013, "A practical algorithm for topic modeling
// with provable guarantees", ICML). Q_ij is the mean over documents of the
// probability that two different tokens drawn from it are i and j; its rows,
// scaled to sum to 1, lie in the hull of those of anchor words, each of one
// topic alone. Anchors are the rows farthest from the span of those before;
// every other row is recovered as their convex combination of least squares, by
// exponentiated gradient.
//
// Q is never formed: its rows are made one at a time for their lengths, all
// else are products with the sparse counts. Documents of fewer than two tokens
// say nothing of Q. Terms that were not looked at share a thousandth of every
// topic with all others.
//
// Throws input_error where there are no more terms than topics, or fewer
// independent rows.
//
// `order`: every row of counts once. Sums over documents are taken in it.
Spectral spectral_start(const Rows &counts,
                        const std::vector<std::size_t> &order,
                        const SpectralOptions &options, Monitor &monitor);

// The same for several numbers of topics, each at most the last, with one Q and
// one search: the anchors of fewer topics are the first of those of more. Bit
// for bit what spectral_start() gives for each. `options.topics` is not read.
std::vector<Spectral> spectral_path(const Rows &counts,
                                    const std::vector<std::size_t> &order,
                                    const std::vector<std::size_t> &topics,
                                    const SpectralOptions &options,
                                    Monitor &monitor);

} // namespace tritone::topic::stm
