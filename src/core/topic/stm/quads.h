// SPDX-License-Identifier: GPL-2.0-or-later
// Four doubles at a time, for the E-step's loops. As in topic/lanes.h the lanes
// are fixed here and not by the processor, and everything is by reference:
// vectors by value have no ABI that all x86-64 processors share.
#pragma once

#include "base/config.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>

namespace tritone::topic::stm {

constexpr std::size_t kQuad = 4;

typedef double Quad __attribute__((vector_size(32), may_alias, aligned(8)));
typedef std::int64_t QuadBits
    __attribute__((vector_size(32), may_alias, aligned(8)));

// n rounded up to whole quads.
inline std::size_t padded(std::size_t n) {
  return (n + kQuad - 1) / kQuad * kQuad;
}

TRITONE_INLINE inline Quad &quad(double *x) {
  return *reinterpret_cast<Quad *>(x);
}
TRITONE_INLINE inline const Quad &quad(const double *x) {
  return *reinterpret_cast<const Quad *>(x);
}

TRITONE_INLINE inline double sum_quad(const Quad &x) {
  return (x[0] + x[2]) + (x[1] + x[3]);
}

// sum_i a_i b_i over n doubles, a whole number of quads.
TRITONE_INLINE inline double dot(const double *a, const double *b,
                                 std::size_t n) {
  Quad even{};
  Quad odd{};
  std::size_t i = 0;
  for (; i + 2 * kQuad <= n; i += 2 * kQuad) {
    even += quad(a + i) * quad(b + i);
    odd += quad(a + i + kQuad) * quad(b + i + kQuad);
  }
  if (i < n)
    even += quad(a + i) * quad(b + i);
  even += odd;
  return sum_quad(even);
}

// x becomes e^x, within 2 units in the last place where |x| <= 708; arguments
// beyond are taken for +-708.
TRITONE_INLINE inline void exponentiate(Quad &x) {
  constexpr double kShift = 0x1.8p52; // its last bits count whole numbers
  const Quad high = Quad{} + 708.0;
  const Quad low = Quad{} - 708.0;
  x = x < high ? x : high;
  x = x > low ? x : low;
  const Quad shifted = x * 0x1.71547652b82fep+0 + kShift;
  const Quad k = shifted - kShift;
  const Quad r = (x - k * 0x1.62e42fefa0000p-1) - k * 0x1.cf79abc9e3b3ap-40;
  Quad p = r * (1.0 / 6227020800.0) + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  const Quad y = 1.0 + (r + r * r * p);
  x = (Quad)((QuadBits)y + ((QuadBits)shifted << 52));
}

// The exponents of normal numbers above 0, and the numbers scaled into [1, 2).
TRITONE_INLINE inline void split(const Quad &x, QuadBits &exponent,
                                 Quad &mantissa) {
  const QuadBits bits = (QuadBits)x;
  exponent = (bits >> 52) - 1023;
  mantissa = (Quad)((bits & 0x000fffffffffffffLL) | 0x3ff0000000000000LL);
}

// Natural logarithm of normal numbers above 0, within 2 units in the last
// place.
TRITONE_INLINE inline void logarithm(const Quad &x, Quad &out) {
  constexpr double kShift = 0x1.8p52;
  QuadBits exponent;
  Quad m;
  split(x, exponent, m);
  const QuadBits shifted = exponent + (QuadBits)(Quad{} + kShift);
  Quad e = (Quad)shifted - kShift;
  const Quad half = m * 0.5;
  const Quad next = e + 1.0;
  constexpr double kRoot2 = 1.4142135623730951;
  e = m > kRoot2 ? next : e;
  m = m > kRoot2 ? half : m;
  const Quad f = m - 1.0;
  const Quad s = f / (2.0 + f);
  const Quad t = s * s;
  Quad p = t * (2.0 / 23) + 2.0 / 21;
  p = p * t + 2.0 / 19;
  p = p * t + 2.0 / 17;
  p = p * t + 2.0 / 15;
  p = p * t + 2.0 / 13;
  p = p * t + 2.0 / 11;
  p = p * t + 2.0 / 9;
  p = p * t + 2.0 / 7;
  p = p * t + 2.0 / 5;
  p = p * t + 2.0 / 3;
  const Quad half_square = 0.5 * f * f;
  const Quad tail = s * (half_square + t * p);
  out = e * 0x1.62e42fefa0000p-1 -
        ((half_square - (tail + e * 0x1.cf79abc9e3b3ap-40)) - f);
}

} // namespace tritone::topic::stm
