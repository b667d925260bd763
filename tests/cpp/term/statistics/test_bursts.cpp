// SPDX-License-Identifier: GPL-2.0-or-later
// Kleinberg's automaton beside all sequences of states.
#include "term/statistics/bursts.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

using Numbers = std::vector<double>;

// The cheapest cost of all sequences of `states` states, tried one by one, and
// that of the sequence that the bursts make.
double cost_of(const std::vector<std::size_t> &state, const Numbers &r,
               const Numbers &d, const BurstOptions &options) {
  double with = 0;
  double all = 0;
  for (std::size_t t = 0; t < r.size(); ++t) {
    with += r[t];
    all += d[t];
  }
  double out = 0;
  std::size_t before = 0;
  for (std::size_t t = 0; t < r.size(); ++t) {
    const double p =
        with / all * std::pow(options.s, static_cast<double>(state[t]));
    if (p >= 1)
      return std::numeric_limits<double>::infinity();
    out -= r[t] * std::log(p) + (d[t] - r[t]) * std::log(1 - p);
    if (state[t] > before)
      out += options.gamma * static_cast<double>(state[t] - before) *
             std::log(static_cast<double>(r.size()));
    before = state[t];
  }
  return out;
}

} // namespace

TEST_CASE("bursts: one burst by hand") {
  const Numbers r{1, 1, 8, 8, 1, 1};
  const Numbers d(6, 20.0);
  const std::vector<Burst> found = find_bursts(r, d, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].level == 1);
  CHECK(found[0].begin == 2);
  CHECK(found[0].end == 4);
  const double p = 20.0 / 120;
  const double saved =
      2 * (8 * std::log(2) + 12 * std::log((1 - 2 * p) / (1 - p)));
  CHECK(found[0].weight == doctest::Approx(saved).epsilon(1e-12));
  BurstOptions dear;
  dear.gamma = 10;
  CHECK(find_bursts(r, d, dear).empty());
}

TEST_CASE("bursts: as cheap as the best of all sequences") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Rng rng(seed, 0);
    BurstOptions options;
    options.levels = 1 + seed % 2;
    options.s = 1.5 + rng.uniform();
    options.gamma = rng.uniform();
    Numbers r(6);
    Numbers d(6);
    for (std::size_t t = 0; t < 6; ++t) {
      d[t] = rng.below(12);
      r[t] = d[t] > 0 ? rng.below(static_cast<std::uint32_t>(d[t]) + 1) / 3 : 0;
    }
    std::vector<std::size_t> made(6, 0);
    for (const Burst &burst : find_bursts(r, d, options))
      for (std::size_t t = burst.begin; t < burst.end; ++t)
        made[t] = std::max(made[t], burst.level);
    double with = 0;
    for (const double x : r)
      with += x;
    if (with == 0)
      continue;
    double best = std::numeric_limits<double>::infinity();
    const std::size_t states = options.levels + 1;
    for (std::size_t code = 0;
         code < states * states * states * states * states * states; ++code) {
      std::vector<std::size_t> state(6);
      std::size_t rest = code;
      for (std::size_t t = 0; t < 6; ++t, rest /= states)
        state[t] = rest % states;
      best = std::min(best, cost_of(state, r, d, options));
    }
    CAPTURE(seed);
    CHECK(cost_of(made, r, d, options) == doctest::Approx(best).epsilon(1e-9));
  }
}

TEST_CASE("bursts: nothing to find, and what does not fit") {
  CHECK(find_bursts({}, {}, {}).empty());
  CHECK(find_bursts({0, 0}, {5, 5}, {}).empty());
  CHECK(find_bursts({5, 5}, {5, 5}, {}).empty());
  CHECK(find_bursts({0, 0, 1}, {0, 0, 5}, {}).empty());
  CHECK_THROWS_AS(find_bursts({1}, {0}, {}), input_error);
  CHECK_THROWS_AS(find_bursts({1}, {1, 2}, {}), input_error);
  BurstOptions options;
  options.s = 1;
  CHECK_THROWS_AS(find_bursts({1}, {2}, options), input_error);
}
