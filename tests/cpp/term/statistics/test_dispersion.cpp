// SPDX-License-Identifier: GPL-2.0-or-later
// Measures of dispersion by hand.
#include "term/statistics/dispersion.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// The first term is even, the second in one article only, the third nowhere.
const std::int32_t kP[] = {0, 4, 5, 5};
const std::int32_t kI[] = {0, 1, 2, 3, 0};
const double kX[] = {1, 1, 2, 4, 6};
const ColumnsView kCounts{4, 3, kP, kI, kX};
const std::vector<double> kSize{10, 10, 20, 40};
const std::vector<std::int32_t> kEach{0, 1, 2, 3};

Dispersion find(const std::vector<std::int32_t> &part,
                const std::vector<std::int32_t> &group, std::size_t groups,
                std::size_t threads = 1) {
  NullMonitor monitor;
  return term_dispersion(kCounts, part, group, kSize, groups, threads, monitor);
}

} // namespace

TEST_CASE("dispersion: even, in one part, nowhere") {
  const Dispersion d = find(kEach, {0, 0, 0, 0}, 1);
  CHECK(d.parts == std::vector<double>{4});
  CHECK(d.range == std::vector<double>{4, 1, 0});
  CHECK(d.dp[0] == doctest::Approx(0));
  CHECK(d.juilland_d[0] == doctest::Approx(1));
  CHECK(d.carroll_d2[0] == doctest::Approx(1));
  CHECK(d.rosengren_s[0] == doctest::Approx(1));
  CHECK(d.kld[0] == doctest::Approx(0));
  // All in a part of an eighth: |1 - 1/8| + 7/8 over 2.
  CHECK(d.dp[1] == doctest::Approx(0.875));
  CHECK(d.dp_norm[1] == doctest::Approx(1));
  CHECK(d.juilland_d[1] == doctest::Approx(0));
  CHECK(d.carroll_d2[1] == doctest::Approx(0));
  CHECK(d.rosengren_s[1] == doctest::Approx(0.125));
  CHECK(d.kld[1] == doctest::Approx(3));
  CHECK(std::isnan(d.dp[2]));
  CHECK(std::isnan(d.juilland_d[2]));
}

TEST_CASE("dispersion: groups, articles left out, one part") {
  const Dispersion d = find({0, 1, 2, -1}, {0, 0, 1}, 2);
  CHECK(d.parts == std::vector<double>{2, 1});
  CHECK(d.range == std::vector<double>{2, 1, 1, 0, 0, 0});
  CHECK(d.dp[2] == doctest::Approx(0.5));
  CHECK(d.dp_norm[2] == doctest::Approx(1));
  CHECK(d.dp[1] == doctest::Approx(0));
  CHECK(std::isnan(d.dp_norm[1]));
  CHECK(std::isnan(d.juilland_d[1]));
  CHECK_THROWS_AS(find({0, 1, 2, 4}, {0, 0, 0, 0}, 1), input_error);
  CHECK_THROWS_AS(find(kEach, {0, 0, 0, 1}, 1), input_error);
}

TEST_CASE("dispersion: articles of one part are one") {
  const Dispersion d = find({0, 0, 1, 1}, {0, 0}, 1, 2);
  CHECK(d.range == std::vector<double>{2, 1, 0});
  CHECK(d.dp[1] == doctest::Approx(0.75));
}
