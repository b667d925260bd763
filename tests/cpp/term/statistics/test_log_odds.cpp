// SPDX-License-Identifier: GPL-2.0-or-later
#include "term/statistics/log_odds.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace tritone;

namespace {

// [ 3 1 ]
// [ 1 3 ]
// [ 2 2 ]
const std::int32_t kP[] = {0, 3, 6};
const std::int32_t kI[] = {0, 1, 2, 0, 1, 2};
const double kX[] = {3, 1, 2, 1, 3, 2};
const ColumnsView kCounts{3, 2, kP, kI, kX};

} // namespace

TEST_CASE("term log odds: by hand") {
  // Group 0 is the first article: 3 of 4 tokens; the others have 3 of 8. The
  // prior adds 6 tokens, 3 of each term.
  const auto z = log_odds(kCounts, {0, 1, 1}, 2, {0.5, 0.5}, 6);
  const double wanted =
      (std::log(6.0 / 4) - std::log(6.0 / 8)) / std::sqrt(1.0 / 6 + 1.0 / 6);
  REQUIRE(z.size() == 4);
  CHECK(z[0] == doctest::Approx(wanted).epsilon(1e-13));
  CHECK(z[1] == doctest::Approx(-wanted).epsilon(1e-13));
}

TEST_CASE("term log odds: groups alike have 0, as has what nobody can know") {
  for (const double z : log_odds(kCounts, {0, 0, 1}, 2, {0.5, 0.5}, 12))
    CHECK(z == 0.0);
  // A term that the prior gives nothing.
  const auto z = log_odds(kCounts, {0, 1, 1}, 2, {1, 0}, 5);
  CHECK(z[0] != 0.0);
  CHECK(z[2] == 0.0);
  CHECK(z[3] == 0.0);
  // The only term there is.
  const std::int32_t p[] = {0, 2};
  const std::int32_t i[] = {0, 1};
  const double x[] = {3, 5};
  for (const double w : log_odds({2, 1, p, i, x}, {0, 1}, 2, {1}, 8))
    CHECK(w == 0.0);
  // A group without a token.
  for (const double w : log_odds(kCounts, {0, 0, 0}, 2, {0.5, 0.5}, 12))
    CHECK(std::isfinite(w));
  CHECK(log_odds({0, 0, p, nullptr, nullptr}, {}, 2, {}, 1).empty());
}

TEST_CASE("term log odds: articles without a group, terms without a share") {
  CHECK_THROWS_AS(log_odds(kCounts, {0, 1}, 2, {0.5, 0.5}, 1), input_error);
  CHECK_THROWS_AS(log_odds(kCounts, {0, 1, 1}, 2, {1}, 1), input_error);
  const double x[] = {1e308, 1e308, 0, 0, 0, 0};
  CHECK_THROWS_AS(log_odds({3, 2, kP, kI, x}, {0, 1, 1}, 2, {0.5, 0.5}, 1),
                  numeric_error);
}
