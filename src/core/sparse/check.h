// SPDX-License-Identifier: GPL-2.0-or-later
// The door for sparse matrices that come from elsewhere: do their vectors fit
// together? What is behind it never asks again.
#pragma once

#include "base/config.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tritone {

// The vectors of a matrix by columns as somebody hands them over: with their
// lengths, of which nothing is known yet.
struct GivenColumns {
  const std::int32_t *dim = nullptr; // rows, columns
  std::size_t dims = 0;
  const std::int32_t *p = nullptr;
  std::size_t ps = 0;
  const std::int32_t *i = nullptr;
  std::size_t is = 0;
  const double *x = nullptr;
  std::size_t xs = 0;
};

// A view of the matrix. Throws input_error that names the matrix, the slot and
// the place in it where dim is not two numbers from 0 on; where p has another
// length than columns + 1, does not begin at 0, falls, or does not end at the
// length of i and x; or where the rows of a column do not rise or one of them
// is not in the matrix. Linear time; the numbers x are not looked at.
ColumnsView check_columns(const GivenColumns &given, const std::string &name);

} // namespace tritone
