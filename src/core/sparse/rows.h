// SPDX-License-Identifier: GPL-2.0-or-later
// Compressed rows: the counts of each document side by side, as topic models
// read them.
#pragma once

#include "base/config.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone {

// A sparse matrix by rows: the entries of row r are start[r] .. start[r + 1] -
// 1, columns rising. 64-bit offsets, so it may hold more than 2^31 entries.
struct Rows {
  std::size_t columns = 0;
  std::vector<std::int64_t> start{0}; // rows + 1
  std::vector<std::int32_t> column;
  std::vector<double> value;

  std::size_t rows() const { return start.size() - 1; }
  std::size_t entries() const { return column.size(); }
};

// Compressed columns of our own, ready to be handed to R.
struct Columns {
  std::size_t rows = 0;
  std::vector<std::int64_t> start{0}; // columns + 1
  std::vector<std::int32_t> row;
  std::vector<double> value;

  std::size_t columns() const { return start.size() - 1; }
  std::size_t entries() const { return row.size(); }
};

// Throws limit_error where the articles are more than the rows a matrix can
// have.
void check_rows(std::size_t articles);

// The same matrix by rows; entries that are exactly 0 are left out. Linear
// time.
Rows to_rows(const ColumnsView &columns);

// The same matrix by columns. Linear time.
Columns to_columns(const Rows &rows);

} // namespace tritone
