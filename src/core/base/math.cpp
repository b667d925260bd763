// SPDX-License-Identifier: GPL-2.0-or-later
// Own exp, log, lgamma and digamma: the same bits on every machine.
#include "base/math.h"

#include <cstdint>
#include <cstring>
#include <limits>

namespace tritone::math {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// log 2 in two parts: the product of the first with an exponent is exact.
constexpr double kLog2Hi = 0x1.62e42fefa0000p-1;
constexpr double kLog2Lo = 0x1.cf79abc9e3b3ap-40;
constexpr double kLog2Inverse = 0x1.71547652b82fep+0;
constexpr double kHalfLog2Pi = 0.91893853320467274178;

// The series of Stirling's kind below are used from here up, where their first
// omitted term is below one unit in the last place.
constexpr double kSeriesFrom = 10.0;

std::uint64_t bits_of(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double from_bits(std::uint64_t bits) {
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// 2^k for -1022 <= k <= 1023.
double power_of_two(int k) {
  return from_bits(static_cast<std::uint64_t>(k + 1023) << 52);
}

// Sum of c[0] + c[1] t + ... by Horner's rule.
template <int N> double polynomial(const double (&c)[N], double t) {
  double sum = c[N - 1];
  for (int i = N - 2; i >= 0; --i)
    sum = sum * t + c[i];
  return sum;
}

} // namespace

double exp(double x) {
  if (!(x == x))
    return x;
  if (x > 709.782712893384)
    return kInf;
  if (x < -745.1332191019412)
    return 0.0;
  const double scaled = x * kLog2Inverse;
  const int k = static_cast<int>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const double r = (x - k * kLog2Hi) - k * kLog2Lo; // |r| <= log(2) / 2
  // (e^r - 1 - r) / r^2 by Taylor's series: the first omitted term is 4e-18.
  static constexpr double c[] = {
      1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
      1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
      1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};
  const double y = 1.0 + (r + r * r * polynomial(c, r));
  if (k >= -1021 && k <= 1023)
    return y * power_of_two(k);
  const int half = k / 2; // near the ends of the range, in two steps
  return y * power_of_two(half) * power_of_two(k - half);
}

double log(double x) {
  if (!(x == x) || x < 0)
    return kNaN;
  if (x == 0)
    return -kInf;
  if (x == kInf)
    return kInf;
  int exponent = 0;
  if (x < std::numeric_limits<double>::min()) { // subnormal
    x *= 0x1p54;
    exponent = -54;
  }
  std::uint64_t bits = bits_of(x);
  exponent += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  double m = from_bits(bits); // [1, 2), then [sqrt(1/2), sqrt(2))
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  // log m = 2 atanh(s), s = f / (2 + f); rewritten so that f, which is exact,
  // carries the leading digits.
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double t = s * s;
  static constexpr double c[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,
                                 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17,
                                 2.0 / 19, 2.0 / 21, 2.0 / 23};
  const double half_square = 0.5 * f * f;
  const double tail = s * (half_square + t * polynomial(c, t));
  return exponent * kLog2Hi - ((half_square - (tail + exponent * kLog2Lo)) - f);
}

double lgamma(double x) {
  if (!(x == x) || x < 0)
    return kNaN;
  if (x == 0 || x == kInf)
    return kInf;
  double shift = 1.0;
  double z = x;
  while (z < kSeriesFrom) { // Gamma(z + 1) = z Gamma(z)
    shift *= z;
    z += 1.0;
  }
  static constexpr double c[] = {1.0 / 12,    -1.0 / 360, 1.0 / 1260,
                                 -1.0 / 1680, 1.0 / 1188, -691.0 / 360360,
                                 1.0 / 156};
  const double inverse = 1.0 / z;
  const double series = inverse * polynomial(c, inverse * inverse);
  const double stirling = (z - 0.5) * log(z) - z + kHalfLog2Pi + series;
  return z == x ? stirling : stirling - log(shift);
}

double digamma(double x) {
  if (!(x == x) || x < 0)
    return kNaN;
  if (x == 0)
    return -kInf;
  double below = 0.0;
  while (x < kSeriesFrom) {
    below += 1.0 / x;
    x += 1.0;
  }
  static constexpr double c[] = {1.0 / 12,   -1.0 / 120, 1.0 / 252,
                                 -1.0 / 240, 1.0 / 132,  -691.0 / 32760,
                                 1.0 / 12};
  const double inverse = 1.0 / x;
  const double t = inverse * inverse;
  return log(x) - 0.5 * inverse - t * polynomial(c, t) - below;
}

double trigamma(double x) {
  if (!(x == x) || x < 0)
    return kNaN;
  if (x == 0)
    return kInf;
  double below = 0.0;
  while (x < kSeriesFrom) {
    below += 1.0 / (x * x);
    x += 1.0;
  }
  static constexpr double c[] = {1.0 / 6,  -1.0 / 30,     1.0 / 42, -1.0 / 30,
                                 5.0 / 66, -691.0 / 2730, 7.0 / 6};
  const double inverse = 1.0 / x;
  const double t = inverse * inverse;
  return inverse + 0.5 * t + inverse * t * polynomial(c, t) + below;
}

} // namespace tritone::math
