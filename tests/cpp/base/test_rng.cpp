// SPDX-License-Identifier: GPL-2.0-or-later
// Random numbers: known values, distributions, streams.
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace tritone;

namespace {

struct Moments {
  double mean = 0, variance = 0;
};

template <class Draw> Moments moments(Draw draw, int n = 200000) {
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double x = draw();
    sum += x;
    squares += x * x;
  }
  const double mean = sum / n;
  return {mean, squares / n - mean * mean};
}

} // namespace

TEST_CASE("base: Philox4x32-10 gives its published answers") {
  using Counter = std::array<std::uint32_t, 4>;
  CHECK(Rng::philox({0, 0, 0, 0}, {0, 0}) ==
        Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(Rng::philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
                    {0xffffffff, 0xffffffff}) ==
        Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(Rng::philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                    {0xa4093822, 0x299f31d0}) ==
        Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("base: a stream is named by seed, item and sweep") {
  const auto first = [](std::uint64_t seed, std::uint64_t stream,
                        std::uint32_t sweep) {
    return Rng(seed, stream, sweep).next64();
  };
  CHECK(first(1, 2, 3) == first(1, 2, 3));
  CHECK(first(1, 2, 3) != first(2, 2, 3));
  CHECK(first(1, 2, 3) != first(1, 3, 3));
  CHECK(first(1, 2, 3) != first(1, 2, 4));
  CHECK(first(1, 2ULL << 32, 3) != first(1, 2, 3));
  CHECK(first(1ULL << 32, 2, 3) != first(0, 2, 3));
}

TEST_CASE("base: uniform numbers lie inside (0, 1) and are flat") {
  Rng rng(1, 1);
  std::vector<int> cell(20, 0);
  const int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double u = rng.uniform();
    REQUIRE(u > 0.0);
    REQUIRE(u < 1.0);
    ++cell[static_cast<std::size_t>(u * 20)];
  }
  double chi_square = 0;
  for (int c : cell)
    chi_square += (c - n / 20.0) * (c - n / 20.0) / (n / 20.0);
  CHECK(chi_square < 43.8); // 99.9 % point of chi-square with 19 df
}

TEST_CASE("base: below() reaches every number and no other") {
  Rng rng(1, 2);
  std::vector<int> cell(7, 0);
  for (int i = 0; i < 70000; ++i)
    ++cell[rng.below(7)];
  for (int c : cell)
    CHECK(std::abs(c - 10000) < 500);
  for (int i = 0; i < 100; ++i)
    CHECK(rng.below(1) == 0);
  CHECK(rng.below(0xffffffffU) < 0xffffffffU);
}

TEST_CASE("base: distributions have their mean and variance") {
  Rng rng(3, 4);
  const auto normal = moments([&] { return rng.normal(); });
  CHECK(normal.mean == doctest::Approx(0).epsilon(0.01));
  CHECK(normal.variance == doctest::Approx(1).epsilon(0.02));
  const auto exponential = moments([&] { return rng.exponential(); });
  CHECK(exponential.mean == doctest::Approx(1).epsilon(0.02));
  CHECK(exponential.variance == doctest::Approx(1).epsilon(0.04));
  for (double shape : {0.05, 0.7, 1.0, 9.5}) {
    CAPTURE(shape);
    const auto gamma = moments([&] { return rng.gamma(shape); });
    CHECK(gamma.mean == doctest::Approx(shape).epsilon(0.03));
    CHECK(gamma.variance == doctest::Approx(shape).epsilon(0.06));
  }
  for (double mean : {0.0, 1.0, 40.0}) {
    CAPTURE(mean);
    const auto poisson = moments([&] { return double(rng.poisson(mean)); });
    CHECK(poisson.mean == doctest::Approx(mean).epsilon(0.02));
    CHECK(poisson.variance == doctest::Approx(mean).epsilon(0.04));
  }
}

TEST_CASE("base: Dirichlet draws sum to 1, tiny shapes too") {
  Rng rng(5, 6);
  const double shape[] = {1.0, 2.0, 7.0};
  double mean[3] = {};
  for (int i = 0; i < 20000; ++i) {
    double x[3];
    rng.dirichlet(shape, 3, x);
    CHECK(x[0] + x[1] + x[2] == doctest::Approx(1).epsilon(1e-12));
    for (int k = 0; k < 3; ++k)
      mean[k] += x[k] / 20000;
  }
  CHECK(mean[0] == doctest::Approx(0.1).epsilon(0.03));
  CHECK(mean[2] == doctest::Approx(0.7).epsilon(0.02));
  const double tiny[] = {1e-5, 1e-5};
  for (int i = 0; i < 100; ++i) {
    double x[2];
    rng.dirichlet(tiny, 2, x);
    CHECK(x[0] + x[1] == doctest::Approx(1).epsilon(1e-12));
  }
}

TEST_CASE("base: categorical follows its weights and skips those of 0") {
  Rng rng(7, 8);
  const double weight[] = {0.0, 1.0, 3.0, 0.0};
  int count[4] = {};
  for (int i = 0; i < 40000; ++i)
    ++count[rng.categorical(weight, 4)];
  CHECK(count[0] == 0);
  CHECK(count[3] == 0);
  CHECK(std::abs(count[1] - 10000) < 450);
}

TEST_CASE("base: shuffle is a permutation, and every one may come") {
  Rng rng(9, 10);
  std::vector<int> seen(6, 0);
  for (int i = 0; i < 6000; ++i) {
    std::vector<int> x{0, 1, 2};
    rng.shuffle(x);
    ++seen[static_cast<std::size_t>(x[0] * 2 + (x[1] > x[2]))];
    std::sort(x.begin(), x.end());
    REQUIRE(x == std::vector<int>{0, 1, 2});
  }
  for (int count : seen)
    CHECK(std::abs(count - 1000) < 150);
  std::vector<int> none;
  rng.shuffle(none);
  CHECK(none.empty());
}
