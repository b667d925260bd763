// SPDX-License-Identifier: GPL-2.0-or-later
// Online fits: topics are recovered, runs continue.
#include "topic/online.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/fold_in.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace tritone;
using namespace tritone::topic;

namespace {

OnlineOptions with(std::size_t topics, std::size_t iterations,
                   std::size_t batch) {
  OnlineOptions options;
  options.topics = topics;
  options.iterations = iterations;
  options.batch = batch;
  return options;
}

void passes(const Rows &counts, const OnlineOptions &options) {
  NullMonitor nobody;
  OnlineEngine(counts, options).advance(options.iterations, nobody);
}

TopicFit fit(const Rows &counts, const OnlineOptions &options) {
  NullMonitor nobody;
  OnlineEngine engine(counts, options);
  return run_engine(engine, nobody);
}

// The min overlap of a simulated topic with the fitted one nearest to it.
double worst_match(const TopicFit &model, const std::vector<double> &phi,
                   std::size_t topics) {
  double worst = 1.0;
  for (std::size_t j = 0; j < topics; ++j) {
    double best = 0.0;
    for (std::size_t k = 0; k < model.topics; ++k) {
      double overlap = 0.0;
      for (std::size_t v = 0; v < model.terms; ++v)
        overlap +=
            std::min(phi[v * topics + j], model.phi[v * model.topics + k]);
      best = std::max(best, overlap);
    }
    worst = std::min(worst, best);
  }
  return worst;
}

} // namespace

TEST_CASE("online: simulated topics are found") {
  const auto data = corpora::simulate(2000, 5, 12, 60, 31);
  const TopicFit model = fit(data.counts, with(8, 15, 100));
  CHECK(worst_match(model, data.phi, 5) > 0.8);
  CHECK(model.trace.size() == 15);
  CHECK(model.trace.column("log_likelihood").back() >
        model.trace.column("log_likelihood")[0]);
}

TEST_CASE("online: one batch with step 1 is one step of EM") {
  // offset 1: the first step forgets the start altogether.
  const Rows counts = corpora::blocks();
  OnlineOptions options = with(2, 1, 100);
  options.offset = 1.0;
  options.sort = false;
  NullMonitor nobody;
  OnlineEngine engine(counts, options);
  engine.advance(1, nobody);
  const std::vector<float> &in_term = engine.in_term();
  CHECK(std::accumulate(in_term.begin(), in_term.end(), 0.0F) ==
        doctest::Approx(9 * 18).epsilon(1e-4));
  for (std::size_t v = 0; v < 9; ++v)
    CHECK(in_term[2 * v] + in_term[2 * v + 1] ==
          doctest::Approx(3.0 * (5.0 + static_cast<double>(v % 3)))
              .epsilon(1e-4));
}

TEST_CASE("online: the same bits for any threads, order and after a stop") {
  const auto data = corpora::simulate(400, 4, 15, 40, 32);
  OnlineOptions options = with(5, 3, 64);
  const TopicFit one = fit(data.counts, options);
  for (const std::size_t threads : {2, 5}) {
    options.threads = threads;
    const TopicFit more = fit(data.counts, options);
    CHECK(more.phi == one.phi);
    CHECK(more.theta == one.theta);
    CHECK(more.trace.column("log_likelihood").back() ==
          one.trace.column("log_likelihood").back());
  }
  std::vector<std::size_t> order(400);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Rng rng(1, 1);
  rng.shuffle(order);
  const TopicFit other = fit(corpora::pick(data.counts, order), options);
  CHECK(other.phi == one.phi);
  for (std::size_t d = 0; d < 400; ++d)
    REQUIRE(other.theta[d] == one.theta[order[d]]);
  // A state that went through its numbers and back is the same state.
  NullMonitor nobody;
  OnlineEngine engine(data.counts, options);
  engine.advance(1, nobody);
  OnlineEngine kept(data.counts, options);
  kept.load(engine.save());
  CHECK(kept.iteration() == 1);
  const TopicFit stopped = run_engine(kept, nobody);
  CHECK(stopped.phi == one.phi);
  CHECK(stopped.trace.size() == 3);
}

TEST_CASE("online: shares are those of new documents") {
  const auto data = corpora::simulate(200, 3, 10, 40, 33);
  const TopicFit model = fit(data.counts, with(3, 2, 50));
  NullMonitor nobody;
  CHECK(fold_in(data.counts, model.phi, 3, {}, nobody) == model.theta);
}

TEST_CASE("online: a stream goes on, with steps that get smaller") {
  const auto data = corpora::simulate(600, 4, 15, 40, 34);
  OnlineOptions options = with(4, 1, 50);
  NullMonitor nobody;
  OnlineEngine first(data.counts, options);
  first.advance(1, nobody);
  CHECK(first.batches() == 12.0);
  options.start.assign(first.in_term().begin(), first.in_term().end());
  options.batches = first.batches();
  const auto more = corpora::simulate(50, 4, 15, 40, 34);
  OnlineEngine next(more.counts, options);
  CHECK(next.in_term() == first.in_term());
  next.advance(1, nobody);
  CHECK(next.batches() == 13.0);
  CHECK(next.in_term() != first.in_term());
}

TEST_CASE("online: empty documents, one document, one topic") {
  const TopicFit model =
      fit(corpora::from_dense({{}, {3, 0, 1}, {}}, 4), with(2, 2, 1));
  CHECK(model.theta[0] == doctest::Approx(0.5));
  CHECK(model.phi[3 * 2] > 0.0);
  const TopicFit one = fit(corpora::from_dense({{2, 1}}, 2), with(1, 5, 10));
  CHECK(one.theta == std::vector<double>{1.0});
  CHECK(one.phi[0] + one.phi[1] == doctest::Approx(1.0));
}

TEST_CASE("online: errors, and a monitor can stop it") {
  const Rows counts = corpora::blocks();
  CHECK_THROWS_AS(fit(counts, with(0, 1, 1)), input_error);
  OnlineOptions options = with(2, 1, 0);
  CHECK_THROWS_AS(passes(counts, options), input_error);
  options = with(2, 1, 1);
  options.decay = 0.5;
  CHECK_THROWS_AS(passes(counts, options), input_error);
  options = with(2, 1, 1);
  options.offset = 0.0;
  CHECK_THROWS_AS(passes(counts, options), input_error);
  options = with(2, 1, 1);
  OnlineEngine engine(counts, options);
  CHECK_THROWS_AS(engine.load(SavedState()), input_error);
  options.start.assign(5, 1.0);
  CHECK_THROWS_AS(passes(counts, options), input_error);
  struct Refuse final : Monitor {
    bool update(std::int64_t, std::int64_t) override { return false; }
  } refuse;
  CHECK_THROWS_AS(engine.advance(1, refuse), cancelled);
}
