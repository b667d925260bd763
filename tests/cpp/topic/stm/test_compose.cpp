// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/compose.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

// Documents whose eta rise with their number.
Spread rising(std::size_t n, double width) {
  Spread spread;
  spread.free = 2;
  spread.root = {width, 0.5 * width, 0.0, width};
  spread.eta.resize(2 * n);
  for (std::size_t d = 0; d < n; ++d) {
    spread.keys.push_back(1000 + d);
    spread.eta[d] = 0.01 * static_cast<double>(d);
    spread.eta[n + d] = -0.5;
  }
  return spread;
}

// Ones, and the number of each document.
std::vector<double> line(std::size_t n) {
  std::vector<double> columns(2 * n, 1.0);
  for (std::size_t d = 0; d < n; ++d)
    columns[n + d] = static_cast<double>(d);
  return columns;
}

} // namespace

TEST_CASE("without spread every draw is the mode") {
  NullMonitor monitor;
  const std::size_t n = 5;
  const Spread spread = rising(n, 0.0);
  const Composition found = compose(spread, line(n), 2, 1, 1, monitor);
  REQUIRE(found.along.size() == 2 * 3 * 2);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t k = 0; k < 3; ++k) {
      double ones = 0, numbers = 0, squares = 0;
      for (std::size_t d = 0; d < n; ++d) {
        const double e[3] = {std::exp(spread.eta[d]),
                             std::exp(spread.eta[n + d]), 1.0};
        const double share = e[k] / (e[0] + e[1] + e[2]);
        ones += share;
        numbers += static_cast<double>(d) * share;
        squares += share * share;
      }
      CHECK(found.along[(i * 3 + k) * 2] == doctest::Approx(ones));
      CHECK(found.along[(i * 3 + k) * 2 + 1] == doctest::Approx(numbers));
      CHECK(found.squares[i * 3 + k] == doctest::Approx(squares));
    }
}

TEST_CASE("draws have the covariance asked for") {
  NullMonitor monitor;
  Spread spread = rising(1, 0.8);
  const std::size_t draws = 20000;
  const Composition found = compose(spread, {1.0}, draws, 3, 2, monitor);
  double mean[2] = {0, 0}, cross[3] = {0, 0, 0};
  for (std::size_t i = 0; i < draws; ++i) {
    const double *share = found.along.data() + 3 * i;
    const double a = std::log(share[0] / share[2]);
    const double b = std::log(share[1] / share[2]) + 0.5;
    mean[0] += a / draws;
    mean[1] += b / draws;
    cross[0] += a * a / draws;
    cross[1] += a * b / draws;
    cross[2] += b * b / draws;
  }
  CHECK(std::fabs(mean[0]) < 0.03);
  CHECK(std::fabs(mean[1]) < 0.03);
  // R'R of R = 0.8 (1 0.5; 0 1).
  CHECK(cross[0] == doctest::Approx(0.64).epsilon(0.05));
  CHECK(cross[1] == doctest::Approx(0.32).epsilon(0.08));
  CHECK(cross[2] == doctest::Approx(0.80).epsilon(0.05));
}

TEST_CASE("same bits for any number of threads; a draw has its own name") {
  NullMonitor monitor;
  const std::size_t n = 300;
  const Spread spread = rising(n, 1.0);
  const Composition one = compose(spread, line(n), 4, 9, 1, monitor);
  for (const std::size_t threads : {2u, 7u}) {
    const Composition more = compose(spread, line(n), 4, 9, threads, monitor);
    CHECK(more.along == one.along);
    CHECK(more.squares == one.squares);
  }
  const Composition few = compose(spread, line(n), 2, 9, 1, monitor);
  CHECK(std::equal(few.along.begin(), few.along.end(), one.along.begin()));
  CHECK(compose(spread, line(n), 2, 8, 1, monitor).along != few.along);
}

TEST_CASE("sizes that do not agree") {
  NullMonitor monitor;
  Spread spread = rising(3, 1.0);
  CHECK_THROWS_AS(compose(spread, {1.0, 2.0}, 1, 1, 1, monitor), input_error);
  spread.root.pop_back();
  CHECK_THROWS_AS(compose(spread, line(3), 1, 1, 1, monitor), input_error);
  CHECK_THROWS_AS(compose(Spread(), {}, 1, 1, 1, monitor), input_error);
}

TEST_CASE("the draws themselves are those that are summed") {
  NullMonitor monitor;
  const std::size_t n = 150;
  const Spread spread = rising(n, 0.4);
  const Composition sums = compose(spread, line(n), 3, 9, 1, monitor);
  const std::vector<double> draws = spread_draws(spread, 0, 3, 9, 1, monitor);
  for (const std::size_t threads : {2, 7})
    CHECK(draws == spread_draws(spread, 0, 3, 9, threads, monitor));
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t k = 0; k < 3; ++k) {
      double ones = 0, squares = 0;
      for (std::size_t d = 0; d < n; ++d) {
        const double share = draws[(i * 3 + k) * n + d];
        ones += share;
        squares += share * share;
      }
      CHECK(sums.along[(i * 3 + k) * 2] == doctest::Approx(ones));
      CHECK(sums.squares[i * 3 + k] == doctest::Approx(squares));
    }
  const std::vector<double> last = spread_draws(spread, 2, 1, 9, 1, monitor);
  CHECK(std::vector<double>(draws.begin() + 2 * 3 * n, draws.end()) == last);
}
