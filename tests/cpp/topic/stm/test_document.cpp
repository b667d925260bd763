// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/document.h"

#include "base/rng.h"
#include "topic/stm/dense.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

// One document with what it is judged by.
struct Case {
  std::size_t topics;
  std::size_t free;
  std::size_t stride;
  std::size_t width;
  Precision precision;
  std::vector<double> beta;
  std::vector<double> mu;
  std::vector<std::int32_t> term;
  std::vector<double> count;

  Case(std::size_t k, std::size_t words, std::uint64_t seed)
      : topics(k), free(k - 1), stride(padded(k - 1)), width(padded(k)) {
    Rng rng(seed, 1);
    const std::size_t terms = words + 5;
    beta.assign(terms * width, 0.0);
    for (std::size_t v = 0; v < terms; ++v)
      for (std::size_t t = 0; t < k; ++t)
        beta[v * width + t] = rng.gamma(0.3) / static_cast<double>(terms);
    mu.assign(stride, 0.0);
    std::vector<double> sigma(free * stride, 0.0);
    for (std::size_t t = 0; t < free; ++t) {
      mu[t] = rng.normal();
      sigma[t * stride + t] = 2.0 + rng.uniform();
      if (t > 0)
        sigma[t * stride + t - 1] = sigma[(t - 1) * stride + t] = 0.5;
    }
    Inverse inverse = invert(sigma, free, stride);
    precision = {inverse.matrix, inverse.half_log_determinant};
    for (std::size_t v = 0; v < words; ++v) {
      term.push_back(static_cast<std::int32_t>(v + 2));
      count.push_back(1.0 + std::floor(3.0 * rng.uniform() * rng.uniform()));
    }
    std::sort(count.begin(), count.end());
  }

  DocumentSolver solver() const {
    DocumentSolver out(topics, precision);
    out.enter(beta.data(), term.data(), count.data(), term.size(), mu.data());
    return out;
  }

  // -l, by libm and in plain loops.
  double slow_value(const std::vector<double> &eta) const {
    double sum = 1.0;
    double tokens = 0.0;
    double out = 0.0;
    for (std::size_t t = 0; t < free; ++t)
      sum += std::exp(eta[t]);
    for (std::size_t j = 0; j < term.size(); ++j) {
      const double *row =
          beta.data() + static_cast<std::size_t>(term[j]) * width;
      double mix = row[free];
      for (std::size_t t = 0; t < free; ++t)
        mix += std::exp(eta[t]) * row[t];
      out -= count[j] * std::log(mix);
      tokens += count[j];
    }
    out += tokens * std::log(sum);
    for (std::size_t t = 0; t < free; ++t)
      for (std::size_t s = 0; s < free; ++s)
        out += 0.5 * (eta[t] - mu[t]) * precision.matrix[t * stride + s] *
               (eta[s] - mu[s]);
    return out;
  }
};

} // namespace

TEST_CASE("document: value and gradient against libm and differences") {
  for (const std::size_t k : {2, 3, 5, 9, 20})
    for (const std::size_t words : {1, 3, 4, 17, 90}) {
      CAPTURE(k);
      CAPTURE(words);
      const Case c(k, words, 10 * k + words);
      DocumentSolver solver = c.solver();
      Rng rng(4, k);
      std::vector<double> eta(c.stride, 0.0);
      for (std::size_t t = 0; t < c.free; ++t)
        eta[t] = 2.0 * rng.normal();
      CHECK(solver.value(eta.data()) ==
            doctest::Approx(c.slow_value(eta)).epsilon(1e-12));
      const std::vector<double> gradient(
          solver.gradient(eta.data()), solver.gradient(eta.data()) + c.stride);
      for (std::size_t t = 0; t < c.free; ++t) {
        auto up = eta;
        auto down = eta;
        up[t] += 1e-5;
        down[t] -= 1e-5;
        const double slope = (c.slow_value(up) - c.slow_value(down)) / 2e-5;
        CHECK(gradient[t] == doctest::Approx(slope).epsilon(1e-6));
      }
    }
}

TEST_CASE("document: the search ends where nothing near is higher") {
  for (const std::size_t k : {2, 4, 12}) {
    CAPTURE(k);
    const Case c(k, 60, k);
    DocumentSolver solver = c.solver();
    std::vector<double> eta(c.stride, 0.0);
    solver.maximize(eta.data(), SearchOptions());
    const double *const gradient = solver.gradient(eta.data());
    for (std::size_t t = 0; t < c.free; ++t)
      CHECK(std::fabs(gradient[t]) < 0.05);
    CHECK(c.slow_value(eta) < c.slow_value(std::vector<double>(c.stride, 0.0)));
    // From there nothing moves, and a loose search ends no higher.
    auto again = eta;
    solver.maximize(again.data(), SearchOptions());
    CHECK(c.slow_value(again) <= c.slow_value(eta) + 1e-9);
    std::vector<double> loose(c.stride, 0.0);
    SearchOptions options;
    options.tolerance = 1e-3;
    options.again = false;
    solver.maximize(loose.data(), options);
    CHECK(c.slow_value(loose) >= c.slow_value(again) - 1e-6);
  }
}

