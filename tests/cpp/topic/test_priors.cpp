// SPDX-License-Identifier: GPL-2.0-or-later
// Estimates of the priors of topics.
#include "topic/priors.h"

#include "base/math.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::topic;

TEST_CASE("topic priors: slopes are differences of digamma") {
  Histogram histogram;
  CHECK(histogram.slope(0.5) == 0);
  double expected = 0;
  for (std::size_t n : {0U, 3U, 1U, 7U, 7U, 0U}) {
    histogram.add(n);
    expected +=
        math::digamma(static_cast<double>(n) + 0.3) - math::digamma(0.3);
  }
  CHECK(histogram.slope(0.3) == doctest::Approx(expected).epsilon(1e-12));
}

TEST_CASE("topic priors: what is learned stays within bounds") {
  CHECK(bounded_prior(0) == 1e-5);
  CHECK(bounded_prior(0.5) == 0.5);
  CHECK(bounded_prior(1e9) == 1e3);
}
