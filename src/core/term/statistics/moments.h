// SPDX-License-Identifier: GPL-2.0-or-later
// What rates of terms in groups of articles, and how sure they are, rest on:
// sums over articles of counts, of their squares and of their products with the
// sizes of articles.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// y is the count of a term in an article, n the size of the article.
struct Moments {
  // By group, over its articles of size above 0.
  std::vector<double> articles;
  std::vector<double> size;   // sum of n
  std::vector<double> size_2; // sum of n^2
  // Groups x columns, column-major.
  std::vector<double> count;   // sum of y
  std::vector<double> docs;    // articles with y > 0
  std::vector<double> count_2; // sum of y^2
  std::vector<double> product; // sum of y n
};

// The size of each row: the sum of its counts.
std::vector<double> row_sizes(const ColumnsView &counts);

// group: by row, 0-based, below `groups`, or negative: left out. size: by row,
// at least the sum of its counts. The order of rows changes no bit (base/sum.h)
// nor does the number of threads. Throws input_error where a row has no group
// or size, numeric_error where a sum is more than a number can hold. Linear in
// the stored cells and in the result.
Moments term_moments(const ColumnsView &counts,
                     const std::vector<std::int32_t> &group,
                     const std::vector<double> &size, std::size_t groups,
                     std::size_t threads, Monitor &monitor);

// Bootstrap-t by articles (Efron 1979, doi:10.1214/aos/1176344552; Efron and
// Tibshirani 1993, chapter 12): the articles of each group are drawn with
// replacement as often as it has some of size above 0. For each draw, group and
// column the logarithm of the ratio of rates of the group and of all others,
// (y + 1/2) / (n + 1/2) each, less that of the collection, is divided by its
// own standard error over the articles drawn; of the draws the quantiles (type
// 7 of R) at `at`, which holds as many probabilities for each group and column,
// the group running faster; the result has the same form. Where the first
// probability of a cell is NaN its results are NaN. Random numbers belong to
// the draw and the group. Needs groups >= 2 and draws >= 1. Throws input_error
// where `at` does not fit, numeric_error where a sum is more than a number can
// hold.
std::vector<double> bootstrap_log_ratios(const ColumnsView &counts,
                                         const std::vector<std::int32_t> &group,
                                         const std::vector<double> &size,
                                         std::size_t groups, std::size_t draws,
                                         const std::vector<double> &at,
                                         std::uint64_t seed,
                                         std::size_t threads, Monitor &monitor);

} // namespace tritone::term
