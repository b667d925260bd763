// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/stm.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

const FitPart &part(const TopicFit &fit, const std::string &name) {
  const auto found =
      std::find_if(fit.parts.begin(), fit.parts.end(),
                   [&](const FitPart &p) { return p.name == name; });
  REQUIRE(found != fit.parts.end());
  return *found;
}

bool has(const TopicFit &fit, const std::string &name) {
  return std::any_of(fit.parts.begin(), fit.parts.end(),
                     [&](const FitPart &p) { return p.name == name; });
}

TopicFit run(const Rows &counts, const StmOptions &options) {
  StmEngine engine(counts, options);
  NullMonitor nobody;
  return run_engine(engine, nobody);
}

// Counts whose topic 0 grows with a covariate x in 0 .. 1; in group 1 its
// terms 0 .. 2 are said twice as often.
struct Scene {
  Rows counts;
  StmOptions options;

  explicit Scene(std::size_t n = 300) {
    constexpr std::size_t kTopics = 3;
    constexpr std::size_t kTerms = 24;
    Rng rng(6, 1);
    std::vector<std::vector<double>> table;
    std::vector<double> x;
    for (std::size_t d = 0; d < n; ++d) {
      x.push_back(rng.uniform());
      options.content.push_back(rng.below(2));
      double e[kTopics] = {std::exp(-1.0 + 3.0 * x[d] + 0.5 * rng.normal()),
                           std::exp(0.5 * rng.normal()), 1.0};
      std::vector<double> line(kTerms, 0.0);
      for (int i = 0; i < 80; ++i) {
        const std::size_t k = rng.categorical(e, kTopics);
        std::vector<double> p(kTerms, 0.05);
        for (std::size_t v = 8 * k; v < 8 * k + 8; ++v)
          p[v] = k == 0 && v < 3 && options.content[d] == 1 ? 2.0 : 1.0;
        line[rng.categorical(p.data(), kTerms)] += 1.0;
      }
      table.push_back(line);
    }
    counts = corpora::from_dense(table, kTerms);
    options.topics = kTopics;
    options.groups = 2;
    options.covariates = 2;
    options.prevalence.assign(n, 1.0);
    options.prevalence.insert(options.prevalence.end(), x.begin(), x.end());
    options.iterations = 60;
  }
};

} // namespace

TEST_CASE("stm: the correlated topic model finds simulated topics") {
  const auto simulated = corpora::simulate(400, 4, 10, 80, 2);
  for (const StmStart init :
       {StmStart::spectral, StmStart::random, StmStart::lda}) {
    StmOptions options;
    options.topics = 4;
    options.init = init;
    options.seed = 3;
    options.iterations = 100;
    const TopicFit fit = run(simulated.counts, options);
    CHECK(fit.converged);
    CHECK(has(fit, "anchors") == (init == StmStart::spectral));
    CHECK_FALSE(has(fit, "beta"));
    for (std::size_t k = 0; k < 4; ++k) {
      double nearest = 2.0;
      for (std::size_t l = 0; l < 4; ++l) {
        double distance = 0.0;
        for (std::size_t v = 0; v < simulated.counts.columns; ++v)
          distance += std::fabs(fit.phi[v * 4 + k] - simulated.phi[v * 4 + l]);
        nearest = std::min(nearest, distance);
      }
      // A random start may end in another maximum.
      if (init != StmStart::random)
        CHECK(nearest < 0.2);
    }
    const auto &bound = fit.trace.column("bound");
    for (std::size_t i = 1; i < bound.size(); ++i)
      CHECK(bound[i] > bound[i - 1] - 1e-4 * std::fabs(bound[i]));
    CHECK(fit.trace.column("gradient").back() < 0.5);
    CHECK(fit.trace.column("repaired").back() < 0.05);
  }
}

TEST_CASE("stm: covariates of prevalence and content are found") {
  const Scene scene;
  const TopicFit fit = run(scene.counts, scene.options);
  // The topic of terms 0 .. 7 and its slope against the others.
  std::size_t grows = 0;
  for (std::size_t k = 1; k < 3; ++k)
    if (fit.phi[5 * 3 + k] > fit.phi[5 * 3 + grows])
      grows = k;
  const FitPart &gamma = part(fit, "gamma");
  CHECK(gamma.dim == std::vector<std::size_t>{2, 2});
  const auto slope = [&](std::size_t k) {
    return k == 2 ? 0.0 : gamma.values[k * 2 + 1];
  };
  for (std::size_t k = 0; k < 3; ++k)
    if (k != grows)
      CHECK(slope(grows) - slope(k) == doctest::Approx(3.0).epsilon(0.25));
  const FitPart &beta = part(fit, "beta");
  CHECK(beta.dim == std::vector<std::size_t>{3, 24, 2});
  const double first = beta.values[1 * 3 + grows];
  const double second = beta.values[24 * 3 + 1 * 3 + grows];
  CHECK(second / first > 1.3);
  CHECK(part(fit, "kappa_m").values.size() == 24);
  CHECK(part(fit, "kappa_interaction").dim ==
        std::vector<std::size_t>{3, 2, 24});
  // phi is between the groups'.
  CHECK(fit.phi[3 + grows] > first);
  CHECK(fit.phi[3 + grows] < second);
}