TEST_CASE("document: the Hessian against differences of the gradient") {
  const Case c(6, 50, 3);
  DocumentSolver solver = c.solver();
  std::vector<double> eta(c.stride, 0.0);
  solver.maximize(eta.data(), SearchOptions());
  std::vector<double> covariance(c.stride * c.stride, 0.0);
  const Laplace found = solver.laplace(eta.data(), covariance.data());
  REQUIRE_FALSE(found.repaired);
  const std::vector<double> u(solver.factor(),
                              solver.factor() + c.stride * c.stride);
  double log_determinant = 0.0;
  for (std::size_t t = 0; t < c.free; ++t) {
    log_determinant += std::log(u[t * c.stride + t]);
    auto up = eta;
    auto down = eta;
    up[t] += 1e-5;
    down[t] -= 1e-5;
    const std::vector<double> high(solver.gradient(up.data()),
                                   solver.gradient(up.data()) + c.stride);
    const std::vector<double> low(solver.gradient(down.data()),
                                  solver.gradient(down.data()) + c.stride);
    for (std::size_t s = t; s < c.free; ++s) {
      double own = 0.0;
      for (std::size_t r = 0; r <= t; ++r)
        own += u[r * c.stride + t] * u[r * c.stride + s];
      CHECK(own == doctest::Approx((high[s] - low[s]) / 2e-5).epsilon(1e-5));
    }
  }
  // U'U times the covariance is the identity.
  mirror(covariance.data(), c.free, c.stride);
  for (std::size_t t = 0; t < c.free; ++t)
    for (std::size_t s = 0; s < c.free; ++s) {
      double product = 0.0;
      for (std::size_t r = 0; r < c.free; ++r) {
        double hessian = 0.0;
        for (std::size_t q = 0; q <= std::min(t, r); ++q)
          hessian += u[q * c.stride + t] * u[q * c.stride + r];
        product += hessian * covariance[r * c.stride + s];
      }
      CHECK(std::fabs(product - (t == s ? 1.0 : 0.0)) < 1e-10);
    }
  CHECK(found.bound == doctest::Approx(-c.slow_value(eta) - log_determinant -
                                       c.precision.half_log_determinant));
}

TEST_CASE("document: one that is no maximum is repaired, not refused") {
  // Flat prior, words of single topics: at the saddle between them the Hessian
  // of -l is not definite.
  Case c(3, 8, 5);
  std::vector<double> sigma(c.free * c.stride, 0.0);
  for (std::size_t t = 0; t < c.free; ++t)
    sigma[t * c.stride + t] = 1e4;
  Inverse inverse = invert(sigma, c.free, c.stride);
  c.precision = {inverse.matrix, inverse.half_log_determinant};
  std::fill(c.mu.begin(), c.mu.end(), 0.0);
  for (std::size_t v = 0; v < 13; ++v)
    for (std::size_t t = 0; t < 3; ++t)
      c.beta[v * c.width + t] = 0.1;
  std::fill(c.count.begin(), c.count.end(), 1.0);
  for (std::size_t j = 0; j < c.term.size(); ++j)
    for (std::size_t t = 0; t < 3; ++t)
      c.beta[static_cast<std::size_t>(c.term[j]) * c.width + t] =
          t == j % 2 ? 1.0 : 0.2;
  DocumentSolver solver = c.solver();
  std::vector<double> covariance(c.stride * c.stride, 0.0);
  std::vector<double> eta(c.stride, 0.0);
  bool repaired = false;
  for (double x = -30.0; x <= 30.0; x += 1.0) {
    eta[0] = x;
    eta[1] = -x;
    const Laplace found = solver.laplace(eta.data(), covariance.data());
    repaired = repaired || found.repaired;
    CHECK(std::isfinite(found.bound));
  }
  CHECK(repaired);
  for (const double x : covariance)
    CHECK(std::isfinite(x));
}

TEST_CASE("document: no words, and words that no topic has") {
  Case c(4, 6, 2);
  DocumentSolver solver(c.topics, c.precision);
  std::vector<double> eta(c.stride, 0.0);
  solver.enter(c.beta.data(), c.term.data(), c.count.data(), 0, c.mu.data());
  solver.maximize(eta.data(), SearchOptions());
  CHECK(eta == c.mu);
  const Laplace empty = solver.laplace(eta.data(), nullptr);
  CHECK(std::fabs(empty.bound) < 1e-12);
  CHECK(empty.gradient == 0.0);

  std::vector<double> with(c.stride, 0.0);
  solver.enter(c.beta.data(), c.term.data(), c.count.data(), 6, c.mu.data());
  solver.maximize(with.data(), SearchOptions());
  auto beta = c.beta;
  std::fill_n(beta.data(), c.width, 0.0); // term 0
  auto term = c.term;
  auto count = c.count;
  term.insert(term.begin() + 3, 0);
  count.insert(count.begin() + 3, 9.0);
  std::vector<double> passed(c.stride, 0.0);
  solver.enter(beta.data(), term.data(), count.data(), 7, c.mu.data());
  solver.maximize(passed.data(), SearchOptions());
  CHECK(passed == with);
  solver.laplace(passed.data(), nullptr);
  std::vector<double> ratios(7);
  solver.ratios(ratios.data());
  CHECK(ratios[3] == 0.0);
  CHECK(ratios[4] > 0.0);
}

TEST_CASE("document: a start from which it would overflow is left") {
  const Case c(3, 20, 8);
  DocumentSolver solver = c.solver();
  std::vector<double> far(c.stride, 0.0);
  far[0] = 1e6;
  std::vector<double> near(c.stride, 0.0);
  solver.maximize(far.data(), SearchOptions());
  solver.maximize(near.data(), SearchOptions());
  CHECK(far == near);
}
