// SPDX-License-Identifier: GPL-2.0-or-later
// Sums in a fixed order: eight partial sums are kept side by side and joined
// pairwise at the end, so a compiler may use vectors of 2, 4 or 8 lanes and the
// bits stay the same. And sums that have the same bits in every order.
#pragma once

#include "base/config.h"

#include <cmath>
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

// term(0) + ... + term(n - 1), doubles, with the same bits in whatever order
// they come; for sums over articles, whose order must not matter. Each number
// is cut into parts at places that follow from n and the largest of them, so
// coarse that the sum of the parts is exact (Demmel and Nguyen 2013, Fast
// reproducible floating-point summation, doi:10.1109/ARITH.2013.9); what is
// left after three cuts is below all bits of the sum of the sizes. `term` is
// called twice for each place. Where the sum may pass the largest number, in
// the order given.
template <class Term> double order_free_sum(std::size_t n, Term term) {
  constexpr int kCuts = 3;
  constexpr int kBits = 53;
  double largest = 0.0;
  double plain = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = term(i);
    largest = largest < std::fabs(x) ? std::fabs(x) : largest;
    plain += x;
  }
  int exponent = 0;
  int bits = 1; // of n + 2
  while ((n + 2) >> bits != 0)
    ++bits;
  std::frexp(largest, &exponent);
  // Above 2^1023 the first cut would be infinite; NaN is no number to cut.
  if (!std::isfinite(plain) || largest == 0.0 || exponent + bits > 1023)
    return plain;
  double cut[kCuts];
  for (int c = 0; c < kCuts; ++c)
    cut[c] = std::ldexp(1.0, exponent + bits - c * (kBits - bits));
  double sum[kCuts] = {};
  for (std::size_t i = 0; i < n; ++i) {
    double rest = term(i);
    for (int c = 0; c < kCuts; ++c) {
      const double part = (cut[c] + rest) - cut[c];
      sum[c] += part;
      rest -= part;
    }
  }
  return sum[0] + (sum[1] + sum[2]);
}

inline double order_free_sum(const double *x, std::size_t n) {
  return order_free_sum(n, [x](std::size_t i) { return x[i]; });
}

} // namespace tritone
