// SPDX-License-Identifier: GPL-2.0-or-later
// Cells of a table of groups: which rows belong together, and their sums.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// The distinct combinations of codes that rows have, in order, the first code
// counting most.
struct Cells {
  std::vector<int> first; // row of each combination, from 0
  std::vector<int> of;    // of each row: its combination, from 0; -1 for none

  std::size_t size() const { return first.size(); }
};

// The cells of n rows: codes[k][row] is code k of a row. Codes lie between 1
// and a number of about the size of the collection; a row with a code below 1
// has no cell. Without codes all rows are in one cell. Time and memory grow
// with rows and codes.
Cells find_cells(const std::vector<const int *> &codes, std::size_t n);

// Rows with the same key, numbered in the order in which they occur. Keys lie
// between 1 and a number of about the size of the collection.
Cells number_keys(const int *key, std::size_t n);

// The sums of x over the rows of each of `cells` cells, which `of` gives from
// 1, below 1 for none, added in the order of the rows. Sum is the type they are
// added in.
template <class Sum>
std::vector<double> cell_sums(const double *x, const int *of, std::size_t n,
                              std::size_t cells) {
  std::vector<Sum> sums(cells, 0);
  for (std::size_t i = 0; i < n; ++i)
    if (of[i] >= 1)
      sums[static_cast<std::size_t>(of[i] - 1)] += static_cast<Sum>(x[i]);
  std::vector<double> out;
  out.reserve(cells);
  for (const Sum sum : sums)
    out.push_back(static_cast<double>(sum));
  return out;
}

} // namespace tritone::tone
