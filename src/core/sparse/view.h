// SPDX-License-Identifier: GPL-2.0-or-later
// A view of compressed columns that somebody else owns, such as R's dgCMatrix.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>

namespace tritone {

// Compressed columns in somebody else's memory, as in R's dgCMatrix: the
// entries of column j are i[p[j]] .. i[p[j + 1] - 1] (0-based rows, rising)
// with values x. Valid as long as its owner keeps the memory.
struct ColumnsView {
  std::size_t rows = 0;
  std::size_t columns = 0;
  const std::int32_t *p = nullptr; // columns + 1
  const std::int32_t *i = nullptr;
  const double *x = nullptr;

  std::size_t entries() const { return static_cast<std::size_t>(p[columns]); }
};

} // namespace tritone
