// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/fitter.h"

#include "topic/effects/regressions.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone::topic::effects;

namespace {

const double kNowhere[2] = {0.0, 0.0};

} // namespace

TEST_CASE("least squares has the normal equations and their errors") {
  const Design design = tried_design();
  const std::vector<double> y = tried_shares(1, 1);
  Fitter fitter(design, Form::linear);
  fitter.begin(kNowhere, 0.0);
  CHECK(fitter.fit(y.data()));
  // The columns are orthogonal, so each coefficient is a ratio of sums.
  double xx = 0, xy = 0, mean = 0, rest = 0;
  for (std::size_t i = 0; i < kTried; ++i) {
    const double x = design.x[i * design.stride + 1];
    xx += x * x;
    xy += x * y[i];
    mean += y[i] / kTried;
  }
  for (std::size_t i = 0; i < kTried; ++i) {
    const double x = design.x[i * design.stride + 1];
    rest += std::pow(y[i] - mean - xy / xx * x, 2);
  }
  CHECK(fitter.coefficients()[0] == doctest::Approx(mean));
  CHECK(fitter.coefficients()[1] == doctest::Approx(xy / xx));
  CHECK(fitter.covariance()[3] == doctest::Approx(rest / (kTried - 2) / xx));
}

TEST_CASE("the fractional fit solves its score equations") {
  const Design design = tried_design();
  const std::vector<double> y = tried_shares(1, 1);
  Fitter fitter(design, Form::fractional);
  fitter.begin(kNowhere, 0.0);
  CHECK(fitter.fit(y.data()));
  for (std::size_t j = 0; j < 2; ++j) {
    double score = 0.0;
    for (std::size_t i = 0; i < kTried; ++i) {
      const double *x = design.x.data() + i * design.stride;
      score += x[j] * (y[i] - logistic(fitter.coefficients()[0] +
                                       x[1] * fitter.coefficients()[1]));
    }
    CHECK(std::fabs(score) < 1e-8);
  }
}

TEST_CASE("clusters of one article each are the robust errors") {
  Design design = tried_design();
  const std::vector<double> y = tried_shares(1, 1);
  for (const Form form : {Form::fractional, Form::beta}) {
    Fitter plain(design, form);
    plain.begin(kNowhere, 1.0);
    CHECK(plain.fit(y.data()));
    Design alone = design;
    for (std::size_t i = 0; i < kTried; ++i)
      alone.group.push_back(static_cast<std::uint32_t>(i));
    alone.groups = kTried;
    Fitter clusters(alone, form);
    clusters.begin(kNowhere, 1.0);
    CHECK(clusters.fit(y.data()));
    // n / (n - p) in both: G / (G - 1) (n - 1) / (n - p) with G = n.
    for (std::size_t j = 0; j < 4; ++j)
      CHECK(clusters.covariance()[j] == doctest::Approx(plain.covariance()[j]));
  }
}

TEST_CASE("without differences between groups their spread is near 0") {
  const Design design = tried_design(true, true);
  std::vector<double> y;
  for (std::size_t i = 0; i < kTried; ++i)
    y.push_back(0.3 + 0.01 * (i % 2 == 0 ? 1.0 : -1.0));
  for (const Form form : {Form::linear, Form::fractional, Form::beta}) {
    Fitter fitter(design, form);
    fitter.begin(kNowhere, 3.0);
    fitter.fit(y.data());
    CHECK(fitter.spread() < 0.01);
  }
  // And with them it is what they are.
  for (std::size_t i = 0; i < kTried; ++i)
    y[i] = 0.3 + 0.1 * std::cos(static_cast<double>(i % 12)) +
           0.01 * std::sin(5.0 * static_cast<double>(i));
  Fitter fitter(design, Form::linear);
  fitter.begin(kNowhere, 0.0);
  CHECK(fitter.fit(y.data()));
  CHECK(fitter.spread() == doctest::Approx(0.005).epsilon(0.3));
}

TEST_CASE("shares that are all 0 or 1 have coefficients and errors") {
  const Design design = tried_design(true, true);
  for (const double share : {0.0, 1.0}) {
    const std::vector<double> y(kTried, share);
    for (const Form form : {Form::linear, Form::fractional, Form::beta}) {
      Fitter fitter(design, form);
      fitter.begin(kNowhere, 3.0);
      fitter.fit(y.data());
      for (const double b : fitter.coefficients())
        CHECK(std::isfinite(b));
      for (const double v : fitter.covariance())
        CHECK(std::isfinite(v));
    }
  }
}
