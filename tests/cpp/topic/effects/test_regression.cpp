// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/regression.h"

#include "base/error.h"
#include "topic/effects/regressions.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone;
using namespace tritone::topic::effects;

namespace {

Regressions fit(const Design &design, Form form, std::size_t threads = 1,
                std::size_t topics = 3, std::size_t draws = 2) {
  NullMonitor monitor;
  const std::vector<double> values = tried_shares(topics, draws);
  const Shares shares{values.data(), topics, draws};
  return regress(design, shares, form, std::vector<double>(2 * topics, 0.0),
                 std::vector<double>(topics, 1.0), threads, monitor);
}

} // namespace

TEST_CASE("the same bits for every number of threads, in every form") {
  for (const Form form : {Form::linear, Form::fractional, Form::beta})
    for (int groups = 0; groups < 3; ++groups) {
      const Design design = tried_design(groups > 0, groups == 2);
      const Regressions one = fit(design, form, 1);
      for (const std::size_t threads : {2, 7}) {
        const Regressions more = fit(design, form, threads);
        CHECK(one.coefficients == more.coefficients);
        CHECK(one.covariance == more.covariance);
        CHECK(one.spread == more.spread);
        CHECK(one.precision == more.precision);
      }
      for (const auto failed : one.failed)
        CHECK(failed == 0);
    }
}

TEST_CASE("a draw's fit is that of these shares alone") {
  const Design design = tried_design();
  const Regressions both = fit(design, Form::beta, 1, 1, 2);
  NullMonitor monitor;
  const std::vector<double> values = tried_shares(1, 2);
  const Regressions second =
      regress(design, Shares{values.data() + kTried, 1, 1}, Form::beta,
              {0.0, 0.0}, {1.0}, 1, monitor);
  for (std::size_t j = 0; j < 2; ++j)
    CHECK(both.coefficients[2 + j] ==
          doctest::Approx(second.coefficients[j]).epsilon(1e-7));
}

TEST_CASE("what cannot be fitted is said") {
  NullMonitor monitor;
  const std::vector<double> values = tried_shares(1, 1);
  const Shares shares{values.data(), 1, 1};
  Design few = tried_design();
  few.columns = kTried;
  CHECK_THROWS_AS(regress(few, shares, Form::linear,
                          std::vector<double>(kTried), {0.0}, 1, monitor),
                  input_error);
  const Design design = tried_design();
  CHECK_THROWS_AS(
      regress(design, shares, Form::linear, {0.0}, {0.0}, 1, monitor),
      input_error);
  Design one = tried_design(true);
  one.groups = 1;
  CHECK_THROWS_AS(
      regress(one, shares, Form::linear, {0.0, 0.0}, {0.0}, 1, monitor),
      input_error);
  one.groups = 3; // some articles have a higher number
  CHECK_THROWS_AS(
      regress(one, shares, Form::linear, {0.0, 0.0}, {0.0}, 1, monitor),
      input_error);
}

TEST_CASE("shares that are all 0 in a group do not settle, and end") {
  NullMonitor monitor;
  std::vector<double> x(2 * 20, 1.0);
  std::vector<double> y(20, 0.0);
  for (std::size_t i = 0; i < 10; ++i) {
    x[20 + i] = -1.0;
    y[i] = 0.5;
  }
  const Design design = make_design(x.data(), 20, 2);
  const Regressions found =
      regress(design, Shares{y.data(), 1, 1}, Form::fractional, {0.0, 0.0},
              {0.0}, 1, monitor);
  CHECK(found.coefficients[0] + found.coefficients[1] < -10.0);
  CHECK(found.coefficients[0] - found.coefficients[1] ==
        doctest::Approx(0.0).epsilon(1e-4));
}
