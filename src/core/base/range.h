// SPDX-License-Identifier: GPL-2.0-or-later
// Where numbers leave the range in which they must be: for objects that come
// from elsewhere and may hold anything.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone {

// The place, from 0, of the first of n numbers that is not in [low, high]; n
// where all are. NaN is in no range.
template <class T>
std::size_t first_outside(const T *x, std::size_t n, T low, T high) {
  for (std::size_t i = 0; i < n; ++i)
    if (!(x[i] >= low && x[i] <= high))
      return i;
  return n;
}

} // namespace tritone
