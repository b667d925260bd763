// SPDX-License-Identifier: GPL-2.0-or-later
// The engine of the Gibbs sampler: the same bits, stops, fits, refusals.
#include "topic/gibbs/gibbs.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/fold_in.h"
#include "topic/gibbs/small.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

bool same(const GibbsState &a, const GibbsState &b) {
  return a.sweep == b.sweep && a.topic == b.topic && a.alpha == b.alpha &&
         a.eta == b.eta && a.kept == b.kept && a.phi == b.phi &&
         a.theta == b.theta && a.drawn == b.drawn;
}

GibbsState run_gibbs(const Rows &counts, const GibbsOptions &options,
                     std::size_t until, Monitor &monitor) {
  GibbsEngine engine(counts, options);
  engine.advance(until, monitor);
  return engine.state();
}

TopicFit fit_gibbs(const Rows &counts, const GibbsOptions &options) {
  NullMonitor monitor;
  GibbsEngine engine(counts, options);
  return run_engine(engine, monitor);
}

} // namespace

TEST_CASE("gibbs: the same bits for any threads, and after a stop") {
  const Rows counts = simulated(100, 30, 3);
  GibbsOptions options = small(3);
  options.optimize = true;
  options.draws = 3;
  NullMonitor monitor;
  const GibbsState one = run_gibbs(counts, options, 20, monitor);
  CHECK(one.sweep == 20);
  CHECK(one.kept == 5);
  for (std::size_t threads : {2U, 5U}) {
    options.threads = threads;
    CHECK(same(run_gibbs(counts, options, 20, monitor), one));
    GibbsEngine half(counts, options);
    half.advance(13, monitor);
    CHECK(half.state().sweep == 13);
    GibbsEngine other(counts, options);
    other.load(half.save());
    other.advance(20, monitor);
    CHECK(same(other.state(), one));
  }
}

TEST_CASE("gibbs: streams follow the documents") {
  const Rows counts = simulated(40, 30, 3);
  GibbsOptions options = small(3);
  for (std::uint64_t d = 0; d < 40; ++d)
    options.keys.push_back(d * 77 + 5);
  NullMonitor monitor;
  const GibbsState one = run_gibbs(counts, options, 20, monitor);
  // The rows from the last to the first, with their keys.
  std::vector<std::vector<double>> dense(40, std::vector<double>(30, 0));
  for (std::size_t d = 0; d < 40; ++d)
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e)
      dense[39 - d][static_cast<std::size_t>(
          counts.column[static_cast<std::size_t>(e)])] =
          counts.value[static_cast<std::size_t>(e)];
  std::reverse(options.keys.begin(), options.keys.end());
  const GibbsState back = run_gibbs(rows_of(dense), options, 20, monitor);
  CHECK(back.phi == one.phi);
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t d = 0; d < 40; ++d)
      REQUIRE(back.theta[k * 40 + 39 - d] == one.theta[k * 40 + d]);
}

TEST_CASE("gibbs: simulated topics are found") {
  const Rows counts = simulated(120, 30, 3);
  GibbsOptions options = small(3);
  options.alpha = 0.5;
  options.eta = 0.5;
  options.iterations = 600;
  options.burn_in = 300;
  NullMonitor monitor;
  const TopicFit fit = fit_gibbs(counts, options);
  std::vector<bool> found(3, false);
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t block = 0; block < 3; ++block) {
      double share = 0;
      for (std::size_t v = block * 10; v < block * 10 + 10; ++v)
        share += fit.phi[v * 3 + k];
      found[block] = found[block] || share > 0.9;
    }
  CHECK(std::count(found.begin(), found.end(), true) == 3);
  double sum = 0;
  for (std::size_t v = 0; v < 30; ++v)
    sum += fit.phi[v * 3];
  CHECK(sum == doctest::Approx(1));
}

TEST_CASE("gibbs: subjects that share no term are parted") {
  GibbsOptions options = small(3);
  options.iterations = 300;
  options.burn_in = 150;
  const Rows counts = corpora::blocks();
  const TopicFit fit = fit_gibbs(counts, options);
  std::vector<std::size_t> own;
  for (std::size_t d = 0; d < 9; ++d) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < 3; ++k)
      if (fit.theta_chain[k * 9 + d] > fit.theta_chain[best * 9 + d])
        best = k;
    own.push_back(best);
  }
  for (std::size_t d = 0; d < 9; ++d)
    CHECK(own[d] == own[d / 3 * 3]);
  CHECK(own[0] != own[3]);
  CHECK(own[3] != own[6]);
  CHECK(own[0] != own[6]);
}

TEST_CASE("gibbs: priors that are learned come near those of the simulation") {
  std::vector<std::vector<double>> dense(400, std::vector<double>(20, 0));
  Rng rng(9, 2);
  double phi[2][20];
  const std::vector<double> eta(20, 0.3);
  for (auto &row : phi)
    rng.dirichlet(eta.data(), 20, row);
  const double alpha[2] = {1.5, 0.3};
  for (auto &row : dense) {
    double theta[2];
    rng.dirichlet(alpha, 2, theta);
    for (int i = 0; i < 80; ++i)
      ++row[rng.categorical(phi[rng.categorical(theta, 2)], 20)];
  }
  GibbsOptions options = small(2);
  options.optimize = true;
  options.iterations = 401;
  options.burn_in = 400;
  options.thin = 1;
  NullMonitor monitor;
  const GibbsState state = run_gibbs(rows_of(dense), options, 401, monitor);
  const double large = std::max(state.alpha[0], state.alpha[1]);
  const double little = std::min(state.alpha[0], state.alpha[1]);
  CHECK(large > 1.0);
  CHECK(large < 2.2);
  CHECK(little > 0.15);
  CHECK(little < 0.5);
}

