// SPDX-License-Identifier: GPL-2.0-or-later
// Turns compressed columns into compressed rows.
#include "sparse/rows.h"

#include "base/error.h"

#include <limits>
#include <string>

namespace tritone {

void check_rows(std::size_t articles) {
  constexpr auto kMax =
      static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  if (articles > kMax)
    throw limit_error("A matrix holds at most 2147483647 articles; given " +
                      std::to_string(articles) +
                      ". Count them in several parts.");
}

Rows to_rows(const ColumnsView &columns) {
  Rows out;
  out.columns = columns.columns;
  out.start.assign(columns.rows + 1, 0);
  const std::size_t n = columns.entries();
  for (std::size_t e = 0; e < n; ++e)
    if (columns.x[e] != 0.0)
      ++out.start[static_cast<std::size_t>(columns.i[e]) + 1];
  for (std::size_t r = 0; r < columns.rows; ++r)
    out.start[r + 1] += out.start[r];
  const auto kept = static_cast<std::size_t>(out.start.back());
  out.column.resize(kept);
  out.value.resize(kept);
  std::vector<std::int64_t> next(out.start.begin(), out.start.end() - 1);
  for (std::size_t j = 0; j < columns.columns; ++j) {
    const auto end = static_cast<std::size_t>(columns.p[j + 1]);
    for (auto e = static_cast<std::size_t>(columns.p[j]); e < end; ++e) {
      if (columns.x[e] == 0.0)
        continue;
      const auto at = static_cast<std::size_t>(
          next[static_cast<std::size_t>(columns.i[e])]++);
      out.column[at] = static_cast<std::int32_t>(j);
      out.value[at] = columns.x[e];
    }
  }
  return out;
}

Columns to_columns(const Rows &rows) {
  Columns out;
  out.rows = rows.rows();
  out.start.assign(rows.columns + 1, 0);
  for (const std::int32_t column : rows.column)
    ++out.start[static_cast<std::size_t>(column) + 1];
  for (std::size_t j = 0; j < rows.columns; ++j)
    out.start[j + 1] += out.start[j];
  out.row.resize(rows.entries());
  out.value.resize(rows.entries());
  std::vector<std::int64_t> next(out.start.begin(), out.start.end() - 1);
  for (std::size_t r = 0; r < rows.rows(); ++r) {
    const auto end = static_cast<std::size_t>(rows.start[r + 1]);
    for (auto e = static_cast<std::size_t>(rows.start[r]); e < end; ++e) {
      const auto at = static_cast<std::size_t>(
          next[static_cast<std::size_t>(rows.column[e])]++);
      out.row[at] = static_cast<std::int32_t>(r);
      out.value[at] = rows.value[e];
    }
  }
  return out;
}

} // namespace tritone
