// SPDX-License-Identifier: GPL-2.0-or-later
// Log-odds of terms against values by hand.
#include "term/statistics/keyness.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// [ 3 1 ]
// [ 1 3 ]
// [ 2 2 ]
const std::int32_t kP[] = {0, 3, 6};
const std::int32_t kI[] = {0, 1, 2, 0, 1, 2};
const double kX[] = {3, 1, 2, 1, 3, 2};
const ColumnsView kCounts{3, 2, kP, kI, kX};

} // namespace

TEST_CASE("term keyness: by hand") {
  // Group 0 is the first article: 3 of 4 tokens; the others have 3 of 8. The
  // prior adds 6 tokens, 3 of each term.
  const Keyness found = term_keyness(kCounts, {0, 1, 1}, 2, 6);
  const double wanted = std::log(6.0 / 4) - std::log(6.0 / 8);
  REQUIRE(found.log_odds.size() == 4);
  CHECK(found.count == std::vector<double>{3, 3, 1, 5});
  CHECK(found.others == std::vector<double>{3, 3, 5, 1});
  CHECK(found.log_odds[0] == doctest::Approx(wanted).epsilon(1e-13));
  CHECK(found.log_odds[1] == doctest::Approx(-wanted).epsilon(1e-13));
  for (const std::size_t at : {0, 1})
    CHECK(found.std_error[at] ==
          doctest::Approx(std::sqrt(1.0 / 6 + 1.0 / 6)).epsilon(1e-13));
}

TEST_CASE("term keyness: groups alike have 0") {
  for (const double x : term_keyness(kCounts, {0, 0, 1}, 2, 12).log_odds)
    CHECK(x == 0.0);
  // A group without a token.
  for (const double x : term_keyness(kCounts, {0, 0, 0}, 2, 12).log_odds)
    CHECK(std::isfinite(x));
}

TEST_CASE("term keyness: what nobody can know is no number") {
  // A term that does not occur.
  const double none[] = {3, 1, 2, 0, 0, 0};
  const Keyness found = term_keyness({3, 2, kP, kI, none}, {0, 1, 1}, 2, 5);
  for (std::size_t at = 0; at < 4; ++at) {
    CHECK(std::isnan(found.log_odds[at])); // the other one is the only term
    CHECK(std::isnan(found.std_error[at]));
  }
  // The only term there is.
  const std::int32_t p[] = {0, 2};
  const std::int32_t i[] = {0, 1};
  const double x[] = {3, 5};
  for (const double w : term_keyness({2, 1, p, i, x}, {0, 1}, 2, 8).log_odds)
    CHECK(std::isnan(w));
  CHECK(term_keyness({0, 0, p, nullptr, nullptr}, {}, 2, 1).log_odds.empty());
}

TEST_CASE("term keyness: articles without a group, counts too large") {
  CHECK_THROWS_AS(term_keyness(kCounts, {0, 1}, 2, 1), input_error);
  const double x[] = {1e308, 1e308, 0, 0, 0, 0};
  CHECK_THROWS_AS(term_keyness({3, 2, kP, kI, x}, {0, 1, 1}, 2, 1),
                  numeric_error);
}

TEST_CASE("term keyness: the order of articles changes no bit") {
  // One column of counts that are no whole numbers, in two orders.
  std::vector<std::int32_t> p{0, 7, 14};
  std::vector<std::int32_t> i{0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6};
  std::vector<double> x{0.1, 0.7, 1e-3, 0.3, 11.3, 0.2, 1e5,
                        0.9, 0.6, 1e-9, 0.3, 0.11, 0.4, 1e3};
  const Keyness one = term_keyness({7, 2, p.data(), i.data(), x.data()},
                                   {0, 1, 0, 1, 0, 1, 0}, 2, 6);
  std::reverse(x.begin(), x.begin() + 7);
  std::reverse(x.begin() + 7, x.end());
  const Keyness other = term_keyness({7, 2, p.data(), i.data(), x.data()},
                                     {0, 1, 0, 1, 0, 1, 0}, 2, 6);
  CHECK(one.count == other.count);
  CHECK(one.log_odds == other.log_odds);
  CHECK(one.std_error == other.std_error);
  CHECK(one.g2 == other.g2);
  CHECK(one.chi2 == other.chi2);
}

TEST_CASE("term keyness: G2 and chi2 by hand") {
  // The first term: 3 of 4 tokens in the first group, 3 of 6 in the others.
  const Keyness found = term_keyness(kCounts, {0, 1, 1}, 2, 10);
  const double a = found.count[0];
  const double b = found.others[0];
  const double c = found.count[2];
  const double d = found.others[2];
  const double n = a + b + c + d;
  const auto part = [](double x, double e) { return x * std::log(x / e); };
  const double g2 =
      2 * (part(a, (a + b) * (a + c) / n) + part(b, (a + b) * (b + d) / n) +
           part(c, (c + d) * (a + c) / n) + part(d, (c + d) * (b + d) / n));
  const double chi2 = n * (a * d - b * c) * (a * d - b * c) / (a + b) /
                      (c + d) / (a + c) / (b + d);
  const double sign = a * n < (a + b) * (a + c) ? -1 : 1;
  CHECK(found.g2[0] == doctest::Approx(sign * g2).epsilon(1e-12));
  CHECK(found.chi2[0] == doctest::Approx(sign * chi2).epsilon(1e-12));
  // The group has the other side's opposite sign.
  CHECK(found.g2[1] == doctest::Approx(-found.g2[0]).epsilon(1e-12));
  CHECK(found.chi2[1] == doctest::Approx(-found.chi2[0]).epsilon(1e-12));
  // Without a margin there is no table.
  const double none[] = {3, 1, 2, 0, 0, 0};
  const Keyness rare = term_keyness({3, 2, kP, kI, none}, {0, 1, 1}, 2, 5);
  CHECK(std::isnan(rare.g2[2]));
  CHECK(std::isnan(rare.chi2[3]));
}
