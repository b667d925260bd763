// SPDX-License-Identifier: GPL-2.0-or-later
// CVB0: topics are recovered, runs continue, threads agree.
#include "topic/cvb0/cvb0.h"

#include "base/error.h"
#include "base/math.h"
#include "topic/corpora.h"
#include "topic/fold_in.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace tritone;
using namespace tritone::topic;

namespace {

struct StopAfter final : Monitor {
  explicit StopAfter(int calls) : left(calls) {}
  int left;
  bool update(std::int64_t, std::int64_t) override { return left-- > 0; }
};

TopicFit fit(const Rows &counts, const Cvb0Options &options) {
  NullMonitor nobody;
  Cvb0Engine engine(counts, options);
  return run_engine(engine, nobody);
}

Cvb0Options with_topics(std::size_t k) {
  Cvb0Options options;
  options.topics = k;
  return options;
}

// The worst cosine between a topic of `phi` and the nearest one of the model.
double worst_match(const TopicFit &model, const std::vector<double> &phi) {
  double worst = 1.0;
  for (std::size_t k = 0; k < model.topics; ++k) {
    double best = 0.0;
    for (std::size_t j = 0; j < model.topics; ++j) {
      double kk = 0.0;
      double jj = 0.0;
      double kj = 0.0;
      for (std::size_t v = 0; v < model.terms; ++v) {
        const double a = phi[v * model.topics + k];
        const double b = model.phi[v * model.topics + j];
        kk += a * a;
        jj += b * b;
        kj += a * b;
      }
      best = std::max(best, kj / std::sqrt(kk * jj));
    }
    worst = std::min(worst, best);
  }
  return worst;
}

void check_shape(const TopicFit &model) {
  for (std::size_t k = 0; k < model.topics; ++k) {
    double total = 0.0;
    for (std::size_t v = 0; v < model.terms; ++v)
      total += model.phi[v * model.topics + k];
    CHECK(total == doctest::Approx(1.0).epsilon(1e-12));
  }
  for (std::size_t d = 0; d < model.documents; ++d) {
    double total = 0.0;
    for (std::size_t k = 0; k < model.topics; ++k)
      total += model.theta[k * model.documents + d];
    CHECK(total == doctest::Approx(1.0).epsilon(1e-12));
  }
  const auto finite = [](double x) { return std::isfinite(x) && x >= 0.0; };
  CHECK(std::all_of(model.phi.begin(), model.phi.end(), finite));
  CHECK(std::all_of(model.theta.begin(), model.theta.end(), finite));
  CHECK(std::accumulate(model.prevalence.begin(), model.prevalence.end(),
                        0.0) == doctest::Approx(1.0).epsilon(1e-12));
  CHECK(std::is_sorted(model.prevalence.rbegin(), model.prevalence.rend()));
}

} // namespace

TEST_CASE("cvb0: subjects that share no term are separated") {
  const Rows counts = corpora::blocks();
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    Cvb0Options options = with_topics(3);
    options.seed = seed;
    const TopicFit model = fit(counts, options);
    check_shape(model);
    for (std::size_t d = 0; d < 9; ++d) {
      std::size_t k = 0;
      while (k < 3 && model.theta[k * 9 + d] < 0.9)
        ++k;
      REQUIRE(k < 3);
      double own = 0.0;
      for (std::size_t v = 3 * (d / 3); v < 3 * (d / 3) + 3; ++v)
        own += model.phi[v * 3 + k];
      CHECK(own > 0.99);
    }
  }
}

TEST_CASE("cvb0: one topic is the corpus, smoothed") {
  const auto data = corpora::simulate(30, 4, 5, 25, 4);
  const TopicFit model = fit(data.counts, with_topics(1));
  std::vector<double> sums(data.counts.columns, 0.01);
  for (std::size_t e = 0; e < data.counts.entries(); ++e)
    sums[static_cast<std::size_t>(data.counts.column[e])] +=
        data.counts.value[e];
  const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
  for (std::size_t v = 0; v < sums.size(); ++v)
    CHECK(model.phi[v] == doctest::Approx(sums[v] / total).epsilon(1e-6));
  CHECK(model.theta == std::vector<double>(30, 1.0));
  CHECK(model.prevalence == std::vector<double>{1.0});
  CHECK(model.converged);
}

TEST_CASE("cvb0: simulated topics are found again") {
  const auto data = corpora::simulate(400, 6, 12, 80, 11);
  const TopicFit model = fit(data.counts, with_topics(6));
  check_shape(model);
  CHECK(worst_match(model, data.phi) > 0.98);
}

TEST_CASE("cvb0: the log likelihood rises from the first sweep to the last") {
  const auto data = corpora::simulate(300, 8, 10, 60, 12);
  Cvb0Options options = with_topics(8);
  options.iterations = 1;
  const double first =
      fit(data.counts, options).trace.column("log_likelihood").back();
  options.iterations = 62;
  options.tolerance = 0.0;
  const TopicFit model = fit(data.counts, options);
  REQUIRE(model.trace.size() == 62);
  CHECK_FALSE(model.converged);
  CHECK(model.trace.column("log_likelihood").back() > first);
  double best = first;
  for (std::size_t i = 0; i < 62; ++i) {
    const double value = model.trace.column("log_likelihood")[i];
    const bool reported = (i + 1) % 5 == 0 || i + 1 == 62;
    CHECK(model.trace.iteration()[i] == static_cast<double>(i + 1));
    CHECK(std::isnan(value) == !reported);
    CHECK(model.trace.column("change")[i] >= 0.0);
    if (!reported)
      continue;
    CHECK(value > best - 0.005);
    best = std::max(best, value);
  }
}

