// SPDX-License-Identifier: GPL-2.0-or-later
// Sums in lanes: exact for whole numbers, little loss otherwise.
#include "base/sum.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;

TEST_CASE("base: lane sums of whole numbers are exact at every length") {
  std::vector<double> x, y;
  double plain = 0, product = 0;
  CHECK(sum(x.data(), 0) == 0.0);
  for (int i = 1; i <= 100; ++i) {
    x.push_back(i);
    y.push_back(101 - i);
    plain += i;
    product += i * (101.0 - i);
    CHECK(sum(x.data(), x.size()) == plain);
    CHECK(dot(x.data(), y.data(), x.size()) == product);
  }
}

TEST_CASE("base: lane sums lose less than one running sum") {
  const std::vector<float> x(100000, 0.1F);
  float running = 0;
  for (float value : x)
    running += value;
  const float error = sum(x.data(), x.size()) - 10000.0F;
  CHECK(std::fabs(error) < std::fabs(running - 10000.0F));
}
