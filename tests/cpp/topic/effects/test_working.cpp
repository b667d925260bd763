// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/working.h"

#include "base/math.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::effects;

namespace {

// The log density of Beta with mean logistic(eta) and precision e^l.
double beta_log(double y, double eta, double l) {
  const double phi = std::exp(l);
  const double a = phi / (1.0 + std::exp(-eta));
  const double b = phi - a;
  return math::lgamma(phi) - math::lgamma(a) - math::lgamma(b) +
         (a - 1.0) * std::log(y) + (b - 1.0) * std::log(1.0 - y);
}

} // namespace

TEST_CASE("the logistic function at its ends") {
  CHECK(logistic(0.0) == 0.5);
  CHECK(logistic(800.0) == 1.0);
  CHECK(logistic(-800.0) >= 0.0);
  CHECK(logistic(-800.0) < 1e-300);
  CHECK(logistic(2.0) + logistic(-2.0) == doctest::Approx(1.0));
}

TEST_CASE("Beta's scores are the slopes of its log density") {
  const std::vector<double> y = {0.2, 0.9, 0.55};
  const std::vector<double> eta = {-0.4, 1.3, 0.1};
  const double l = 1.7;
  Working working(Form::beta, 3);
  working.enter(y.data());
  working.update(eta, l);
  const double h = 1e-6;
  for (std::size_t i = 0; i < 3; ++i) {
    const double moved = (y[i] * 2.0 + 0.5) / 3.0;
    CHECK(working.score[i] == doctest::Approx((beta_log(moved, eta[i] + h, l) -
                                               beta_log(moved, eta[i] - h, l)) /
                                              (2.0 * h))
                                  .epsilon(1e-5));
    CHECK(working.precision_score[i] ==
          doctest::Approx((beta_log(moved, eta[i], l + h) -
                           beta_log(moved, eta[i], l - h)) /
                          (2.0 * h))
              .epsilon(1e-5));
    CHECK(working.weight[i] > 0.0);
  }
  CHECK(working.precision_weight > 0.0);
}

TEST_CASE("shares of 0 and 1 and far etas stay finite") {
  for (const Form form : {Form::fractional, Form::beta}) {
    const std::vector<double> y = {0.0, 1.0};
    Working working(form, 2);
    working.enter(y.data());
    working.update({-1e4, 1e4}, 40.0);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(std::isfinite(working.score[i]));
      CHECK(std::isfinite(working.weight[i]));
    }
  }
}
