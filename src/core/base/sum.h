// SPDX-License-Identifier: GPL-2.0-or-later
// Sums in a fixed order. Eight partial sums are kept side by side and joined
// pairwise at the end, so a compiler may use vectors of 2, 4 or 8 lanes and the
// bits stay the same.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone {

constexpr std::size_t kLanes = 8;

namespace detail {

template <class T> T join_lanes(const T (&lane)[kLanes]) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) +
         ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

template <class T, class Term> T lane_sum(std::size_t n, Term term) {
  T lane[kLanes] = {};
  std::size_t i = 0;
  for (; i + kLanes <= n; i += kLanes)
    for (std::size_t l = 0; l < kLanes; ++l)
      lane[l] += term(i + l);
  for (std::size_t l = 0; i < n; ++i, ++l)
    lane[l] += term(i);
  return join_lanes(lane);
}

} // namespace detail

// x[0] + ... + x[n - 1]; 0 for n = 0.
template <class T> T sum(const T *x, std::size_t n) {
  return detail::lane_sum<T>(n, [x](std::size_t i) { return x[i]; });
}

// x[0] y[0] + ... + x[n - 1] y[n - 1]; 0 for n = 0.
template <class T> T dot(const T *x, const T *y, std::size_t n) {
  return detail::lane_sum<T>(n, [x, y](std::size_t i) { return x[i] * y[i]; });
}

} // namespace tritone