TEST_CASE("cvb0: stops at the tolerance") {
  const auto data = corpora::simulate(100, 3, 8, 40, 13);
  Cvb0Options options = with_topics(3);
  options.iterations = 5000;
  options.tolerance = 1e-3;
  const TopicFit model = fit(data.counts, options);
  CHECK(model.converged);
  CHECK(model.trace.size() < 5000);
  const std::vector<double> &change = model.trace.column("change");
  CHECK(change.back() < 1e-3);
  for (std::size_t i = 0; i + 1 < change.size(); ++i)
    CHECK(change[i] >= 1e-3); // not one sweep after that
  CHECK_FALSE(std::isnan(model.trace.column("log_likelihood").back()));
}

TEST_CASE("cvb0: the same bits for 1, 2 and 7 threads") {
  const auto data = corpora::simulate(1500, 10, 40, 80, 14);
  Cvb0Options options = with_topics(10);
  options.iterations = 6;
  const TopicFit one = fit(data.counts, options);
  for (const std::size_t threads : {2, 7}) {
    options.threads = threads;
    const TopicFit more = fit(data.counts, options);
    CHECK(more.phi == one.phi);
    CHECK(more.theta == one.theta);
    CHECK(more.trace.column("change").back() ==
          one.trace.column("change").back());
    CHECK(more.trace.column("log_likelihood").back() ==
          one.trace.column("log_likelihood").back());
  }
  options.seed = 2;
  CHECK(fit(data.counts, options).phi != one.phi);
}

TEST_CASE("cvb0: theta is the fold-in of the training counts") {
  const auto data = corpora::simulate(200, 9, 8, 50, 15);
  const TopicFit model = fit(data.counts, with_topics(9));
  NullMonitor nobody;
  CHECK(fold_in(data.counts, model.phi, 9, {}, nobody) == model.theta);
}

TEST_CASE("cvb0: another order of documents gives the same topics") {
  // More than one wave of blocks, and documents that are the same.
  const auto data = corpora::simulate(1500, 10, 40, 80, 16);
  std::vector<std::size_t> order(1500);
  std::iota(order.begin(), order.end(), std::size_t{0});
  order[7] = 3;
  const Rows counts = corpora::pick(data.counts, order);
  std::vector<std::size_t> other(1500);
  std::iota(other.begin(), other.end(), std::size_t{0});
  Rng rng(1, 1);
  rng.shuffle(other);
  Cvb0Options options = with_topics(16);
  options.iterations = 20;
  const TopicFit one = fit(counts, options);
  const TopicFit two = fit(corpora::pick(counts, other), options);
  CHECK(one.phi == two.phi);
  for (std::size_t k = 0; k < 16; ++k)
    for (std::size_t d = 0; d < 1500; ++d)
      REQUIRE(two.theta[k * 1500 + d] == one.theta[k * 1500 + other[d]]);
}

TEST_CASE("cvb0: a fit in segments has the bits of one at a stretch") {
  const auto data = corpora::simulate(300, 6, 15, 60, 21);
  Cvb0Options options = with_topics(7);
  options.iterations = 120;
  options.tolerance = 0.0;
  const TopicFit whole = fit(data.counts, options);
  SavedState state;
  TopicFit parts;
  NullMonitor nobody;
  std::size_t calls = 1;
  for (bool first = true;; first = false) {
    Cvb0Engine engine(data.counts, options);
    if (!first)
      engine.load(state);
    engine.advance(calls * engine.segment(), nobody);
    if (engine.finished()) {
      parts = engine.fit(nobody);
      break;
    }
    CHECK(engine.iteration() == calls++ * kCvb0Segment);
    state = engine.save();
    options.threads = 2;
  }
  CHECK(calls == 3);
  CHECK(parts.phi == whole.phi);
  CHECK(parts.theta == whole.theta);
  REQUIRE(parts.trace.size() == 120);
  CHECK(parts.trace.column("log_likelihood").back() ==
        whole.trace.column("log_likelihood").back());
  Cvb0Engine other(data.counts, with_topics(6));
  CHECK_THROWS_AS(other.load(state), input_error);
  // One engine that is asked twice is the same fit.
  Cvb0Engine halves(data.counts, options);
  halves.advance(50, nobody);
  CHECK(run_engine(halves, nobody).phi == whole.phi);
}

