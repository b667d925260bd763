// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/intercepts.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone::topic::effects;

namespace {

// Groups of `size` articles each, an intercept alone, unit weights.
GroupedSums one_way(const std::vector<std::vector<double>> &groups) {
  GroupedSums out;
  out.columns = 1;
  out.stride = 4;
  out.squares.assign(16, 0.0);
  out.products.assign(1, 0.0);
  for (const auto &group : groups) {
    double sum = 0.0;
    for (const double z : group) {
      sum += z;
      out.total += z * z;
    }
    const double n = static_cast<double>(group.size());
    out.articles += group.size();
    out.squares[0] += n;
    out.products[0] += sum;
    out.weight.push_back(n);
    out.response.push_back(sum);
    out.rows.insert(out.rows.end(), {n, 0.0, 0.0, 0.0});
  }
  return out;
}

} // namespace

TEST_CASE("a balanced one-way layout has the variances of its mean squares") {
  const std::vector<std::vector<double>> groups = {
      {1.0, 1.2, 0.8}, {2.1, 1.9, 2.3}, {0.2, 0.1, 0.5}, {1.5, 1.4, 1.0}};
  double all = 0.0, within = 0.0, between = 0.0;
  std::vector<double> means;
  for (const auto &g : groups) {
    means.push_back((g[0] + g[1] + g[2]) / 3.0);
    all += means.back() / 4.0;
    for (const double z : g)
      within += std::pow(z - means.back(), 2) / 8.0;
  }
  for (const double m : means)
    between += 3.0 * std::pow(m - all, 2) / 3.0;
  const Intercepts found = solve_intercepts(one_way(groups), false);
  CHECK(found.coefficients[0] == doctest::Approx(all));
  CHECK(found.scale == doctest::Approx(within).epsilon(1e-6));
  CHECK(found.spread ==
        doctest::Approx((between - within) / 3.0).epsilon(1e-6));
  CHECK(found.covariance[0] == doctest::Approx(between / 12.0).epsilon(1e-6));
  // Predicted intercepts shrink towards 0.
  const double shrink = 3.0 * found.spread / (3.0 * found.spread + within);
  for (std::size_t g = 0; g < 4; ++g)
    CHECK(found.effects[g] ==
          doctest::Approx(shrink * (means[g] - all)).epsilon(1e-6));
}

TEST_CASE("groups that are alike have no spread") {
  const Intercepts found =
      solve_intercepts(one_way({{1.0, 2.0}, {2.0, 1.0}, {1.0, 2.0}}), false);
  CHECK(found.spread == 0.0);
  for (const double u : found.effects)
    CHECK(u == 0.0);
}

TEST_CASE("a known scale is 1") {
  const Intercepts found = solve_intercepts(
      one_way({{10.0, 11.0}, {2.0, 1.0}, {5.0, 7.0}, {0.0, -2.0}}), true);
  CHECK(found.scale == 1.0);
  CHECK(found.spread > 5.0);
}