TEST_CASE("stm: neither rows nor threads change a bit") {
  const Scene scene(120);
  StmOptions options = scene.options;
  options.iterations = 4;
  options.tolerance = 0.0;
  const TopicFit one = run(scene.counts, options);
  for (const std::size_t threads : {2, 7}) {
    options.threads = threads;
    const TopicFit more = run(scene.counts, options);
    CHECK(more.phi == one.phi);
    CHECK(more.theta == one.theta);
    CHECK(part(more, "sigma").values == part(one, "sigma").values);
  }
  std::vector<std::size_t> order(120);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Rng rng(1, 1);
  rng.shuffle(order);
  StmOptions moved = options;
  for (std::size_t i = 0; i < order.size(); ++i) {
    moved.content[i] = options.content[order[i]];
    moved.prevalence[120 + i] = options.prevalence[120 + order[i]];
  }
  const TopicFit other = run(corpora::pick(scene.counts, order), moved);
  CHECK(other.phi == one.phi);
  CHECK(part(other, "gamma").values == part(one, "gamma").values);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t k = 0; k < 3; ++k)
      CHECK(other.theta[k * 120 + i] == one.theta[k * 120 + order[i]]);
}

TEST_CASE("stm: the quick schedule ends at the same bound") {
  const Scene scene;
  StmOptions options = scene.options;
  options.iterations = 200;
  const TopicFit exact = run(scene.counts, options);
  options.fast = true;
  const TopicFit fast = run(scene.counts, options);
  CHECK(exact.converged);
  CHECK(fast.converged);
  CHECK(fast.trace.column("bound").back() ==
        doctest::Approx(exact.trace.column("bound").back()).epsilon(1e-4));
}

TEST_CASE("stm: a start that is given, and no iterations") {
  const auto simulated = corpora::simulate(60, 3, 8, 40, 2);
  StmOptions options;
  options.topics = 3;
  options.start = simulated.phi;
  options.iterations = 0;
  const TopicFit fit = run(simulated.counts, options);
  for (std::size_t i = 0; i < fit.phi.size(); ++i)
    CHECK(fit.phi[i] == doctest::Approx(simulated.phi[i]));
  CHECK(fit.trace.size() == 0);
  CHECK_FALSE(fit.converged);
  // Taken on from its own end a fit stays there.
  options.iterations = 200;
  options.tolerance = 1e-7;
  const TopicFit end = run(simulated.counts, options);
  options.start = end.phi;
  options.start_gamma = part(end, "gamma").values;
  options.start_sigma = part(end, "sigma").values;
  options.iterations = 1;
  const TopicFit on = run(simulated.counts, options);
  CHECK(on.trace.column("bound")[0] ==
        doctest::Approx(end.trace.column("bound").back()).epsilon(1e-3));
  options.start.pop_back();
  CHECK_THROWS_AS(run(simulated.counts, options), input_error);
}

TEST_CASE("stm: options that cannot be") {
  const Scene scene(20);
  StmOptions wrong = scene.options;
  wrong.prevalence[25] = std::nan("");
  CHECK_THROWS_AS(StmEngine(scene.counts, wrong), input_error);
  Rows empty;
  empty.columns = 5;
  StmOptions options;
  CHECK_THROWS_AS(StmEngine(empty, options), input_error);
}

TEST_CASE("stm: what topics have had so far holds them, and the prior") {
  Scene scene(80);
  const TopicFit before = run(scene.counts, scene.options);
  StmOptions &options = scene.options;
  options.start = before.phi;
  options.start_gamma = part(before, "gamma").values;
  options.start_sigma = part(before, "sigma").values;
  const std::vector<double> &beta = part(before, "beta").values;
  for (const bool content : {false, true}) {
    if (!content) {
      options.content.clear();
      options.groups = 0;
    } else {
      options = Scene(80).options;
      options.start = before.phi;
      options.start_gamma = part(before, "gamma").values;
      options.start_sigma = part(before, "sigma").values;
    }
    double last = 1e9;
    for (const double tokens : {1.0, 1e4, 1e8}) {
      options.extra = content ? beta : before.phi;
      for (double &x : options.extra)
        x *= tokens;
      const TopicFit found = run(scene.counts, options);
      CHECK(part(found, "gamma").values == options.start_gamma);
      CHECK(part(found, "sigma").values == options.start_sigma);
      double sum = 0;
      for (std::size_t i = 0; i < found.phi.size(); ++i)
        sum += std::fabs(found.phi[i] - before.phi[i]);
      CHECK(sum < last);
      last = sum;
      const auto &bound = found.trace.column("bound");
      for (std::size_t i = 1; i < bound.size() && !content; ++i)
        CHECK(bound[i] > bound[i - 1] - 1e-4 * std::fabs(bound[i]));
    }
    // Sparse parts of groups shrink towards the words that are common.
    CHECK(last < (content ? 0.3 : 1e-3));
    const TopicFit one = run(scene.counts, options);
    options.threads = 7;
    CHECK(run(scene.counts, options).phi == one.phi);
    options.threads = 1;
    options.start_sigma.clear();
    CHECK_THROWS_AS(run(scene.counts, options), input_error);
    options.start_sigma = part(before, "sigma").values;
    options.extra.pop_back();
    CHECK_THROWS_AS(run(scene.counts, options), input_error);
  }
}
