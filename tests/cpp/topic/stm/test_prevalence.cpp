// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/prevalence.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

// The steps for two columns, an intercept and x, with 2 x 2 inverses written
// out.
std::vector<double> slow_two(const std::vector<double> &x,
                             const std::vector<double> &y) {
  const auto n = static_cast<double>(x.size());
  double sx = 0, sxx = 0, sy = 0, sxy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sx += x[i];
    sxx += x[i] * x[i];
    sy += y[i];
    sxy += x[i] * y[i];
  }
  double noise = 1, prior = 2, scale = 1, w0 = 0, w1 = 0;
  for (int step = 0; step < 1000; ++step) {
    const double a = noise * n, b = noise * sx, c = noise * sxx + prior;
    const double det = a * c - b * b;
    const double v00 = c / det, v01 = -b / det, v11 = a / det;
    const double old0 = w0, old1 = w1;
    w0 = noise * (v00 * sy + v01 * sxy);
    w1 = noise * (v01 * sy + v11 * sxy);
    double sse = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
      sse += (w0 + w1 * x[i] - y[i]) * (w0 + w1 * x[i] - y[i]);
    const double trace = n * v00 + 2 * sx * v01 + sxx * v11;
    const double rate = 0.5 * (sse + trace) + scale;
    noise = (1 + n) / 2 / rate;
    scale = 1 / (noise + 1);
    prior = 2 / (2 * (2 / (prior + 1)) + w1 * w1 + v11);
    if (std::fabs(w0 - old0) + std::fabs(w1 - old1) <= 1e-4)
      break;
  }
  return {w0, w1};
}

} // namespace

TEST_CASE("prevalence: the regression against 2 x 2 inverses") {
  const std::size_t n = 300;
  Rng rng(3, 1);
  std::vector<double> x(n), y(n), design, responses;
  for (std::size_t i = 0; i < n; ++i) {
    x[i] = rng.normal() + 2.0;
    y[i] = 1.0 - 0.4 * x[i] + rng.normal();
    design.insert(design.end(), {1.0, x[i]});
    responses.insert(responses.end(), {y[i], 3.0 * y[i], 0.0, 0.0});
  }
  const Regression regression(design, n, 2);
  NullMonitor nobody;
  const auto gamma = regression.fit(responses, 2, 4, 1, nobody);
  const auto expected = slow_two(x, y);
  CHECK(gamma[0] == doctest::Approx(expected[0]).epsilon(1e-9));
  CHECK(gamma[1] == doctest::Approx(expected[1]).epsilon(1e-9));
  CHECK(gamma[1] == doctest::Approx(-0.4).epsilon(0.2));
  const auto mu = regression.predict(gamma, 2, 4, 1, nobody);
  CHECK(mu[4] == gamma[0] + gamma[1] * x[1]);
  CHECK(mu[6] == 0.0);
  for (const std::size_t threads : {2, 7})
    CHECK(regression.fit(responses, 2, 4, threads, nobody) == gamma);
}

TEST_CASE("prevalence: an intercept alone is the mean, twins share a slope") {
  const std::size_t n = 50;
  Rng rng(8, 1);
  std::vector<double> y, twins;
  double mean = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = rng.normal();
    y.insert(y.end(), {value, 0.0, 0.0, 0.0});
    mean += value / static_cast<double>(n);
    const double x = rng.normal();
    twins.insert(twins.end(), {1.0, x, x});
  }
  NullMonitor nobody;
  const Regression one(std::vector<double>(n, 1.0), n, 1);
  CHECK(one.fit(y, 1, 4, 1, nobody)[0] == doctest::Approx(mean));
  const auto gamma = Regression(twins, n, 3).fit(y, 1, 4, 1, nobody);
  CHECK(gamma[1] == doctest::Approx(gamma[2]).epsilon(1e-8));
  CHECK(std::isfinite(gamma[0]));
}

TEST_CASE("prevalence: designs that cannot be") {
  CHECK_THROWS_AS(Regression({1, 2, 3}, 2, 2), input_error);
  CHECK_THROWS_AS(Regression({0, 1, 0, 2}, 2, 2), input_error);
  CHECK_THROWS_AS(
      Regression({1, std::numeric_limits<double>::quiet_NaN(), 1, 2}, 2, 2),
      input_error);
}

TEST_CASE("prevalence: covariance, and its diagonal alone") {
  const std::vector<double> eta = {1, 2, 0, 0, 3, 1, 0, 0};
  const std::vector<double> mu = {0, 1, 0, 0, 1, 1, 0, 0};
  std::vector<double> nu(16, 0.0);
  nu[0] = 1;
  nu[1] = nu[4] = 0.5;
  nu[5] = 2;
  NullMonitor nobody;
  CHECK(covariance(eta, mu, 2, 2, 4, nu, 0.0, 1, nobody) ==
        std::vector<double>{3, 0.75, 0, 0, 0.75, 1.5, 0, 0});
  CHECK(covariance(eta, mu, 2, 2, 4, nu, 1.0, 1, nobody) ==
        std::vector<double>{3, 0, 0, 0, 0, 1.5, 0, 0});
}
