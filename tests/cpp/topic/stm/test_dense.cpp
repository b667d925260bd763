// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/dense.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

std::vector<double> random_rows(std::size_t rows, std::size_t n,
                                std::size_t stride, std::uint64_t seed) {
  Rng rng(seed, 7);
  std::vector<double> out(rows * stride, 0.0);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t k = 0; k < n; ++k)
      out[r * stride + k] = rng.normal();
  return out;
}

// A positive definite matrix of n, n x stride.
std::vector<double> definite(std::size_t n, std::uint64_t seed) {
  const std::size_t stride = padded(n);
  const auto rows = random_rows(n + 3, n, stride, seed);
  std::vector<double> out(stride * stride, 0.0);
  add_outer(rows.data(), n + 3, stride, false, out.data());
  mirror(out.data(), n, stride);
  for (std::size_t k = 0; k < n; ++k)
    out[k * stride + k] += 0.1;
  out.resize(n * stride);
  return out;
}

} // namespace

TEST_CASE("dense: sums of outer products, with and without zeros") {
  for (const std::size_t n : {1, 3, 4, 7, 8, 12, 19}) {
    CAPTURE(n);
    const std::size_t stride = padded(n);
    auto rows = random_rows(n, n, stride, 3);
    for (const bool lower : {false, true}) {
      if (lower)
        for (std::size_t r = 0; r < n; ++r)
          for (std::size_t k = r + 1; k < n; ++k)
            rows[r * stride + k] = 0.0;
      std::vector<double> c(stride * stride, 1.0);
      add_outer(rows.data(), n, stride, lower, c.data());
      for (std::size_t k = 0; k < n; ++k)
        for (std::size_t l = k; l < n; ++l) {
          double expected = 1.0;
          for (std::size_t r = 0; r < n; ++r)
            expected += rows[r * stride + k] * rows[r * stride + l];
          CHECK(c[k * stride + l] == doctest::Approx(expected).epsilon(1e-12));
        }
    }
  }
}

TEST_CASE("dense: factor, inverse and determinant") {
  for (const std::size_t n : {1, 2, 5, 8, 19, 33}) {
    CAPTURE(n);
    const std::size_t stride = padded(n);
    const auto a = definite(n, 5);
    auto u = a;
    REQUIRE(cholesky(u.data(), n, stride));
    double half = 0.0;
    for (std::size_t k = 0; k < n; ++k) {
      half += std::log(u[k * stride + k]);
      for (std::size_t l = k; l < n; ++l) {
        double product = 0.0;
        for (std::size_t r = 0; r <= k; ++r)
          product += u[r * stride + k] * u[r * stride + l];
        CHECK(product == doctest::Approx(a[k * stride + l]).epsilon(1e-11));
      }
    }
    const Inverse inverse = invert(a, n, stride);
    CHECK(inverse.half_log_determinant == doctest::Approx(half));
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t l = 0; l < n; ++l) {
        double product = 0.0;
        for (std::size_t r = 0; r < n; ++r)
          product += a[k * stride + r] * inverse.matrix[r * stride + l];
        CHECK(std::fabs(product - (k == l ? 1.0 : 0.0)) < 1e-9);
      }
  }
}

TEST_CASE("dense: what is not definite is refused, or raised a little") {
  const std::size_t stride = 4;
  std::vector<double> a = {1, 2, 0, 0, 2, 1, 0, 0};
  auto copy = a;
  CHECK_FALSE(cholesky(copy.data(), 2, stride));
  CHECK_THROWS_AS(invert(a, 2, stride), numeric_error);
  // Two equal variables: singular, but for rounding.
  const std::vector<double> twins = {1, 1, 0, 0, 1, 1, 0, 0};
  const Inverse raised = invert(twins, 2, stride);
  for (const double x : raised.matrix)
    CHECK(std::isfinite(x));
  a[0] = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(invert(a, 2, stride), numeric_error);
}

TEST_CASE("dense: eigenvalues and vectors give the matrix back") {
  for (const std::size_t n : {0, 1, 2, 6, 17}) {
    CAPTURE(n);
    const std::size_t stride = padded(n);
    const auto padded_a = definite(n, 11);
    std::vector<double> a(n * n);
    for (std::size_t k = 0; k < n; ++k)
      std::copy_n(padded_a.data() + k * stride, n, a.data() + k * n);
    const Eigen found = eigen(a, n);
    REQUIRE(found.values.size() == n);
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t l = 0; l < n; ++l) {
        double sum = 0.0;
        for (std::size_t i = 0; i < n; ++i)
          sum += found.values[i] * found.vectors[i * n + k] *
                 found.vectors[i * n + l];
        CHECK(sum == doctest::Approx(a[k * n + l]).epsilon(1e-11));
      }
  }
}