TEST_CASE("cvb0: a start from given topics keeps their order") {
  const auto data = corpora::simulate(300, 5, 10, 60, 17);
  Cvb0Options options = with_topics(5);
  options.start = data.phi;
  const TopicFit model = fit(data.counts, options);
  for (std::size_t k = 0; k < 5; ++k) {
    double overlap = 0.0;
    for (std::size_t v = 0; v < model.terms; ++v)
      overlap += std::min(data.phi[v * 5 + k], model.phi[v * 5 + k]);
    CHECK(overlap > 0.85);
  }
  options.seed = 99; // nothing is drawn
  CHECK(fit(data.counts, options).phi == model.phi);
  options.start.pop_back();
  CHECK_THROWS_AS(fit(data.counts, options), input_error);
  options.start.push_back(-1.0);
  CHECK_THROWS_AS(fit(data.counts, options), input_error);
}

TEST_CASE("cvb0: empty documents and unused terms") {
  const Rows counts =
      corpora::from_dense({{}, {3, 0, 1}, {}, {0, 0, 4}, {}}, 5);
  const TopicFit model = fit(counts, with_topics(2));
  check_shape(model);
  for (const std::size_t d : {0, 2, 4}) {
    CHECK(model.theta[d] == doctest::Approx(0.5));
    CHECK(model.theta[5 + d] == doctest::Approx(0.5));
  }
  CHECK(model.phi[4 * 2] > 0.0);
  CHECK(model.phi[4 * 2] == doctest::Approx(model.phi[1 * 2]));
}

TEST_CASE("cvb0: one document, one term, more topics than tokens") {
  check_shape(fit(corpora::from_dense({{2, 1, 1}}, 3), with_topics(2)));
  const TopicFit one = fit(corpora::from_dense({{7}, {1}}, 1), with_topics(3));
  check_shape(one);
  CHECK(one.phi == std::vector<double>{1.0, 1.0, 1.0});
  check_shape(fit(corpora::from_dense({{1}}, 1), with_topics(100)));
}

TEST_CASE("cvb0: extreme priors and counts stay finite") {
  for (const double prior : {1e-10, 1e6})
    for (const double scale : {1e-6, 1.0, 1e12}) {
      Rows counts = corpora::blocks();
      for (double &n : counts.value)
        n *= scale;
      Cvb0Options options = with_topics(4);
      options.alpha = prior;
      options.eta = prior;
      options.iterations = 30;
      const TopicFit model = fit(counts, options);
      check_shape(model);
      CHECK(std::isfinite(model.trace.column("log_likelihood").back()));
    }
}

TEST_CASE("cvb0: scaled counts find the same subjects") {
  const auto data = corpora::simulate(200, 4, 10, 60, 18);
  for (const double scale : {0.4, 3.0}) {
    Rows counts = data.counts;
    for (double &n : counts.value)
      n *= scale;
    CHECK(worst_match(fit(counts, with_topics(4)), data.phi) > 0.97);
  }
}

TEST_CASE("cvb0: errors") {
  const Rows counts = corpora::blocks();
  const double bad[] = {0.0, -1.0, std::nan(""),
                        std::numeric_limits<double>::infinity()};
  for (const double x : bad) {
    Cvb0Options options;
    options.alpha = x;
    CHECK_THROWS_AS(fit(counts, options), input_error);
    options = {};
    options.eta = x;
    CHECK_THROWS_AS(fit(counts, options), input_error);
  }
  CHECK_THROWS_AS(fit(counts, with_topics(0)), input_error);
  CHECK_THROWS_AS(fit(counts, with_topics(32769)), limit_error);
  Cvb0Options options;
  options.iterations = 0;
  CHECK_THROWS_AS(fit(counts, options), input_error);
  options = {};
  options.tolerance = -1.0;
  CHECK_THROWS_AS(fit(counts, options), input_error);
  Rows wrong = counts;
  wrong.value[4] = -2.0;
  CHECK_THROWS_AS(fit(wrong, with_topics(2)), input_error);
  CHECK_THROWS_AS(fit(corpora::from_dense({{}, {}}, 3), with_topics(2)),
                  input_error);
  CHECK_THROWS_AS(fit(Rows{}, with_topics(2)), input_error);
}

TEST_CASE("cvb0: memory that nobody has") {
  CHECK(cvb0_bytes(1000, 0, 0, 50) == 1000 * 56 * 4);
  CHECK(cvb0_bytes(0, 10, 20, 8) == 130 * 8 * 4);
  CHECK(cvb0_bytes(std::size_t{1} << 62, 1, 1, 50) > 0x1p63);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  Rows counts = corpora::from_dense({{1, 1}}, std::size_t{1} << 25);
  CHECK_THROWS_AS(fit(counts, with_topics(32768)), limit_error);
#endif
}

TEST_CASE("cvb0: a monitor can stop it") {
  const auto data = corpora::simulate(100, 3, 10, 40, 19);
  for (const std::size_t threads : {1, 2}) {
    Cvb0Options options = with_topics(3);
    options.threads = threads;
    StopAfter at_once(0);
    Cvb0Engine first(data.counts, options);
    CHECK_THROWS_AS(run_engine(first, at_once), cancelled);
    options.iterations = 100000000; // would take hours
    options.tolerance = 0.0;
    StopAfter later(2);
    Cvb0Engine second(data.counts, options);
    CHECK_THROWS_AS(run_engine(second, later), cancelled);
  }
}
