// SPDX-License-Identifier: GPL-2.0-or-later
// One step of EM against the plain formula.
#include "topic/em.h"

#include "base/math.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

constexpr std::size_t kTopics = 3;

// Four terms, the last without weight; a document of three of them.
struct Scene {
  Scene() : phi(4, 1), rows(4, 1) {
    const float table[4][kTopics] = {
        {0.5F, 0.1F, 0.2F}, {0.3F, 0.2F, 0.7F}, {0.2F, 0.7F, 0.1F}, {}};
    for (std::size_t v = 0; v < 4; ++v) {
      std::fill_n(phi.row(v), kLanes, 0.0F);
      std::copy_n(table[v], kTopics, phi.row(v));
    }
    std::fill_n(rows.row(0), 4 * kLanes, 0.0F);
    std::fill_n(rows.row(0), kTopics, 0.25F); // alpha
    const float theta[] = {0.5F, 0.3F, 0.2F};
    std::copy_n(theta, kTopics, rows.row(1));
  }

  em::Document document() const { return {3, column, count}; }

  const std::int32_t column[3] = {0, 2, 3};
  const double count[3] = {2.0, 1.5, 1.0};
  LaneTable phi;
  LaneTable rows; // alpha, from, to, scratch
};

} // namespace

TEST_CASE("em: a step is the one of the plain formula") {
  Scene scene;
  double wanted[kTopics];
  double total = 0.0;
  for (std::size_t k = 0; k < kTopics; ++k) {
    double sum = 0.25;
    for (std::size_t e = 0; e < 2; ++e) { // the last term has no weight
      const float *f = scene.phi.row(static_cast<std::size_t>(scene.column[e]));
      double p = 0.0;
      for (std::size_t l = 0; l < kTopics; ++l)
        p += static_cast<double>(scene.rows.row(1)[l]) *
             static_cast<double>(f[l]);
      sum += scene.count[e] * static_cast<double>(scene.rows.row(1)[k]) *
             static_cast<double>(f[k]) / p;
    }
    total += wanted[k] = sum;
  }
  const float change =
      em::step(scene.document(), scene.phi, scene.rows.lanes(0),
               scene.rows.lanes(1), scene.rows.lanes(2), scene.rows.lanes(3));
  double moved = 0.0;
  for (std::size_t k = 0; k < kTopics; ++k) {
    CHECK(scene.rows.row(2)[k] ==
          doctest::Approx(wanted[k] / total).epsilon(1e-6));
    moved += std::fabs(static_cast<double>(scene.rows.row(2)[k]) -
                       static_cast<double>(scene.rows.row(1)[k]));
  }
  CHECK(change == doctest::Approx(moved).epsilon(1e-6));
  CHECK(scene.rows.row(2)[kTopics] == 0.0F);
}

TEST_CASE("em: ratios, 0 where the term has no weight") {
  const Scene scene;
  float ratio[3];
  const double log_likelihood =
      em::ratios(scene.document(), scene.phi, scene.rows.lanes(1), ratio);
  const double p0 = 0.5 * 0.5 + 0.3 * 0.1 + 0.2 * 0.2;
  const double p2 = 0.5 * 0.2 + 0.3 * 0.7 + 0.2 * 0.1;
  CHECK(log_likelihood ==
        doctest::Approx(2 * math::log(p0) + 1.5 * math::log(p2)).epsilon(1e-6));
  CHECK(ratio[0] == doctest::Approx(2.0 / p0).epsilon(1e-6));
  CHECK(ratio[1] == doctest::Approx(1.5 / p2).epsilon(1e-6));
  CHECK(ratio[2] == 0.0F);
}

TEST_CASE(
    "em: the log likelihood of a long document of terms that occur once") {
  const Scene scene;
  const std::vector<std::int32_t> column(2000, 2);
  const std::vector<double> count(2000, 1.0);
  std::vector<float> ratio(2000);
  const double p2 = 0.5 * 0.2 + 0.3 * 0.7 + 0.2 * 0.1;
  CHECK(em::ratios({2000, column.data(), count.data()}, scene.phi,
                   scene.rows.lanes(1), ratio.data()) ==
        doctest::Approx(2000 * math::log(p2)).epsilon(1e-6));
}
