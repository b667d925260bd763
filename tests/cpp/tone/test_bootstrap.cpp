// SPDX-License-Identifier: GPL-2.0-or-later
// Replicates of tones: their spread, and the same bits for any number of
// threads.
#include "tone/bootstrap.h"

#include "base/error.h"
#include "base/hash.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::tone;

namespace {

std::vector<double> draw(const BootstrapSums &sums, std::size_t replicates,
                         std::size_t threads = 1, std::uint64_t seed = 1) {
  NullMonitor monitor;
  return bootstrap_tones(sums, replicates, seed, threads, monitor);
}

// n units of one group, with values 0, 1, 2, 0, 1, 2 ... and the size 1.
BootstrapSums means(std::size_t n) {
  BootstrapSums sums;
  sums.groups = 1;
  sums.group = {0};
  sums.weight = {1};
  for (std::size_t i = 0; i < n; ++i)
    sums.items.push_back({0, mix64(i + 1), static_cast<double>(i % 3), 1});
  return sums;
}

double mean(const std::vector<double> &x) {
  double sum = 0;
  for (const double value : x)
    sum += value;
  return sum / static_cast<double>(x.size());
}

double spread(const std::vector<double> &x) {
  double sum = 0;
  for (const double value : x)
    sum += (value - mean(x)) * (value - mean(x));
  return std::sqrt(sum / static_cast<double>(x.size() - 1));
}

} // namespace

TEST_CASE("replicates spread as the mean does") {
  const std::vector<double> drawn = draw(means(300), 2000);
  CHECK(drawn.size() == 2000);
  CHECK(mean(drawn) == doctest::Approx(1).epsilon(0.01));
  CHECK(spread(drawn) ==
        doctest::Approx(std::sqrt(2.0 / 3 / 300)).epsilon(0.06));
}

TEST_CASE("a unit has the same draws in all groups and in any order") {
  BootstrapSums sums;
  sums.groups = 2;
  sums.group = {0, 1};
  sums.weight = {1, 1};
  for (std::size_t g = 0; g < 2; ++g)
    for (std::size_t i = 0; i < 5; ++i) {
      const std::size_t at = g == 0 ? i : 4 - i;
      sums.items.push_back({g, mix64(at), static_cast<double>(1 << at), 1});
    }
  const std::vector<double> drawn = draw(sums, 100);
  for (std::size_t r = 0; r < 100; ++r)
    CHECK((drawn[r] == drawn[100 + r] || std::isnan(drawn[r])));
}

TEST_CASE("a group's tone is the mean of its ratios") {
  // One unit for all: its weight cancels but for kappa.
  BootstrapSums sums;
  sums.groups = 3;
  sums.group = {0, 0, 2};
  sums.weight = {3, 1, 1};
  sums.items = {{0, 5, 1, 2}, {0, 5, 2, 2}, {1, 5, -1, 1}, {2, 5, 4, 0}};
  const std::vector<double> drawn = draw(sums, 70);
  std::size_t none = 0;
  for (std::size_t r = 0; r < 70; ++r) {
    none += std::isnan(drawn[r]);
    if (!std::isnan(drawn[r]))
      CHECK(drawn[r] == doctest::Approx((3 * 0.75 - 1) / 4));
    CHECK(std::isnan(drawn[70 + r]));  // has no ratio
    CHECK(std::isnan(drawn[140 + r])); // has no size
  }
  // The share of replicates without the unit is exp(-1).
  CHECK(none > 10);
  CHECK(none < 45);
  sums.kappa = 2;
  sums.groups = 1;
  sums.group = {0};
  sums.weight = {2};
  sums.items = {{0, 5, 1, 1}};
  for (const double tone : draw(sums, 70)) {
    if (std::isnan(tone))
      continue;
    const double weight = 2 * tone / (1 - tone);
    CHECK(weight == doctest::Approx(std::round(weight)));
  }
}

TEST_CASE("threads change no bit, and a seed changes all") {
  const BootstrapSums sums = means(50);
  const std::vector<double> one = draw(sums, 500);
  CHECK(draw(sums, 500, 2) == one);
  CHECK(draw(sums, 500, 7) == one);
  CHECK(draw(sums, 500, 1, 2) != one);
  // More replicates begin with the same ones.
  const std::vector<double> more = draw(sums, 700, 7);
  CHECK(std::vector<double>(more.begin(), more.begin() + 500) == one);
}

TEST_CASE("empty and damaged sums") {
  CHECK(draw({}, 10).empty());
  CHECK(draw(means(3), 0).empty());
  BootstrapSums sums = means(3);
  sums.items[0].ratio = 1;
  CHECK_THROWS_AS(draw(sums, 1), input_error);
  sums = means(3);
  sums.group[0] = 1;
  CHECK_THROWS_AS(draw(sums, 1), input_error);
  sums = means(3);
  sums.weight.clear();
  CHECK_THROWS_AS(draw(sums, 1), input_error);
}