TEST_CASE("gibbs: one topic, one term, empty documents, too many topics") {
  NullMonitor monitor;
  const Rows counts = rows_of({{3, 1}, {0, 0}, {0, 2}});
  for (std::size_t topics : {1U, 2U, 9U}) {
    const GibbsOptions options = small(topics);
    const TopicFit fit = fit_gibbs(counts, options);
    for (std::size_t k = 0; k < topics; ++k) {
      const double equal = 1.0 / static_cast<double>(topics);
      CHECK(fit.theta[k * 3 + 1] == doctest::Approx(equal));
      CHECK(fit.theta_chain[k * 3 + 1] == doctest::Approx(equal));
    }
  }
  const Rows single = rows_of({{5}, {2}});
  const GibbsOptions options = small(2);
  const TopicFit fit = fit_gibbs(single, options);
  CHECK(fit.phi[0] == doctest::Approx(1));
}

TEST_CASE("gibbs: priors are learned up to the last sweep of the burn-in") {
  const Rows counts = simulated(50, 30, 3);
  NullMonitor monitor;
  GibbsOptions options = small(3);
  options.optimize = true; // every tenth sweep
  options.burn_in = 10;
  options.iterations = 12;
  CHECK(run_gibbs(counts, options, 12, monitor).alpha[0] != 0.7);
  options.burn_in = 9;
  CHECK(run_gibbs(counts, options, 12, monitor).alpha[0] == 0.7);
}

TEST_CASE("gibbs: theta is the fold-in, theta_chain the mean of the chain") {
  const Rows counts = simulated(60, 30, 3);
  GibbsOptions options = small(3);
  options.optimize = true;
  options.sort = false;
  const TopicFit fit = fit_gibbs(counts, options);
  NullMonitor monitor;
  FoldInOptions fold;
  fold.alphas = fit.alpha;
  CHECK(fold_in(counts, fit.phi, 3, fold, monitor) == fit.theta);
  const GibbsState state = run_gibbs(counts, options, 20, monitor);
  for (std::size_t c = 0; c < fit.theta_chain.size(); ++c)
    REQUIRE(fit.theta_chain[c] == state.theta[c] / 5.0);
  options.sort = true;
  const TopicFit sorted = fit_gibbs(counts, options);
  CHECK(sorted.prevalence[0] >= sorted.prevalence[1]);
  CHECK(sorted.prevalence[1] >= sorted.prevalence[2]);
}

TEST_CASE("gibbs: draws of theta come from the posterior of the chain") {
  const Rows counts = simulated(20, 30, 3);
  GibbsOptions options = small(3);
  options.iterations = 2010;
  options.thin = 1;
  options.draws = 2000;
  options.sort = false;
  const TopicFit fit = fit_gibbs(counts, options);
  REQUIRE(fit.draws.size() == 2000 * 60);
  // Their mean is that of the chain, and they spread about it.
  for (std::size_t c = 0; c < 60; ++c) {
    double mean = 0.0;
    double square = 0.0;
    for (std::size_t s = 0; s < 2000; ++s) {
      mean += fit.draws[s * 60 + c] / 2000;
      square += fit.draws[s * 60 + c] * fit.draws[s * 60 + c] / 2000;
    }
    CHECK(std::fabs(mean - fit.theta_chain[c]) < 0.02);
    CHECK(square - mean * mean > 1e-4);
  }
  for (std::size_t d = 0; d < 20; ++d)
    CHECK(fit.draws[d] + fit.draws[20 + d] + fit.draws[40 + d] ==
          doctest::Approx(1));
  options.draws = 4;
  const TopicFit few = fit_gibbs(counts, options);
  CHECK(few.draws.size() == 4 * 60);
  CHECK(few.phi == fit.phi); // draws change nothing else
  // The last draw is that of the last kept sweep.
  CHECK(few.draws.back() == fit.draws.back());
}

TEST_CASE("gibbs: wrong counts and options are refused") {
  NullMonitor monitor;
  const auto refuse = [&](const Rows &counts, const GibbsOptions &options) {
    CHECK_THROWS_AS(run_gibbs(counts, options, 1, monitor), input_error);
  };
  const Rows good = rows_of({{1, 2}});
  refuse(rows_of({{1.5, 1}}), small(2));
  refuse(rows_of({{-1, 1}}), small(2));
  refuse(rows_of({{0, 0}}), small(2));
  GibbsOptions options = small(0);
  refuse(good, options);
  options = small(2);
  options.burn_in = 20;
  refuse(good, options);
  options = small(2);
  options.thin = 0;
  refuse(good, options);
  options = small(2);
  options.start.assign(3, 1.0);
  refuse(good, options);
  options = small(2);
  options.extra.assign(4, -1.0);
  refuse(good, options);
  options = small(2);
  options.draws = 6;
  refuse(good, options);
  GibbsEngine engine(good, small(2));
  engine.advance(5, monitor);
  CHECK_THROWS_AS(engine.fit(monitor), input_error); // no sweep was kept
  const Rows more = rows_of({{1, 2}, {4, 5}});
  GibbsEngine other(more, small(2));
  CHECK_THROWS_AS(other.load(engine.save()), input_error);
}
