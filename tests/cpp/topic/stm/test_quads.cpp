// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/quads.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

TEST_CASE("quads: exponentials and logarithms are those of libm") {
  Rng rng(1, 2);
  for (int i = 0; i < 5000; ++i) {
    double x[kQuad];
    double out[kQuad];
    for (double &value : x)
      value = 1400.0 * (rng.uniform() - 0.5);
    Quad power = quad(x);
    exponentiate(power);
    Quad back;
    logarithm(power, back);
    quad(out) = power;
    for (std::size_t l = 0; l < kQuad; ++l) {
      CHECK(std::fabs(out[l] / std::exp(x[l]) - 1.0) < 1e-15);
      CHECK(std::fabs(back[l] - std::log(out[l])) <=
            2e-16 * std::fabs(x[l]) + 1e-16);
    }
  }
  // Near 1, where digits of a logarithm are lost first, and beyond the range.
  double near[kQuad] = {1.0, 1.0 + 1e-12, 1.0 - 1e-9, 1.41421357};
  Quad out;
  logarithm(quad(near), out);
  CHECK(out[0] == 0.0);
  for (std::size_t l = 1; l < kQuad; ++l)
    CHECK(std::fabs(out[l] / std::log(near[l]) - 1.0) < 1e-15);
  double far[kQuad] = {-1e9, 1e9, 0.0, -708.0};
  Quad power = quad(far);
  exponentiate(power);
  CHECK(power[0] == power[3]);
  CHECK(power[1] > 1e307);
  CHECK(power[2] == 1.0);
}

TEST_CASE("quads: dot products over any number of quads") {
  for (std::size_t n = 0; n <= 40; n += kQuad) {
    std::vector<double> a(n);
    std::vector<double> b(n);
    double expected = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      a[i] = static_cast<double>(i) - 3.0;
      b[i] = static_cast<double>(i * i) + 1.0;
      expected += a[i] * b[i];
    }
    CHECK(dot(a.data(), b.data(), n) == expected);
  }
  CHECK(padded(0) == 0);
  CHECK(padded(1) == 4);
  CHECK(padded(4) == 4);
  CHECK(padded(5) == 8);
}
