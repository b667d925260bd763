// SPDX-License-Identifier: GPL-2.0-or-later
// The counts that waves carry along against full sums.
#include "topic/cvb0/waves.h"

#include "base/error.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace tritone;
using namespace tritone::topic;

namespace {

struct Refuse final : Monitor {
  bool update(std::int64_t, std::int64_t) override { return false; }
};

struct Run {
  std::vector<double> in_all;
  std::vector<double> phi;
  double change = 0.0;
  double log_likelihood = 0.0;
  std::size_t blocks = 0;
};

Run run(const Rows &counts, std::size_t topics, std::size_t threads) {
  NullMonitor nobody;
  PacedMonitor pace(nobody, 1);
  cvb0::State state(counts, topics, 0.1, 0.01);
  std::vector<std::uint64_t> keys(counts.rows());
  std::iota(keys.begin(), keys.end(), std::uint64_t{1});
  cvb0::Waves waves(state, keys, 1, threads);
  state.clear();
  waves.pass(cvb0::Pass::enter, pace, 0);
  waves.pass(cvb0::Pass::sweep, pace, 0);
  Run out;
  out.change = waves.pass(cvb0::Pass::sweep, pace, 0);
  out.in_all = state.in_all;
  out.log_likelihood = waves.pass(cvb0::Pass::log_likelihood, pace, 0);
  out.blocks = waves.blocks();
  // What the waves carried along must be what gamma adds up to.
  std::vector<double> carried;
  for (std::size_t v = 0; v < counts.columns; ++v)
    for (std::size_t k = 0; k < topics; ++k)
      carried.push_back(static_cast<double>(state.in_term.row(v)[k]));
  state.tally();
  double furthest = 0.0;
  for (std::size_t v = 0; v < counts.columns; ++v)
    for (std::size_t k = 0; k < topics; ++k)
      furthest = std::max(
          furthest, std::fabs(static_cast<double>(state.in_term.row(v)[k]) -
                              carried[v * topics + k]));
  CHECK(furthest < 1e-2);
  for (std::size_t k = 0; k < topics; ++k)
    CHECK(state.in_all[k] == doctest::Approx(out.in_all[k]).epsilon(1e-5));
  out.phi = state.phi();
  return out;
}

} // namespace

TEST_CASE("cvb0 waves: no token is lost, and threads change no bit") {
  // About 90,000 stored counts: more blocks than one wave holds.
  const auto data = corpora::simulate(1500, 10, 40, 80, 9);
  const double tokens =
      std::accumulate(data.counts.value.begin(), data.counts.value.end(), 0.0);
  const Run one = run(data.counts, 10, 1);
  REQUIRE(one.blocks > 8);
  CHECK(std::accumulate(one.in_all.begin(), one.in_all.end(), 0.0) ==
        doctest::Approx(tokens).epsilon(1e-6));
  CHECK(one.change > 0.0);
  CHECK(one.log_likelihood < 0.0);
  for (const std::size_t threads : {2, 7}) {
    const Run more = run(data.counts, 10, threads);
    CHECK(more.phi == one.phi);
    CHECK(more.in_all == one.in_all);
    CHECK(more.change == one.change);
    CHECK(more.log_likelihood == one.log_likelihood);
  }
}

TEST_CASE("cvb0 waves: a monitor can stop them") {
  const auto data = corpora::simulate(10, 2, 5, 20, 2);
  Refuse refuse;
  NullMonitor nobody;
  PacedMonitor pace(refuse, 1);
  cvb0::State state(data.counts, 2, 0.1, 0.01);
  const std::vector<std::uint64_t> keys(data.counts.rows());
  cvb0::Waves waves(state, keys, 1, 2);
  state.clear();
  CHECK_THROWS_AS(waves.pass(cvb0::Pass::enter, pace, 0), cancelled);
}
