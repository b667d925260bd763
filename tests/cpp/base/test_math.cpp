// SPDX-License-Identifier: GPL-2.0-or-later
// Our mathematical functions against those of the library.
#include "base/math.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

using namespace tritone;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

// Distance in units in the last place of `b`.
double ulps(double a, double b) {
  const double ulp = std::nextafter(std::fabs(b), kInf) - std::fabs(b);
  return std::fabs(a - b) / ulp;
}

} // namespace

TEST_CASE("base: exp agrees with the system's to 2 units in the last place") {
  double worst = 0;
  for (double x = -708; x < 709; x += 0.0371)
    worst = std::fmax(worst, ulps(math::exp(x), std::exp(x)));
  for (double x = -1; x < 1; x += 0.00137)
    worst = std::fmax(worst, ulps(math::exp(x), std::exp(x)));
  CHECK(worst <= 2.0);
  CHECK(math::exp(0.0) == 1.0);
  CHECK(math::exp(710.0) == kInf);
  CHECK(math::exp(kInf) == kInf);
  CHECK(math::exp(-kInf) == 0.0);
  CHECK(math::exp(-746.0) == 0.0);
  CHECK(math::exp(-740.0) > 0.0); // subnormal
  CHECK(math::exp(-740.0) == doctest::Approx(std::exp(-740.0)).epsilon(1e-3));
  CHECK(math::exp(709.78) == doctest::Approx(std::exp(709.78)).epsilon(1e-13));
  CHECK(std::isnan(math::exp(std::nan(""))));
}

TEST_CASE("base: log agrees with the system's to 2 units in the last place") {
  double worst = 0;
  for (double x = 1e-300; x < 1e300; x *= 1.7)
    worst = std::fmax(worst, ulps(math::log(x), std::log(x)));
  for (double x = 0.3; x < 3; x += 0.00071)
    worst = std::fmax(worst, ulps(math::log(x), std::log(x)));
  CHECK(worst <= 2.0);
  CHECK(math::log(1.0) == 0.0);
  CHECK(math::log(0.0) == -kInf);
  CHECK(math::log(kInf) == kInf);
  CHECK(std::isnan(math::log(-1.0)));
  CHECK(math::log(5e-324) == doctest::Approx(std::log(5e-324)));
  CHECK(math::log(1.0 + 1e-15) ==
        doctest::Approx(std::log1p(1.0000000000000011 - 1)).epsilon(0.2));
}

TEST_CASE("base: lgamma agrees with the system's") {
  for (double x = 0.001; x < 40; x += 0.0173) {
    CAPTURE(x);
    const double want = std::lgamma(x);
    CHECK(std::fabs(math::lgamma(x) - want) <= 1e-14 + 4e-16 * std::fabs(want));
  }
  for (double x = 50; x < 1e12; x *= 3.1)
    CHECK(math::lgamma(x) == doctest::Approx(std::lgamma(x)).epsilon(1e-14));
  CHECK(math::lgamma(0.0) == kInf);
  CHECK(std::isnan(math::lgamma(-0.5)));
}

TEST_CASE("base: digamma and trigamma at known values and by recurrence") {
  constexpr double euler = 0.57721566490153286;
  CHECK(math::digamma(1.0) == doctest::Approx(-euler).epsilon(1e-14));
  CHECK(math::digamma(0.5) ==
        doctest::Approx(-euler - 2 * 0.69314718055994531).epsilon(1e-14));
  constexpr double pi = 3.14159265358979324;
  CHECK(math::trigamma(1.0) == doctest::Approx(pi * pi / 6).epsilon(1e-14));
  CHECK(math::trigamma(0.5) == doctest::Approx(pi * pi / 2).epsilon(1e-14));
  for (double x = 0.01; x < 60; x += 0.137) {
    CAPTURE(x);
    CHECK(math::digamma(x + 1) - math::digamma(x) ==
          doctest::Approx(1 / x).epsilon(1e-11));
    CHECK(math::trigamma(x) - math::trigamma(x + 1) ==
          doctest::Approx(1 / (x * x)).epsilon(1e-10));
  }
  // The derivative of lgamma, by a central difference.
  for (double x : {0.7, 3.2, 11.0, 250.0})
    CHECK((math::lgamma(x + 1e-5) - math::lgamma(x - 1e-5)) / 2e-5 ==
          doctest::Approx(math::digamma(x)).epsilon(1e-6));
  CHECK(math::digamma(0.0) == -kInf);
  CHECK(std::isnan(math::digamma(-1.0)));
  CHECK(math::trigamma(0.0) == kInf);
  CHECK(std::isnan(math::trigamma(-1.0)));
}
