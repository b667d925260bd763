// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/dirichlet.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone;
using namespace tritone::topic::effects;

namespace {

Posteriors some(std::size_t n) {
  Posteriors out;
  out.mean.assign(3 * n, 0.0);
  for (std::size_t d = 0; d < n; ++d) {
    out.mean[d] = 0.7;
    out.mean[n + d] = 0.3;
    out.total.push_back(20.0);
    out.keys.push_back(99 + d);
  }
  return out;
}

} // namespace

TEST_CASE("draws have the mean and the variance of the posterior") {
  NullMonitor monitor;
  const std::vector<double> x =
      dirichlet_draws(some(1), 0, 20000, 5, 1, monitor);
  double mean = 0.0, square = 0.0;
  for (std::size_t i = 0; i < 20000; ++i) {
    const double *share = x.data() + 3 * i;
    CHECK(share[0] + share[1] + share[2] == doctest::Approx(1.0));
    mean += share[0] / 20000.0;
    square += share[0] * share[0] / 20000.0;
  }
  CHECK(mean == doctest::Approx(0.7).epsilon(0.01));
  CHECK(square - mean * mean == doctest::Approx(0.01).epsilon(0.06));
}

TEST_CASE("draws belong to the article, its number and the seed") {
  NullMonitor monitor;
  const Posteriors all = some(200);
  const std::vector<double> one = dirichlet_draws(all, 0, 3, 7, 1, monitor);
  for (const std::size_t threads : {2, 7})
    CHECK(one == dirichlet_draws(all, 0, 3, 7, threads, monitor));
  CHECK(one != dirichlet_draws(all, 0, 3, 8, 1, monitor));
  const std::vector<double> last = dirichlet_draws(all, 2, 1, 7, 1, monitor);
  CHECK(std::vector<double>(one.begin() + 2 * 600, one.end()) == last);
}

TEST_CASE("sizes that do not agree are an error") {
  NullMonitor monitor;
  Posteriors wrong = some(2);
  wrong.total.pop_back();
  CHECK_THROWS_AS(dirichlet_draws(wrong, 0, 1, 1, 1, monitor), input_error);
  CHECK_THROWS_AS(dirichlet_draws(Posteriors(), 0, 1, 1, 1, monitor),
                  input_error);
}
