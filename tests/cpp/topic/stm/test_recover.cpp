// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/recover.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone::topic::stm;

TEST_CASE("recover: the end is the projection onto the simplex") {
  // Two orthogonal anchors of length 0.1: y = (0.7, 0.4) of it projects to
  // 0.65, 0.35; one beyond a corner ends there.
  const std::vector<double> gram = {0.01, 0, 0, 0.01};
  std::vector<double> cross(2 * kRecovered, 0.005);
  cross[0] = 0.007;
  cross[kRecovered] = 0.004;
  cross[1] = 0.02;
  cross[kRecovered + 1] = -0.01;
  std::vector<double> weights(2 * kRecovered);
  recover(gram.data(), 2, cross.data(), weights.data());
  CHECK(weights[0] == doctest::Approx(0.65).epsilon(1e-3));
  CHECK(weights[kRecovered] == doctest::Approx(0.35).epsilon(1e-3));
  CHECK(weights[1] == doctest::Approx(1.0));
  CHECK(weights[kRecovered + 1] > 0.0);
  CHECK(weights[kRecovered + 1] < 1e-6);
  CHECK(weights[2] == 0.5);
}
