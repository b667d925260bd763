// SPDX-License-Identifier: GPL-2.0-or-later
// Sums in lanes: exact for whole numbers, little loss otherwise.
#include "base/sum.h"

#include "base/rng.h"

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

TEST_CASE("base: order-free sums have the same bits in every order") {
  std::vector<double> x;
  Rng rng(7, 1);
  for (int i = 0; i < 5000; ++i)
    x.push_back((rng.uniform() - 0.3) * std::ldexp(1.0, i % 80 - 40));
  long double exact = 0;
  for (const double one : x)
    exact += one;
  const double found = order_free_sum(x.data(), x.size());
  CHECK(found == doctest::Approx(static_cast<double>(exact)).epsilon(1e-15));
  std::size_t differs = 0; // of one running sum, so that the test can fail
  double running = 0;
  for (const double one : x)
    running += one;
  for (int round = 0; round < 20; ++round) {
    rng.shuffle(x);
    CHECK(order_free_sum(x.data(), x.size()) == found);
    double again = 0;
    for (const double one : x)
      again += one;
    differs += again != running;
  }
  CHECK(differs > 0);
}

TEST_CASE("base: order-free sums at the ends of the numbers") {
  const auto of = [](const std::vector<double> &x) {
    return order_free_sum(x.data(), x.size());
  };
  CHECK(of({}) == 0.0);
  CHECK(of({0, 0}) == 0.0);
  CHECK(of({3}) == 3.0);
  CHECK(of({0x1p-1074, 0x1p-1074}) == 0x1p-1073);
  CHECK(of({1e300, 1, -1e300}) == 0.0); // below all bits of the sizes
  CHECK(of({1e15, 0.25, -1e15}) == 0.25);
  CHECK(of({1.7e308, 1.7e308}) == HUGE_VAL);
  CHECK(std::isnan(of({1, std::nan("")})));
  std::vector<double> whole;
  for (int i = 1; i <= 1000; ++i)
    whole.push_back(i);
  CHECK(of(whole) == 500500.0);
}
