// SPDX-License-Identifier: GPL-2.0-or-later
// Non-negative factorization: loss, known factors, continuing.
#include "topic/nmf.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

TopicFit fit(const Rows &counts, const NmfOptions &options) {
  NullMonitor monitor;
  NmfEngine engine(counts, options);
  return run_engine(engine, monitor);
}

NmfOptions small(NmfLoss loss, std::size_t topics = 3) {
  NmfOptions options;
  options.topics = topics;
  options.loss = loss;
  return options;
}

constexpr NmfLoss kLosses[] = {NmfLoss::poisson, NmfLoss::frobenius};

} // namespace

TEST_CASE("nmf: subjects that share no term are parted") {
  for (const NmfLoss loss : kLosses) {
    const TopicFit found = fit(corpora::blocks(), small(loss));
    std::vector<std::size_t> topic;
    for (std::size_t block = 0; block < 3; ++block) {
      double most = 0;
      std::size_t best = 0;
      for (std::size_t k = 0; k < 3; ++k) {
        double share = 0;
        for (std::size_t v = 3 * block; v < 3 * block + 3; ++v)
          share += found.phi[v * 3 + k];
        if (share > most) {
          most = share;
          best = k;
        }
      }
      CHECK(most > 0.999);
      topic.push_back(best);
    }
    std::sort(topic.begin(), topic.end());
    CHECK(topic == std::vector<std::size_t>{0, 1, 2});
  }
}

TEST_CASE("nmf: the loss never rises, the tolerance ends it") {
  const Rows counts = corpora::simulate(60, 4, 40, 50, 2).counts;
  for (const NmfLoss loss : kLosses) {
    NmfOptions options = small(loss, 4);
    options.tolerance = 1e-7;
    options.iterations = 2000;
    const TopicFit found = fit(counts, options);
    const std::vector<double> &losses = found.trace.column("loss");
    for (std::size_t i = 1; i < losses.size(); ++i)
      REQUIRE(losses[i] <= losses[i - 1]);
    CHECK(found.converged);
    options.iterations = 3;
    CHECK_FALSE(fit(counts, options).converged);
    CHECK(fit(counts, options).trace.size() == 3);
  }
}

TEST_CASE("nmf: one topic is the mean of the counts") {
  const Rows counts = corpora::from_dense({{1, 2, 0}, {3, 0, 4}}, 3);
  const TopicFit found = fit(counts, small(NmfLoss::poisson, 1));
  CHECK(found.phi[0] == doctest::Approx(0.4));
  CHECK(found.phi[1] == doctest::Approx(0.2));
  CHECK(found.phi[2] == doctest::Approx(0.4));
  // The loss at the best rank-one means: row total x column total / tokens.
  double loss = 10;
  for (const auto &[x, m] :
       {std::pair{1.0, 1.2}, {2.0, 0.6}, {3.0, 2.8}, {4.0, 2.8}})
    loss -= x * std::log(m);
  CHECK(found.trace.column("loss").back() == doctest::Approx(loss));
}

TEST_CASE("nmf: the same bits for any threads") {
  const Rows counts = corpora::simulate(200, 4, 40, 50, 2).counts;
  for (const NmfLoss loss : kLosses) {
    NmfOptions options = small(loss, 4);
    options.iterations = 20;
    const TopicFit one = fit(counts, options);
    for (std::size_t threads : {2U, 5U}) {
      options.threads = threads;
      CHECK(fit(counts, options).phi == one.phi);
    }
  }
}

TEST_CASE("nmf: empty rows, more topics than rows, wrong input") {
  for (const NmfLoss loss : kLosses) {
    const Rows counts = corpora::from_dense({{1, 2}, {0, 0}, {0, 1.5}}, 2);
    const TopicFit found = fit(counts, small(loss, 5));
    for (const double p : found.phi)
      CHECK(std::isfinite(p));
    CHECK_THROWS_AS(fit(corpora::from_dense({{0, 0}}, 2), small(loss)),
                    input_error);
    CHECK_THROWS_AS(fit(counts, small(loss, 0)), input_error);
    NmfOptions options = small(loss);
    options.iterations = 0;
    CHECK_THROWS_AS(fit(counts, options), input_error);
    options = small(loss);
    options.tolerance = -1;
    CHECK_THROWS_AS(fit(counts, options), input_error);
  }
}

TEST_CASE("nmf: a fit in segments has the bits of one at a stretch") {
  const auto data = corpora::simulate(80, 3, 8, 30, 5);
  for (const NmfLoss loss : {NmfLoss::poisson, NmfLoss::frobenius}) {
    NmfOptions options;
    options.topics = 3;
    options.loss = loss;
    options.iterations = 120;
    options.tolerance = 0.0;
    NullMonitor nobody;
    const TopicFit whole = fit(data.counts, options);
    SavedState state;
    TopicFit parts;
    std::size_t calls = 1;
    for (bool first = true;; first = false) {
      NmfEngine engine(data.counts, options);
      if (!first)
        engine.load(state);
      engine.advance(calls * engine.segment(), nobody);
      if (engine.finished()) {
        parts = engine.fit(nobody);
        break;
      }
      CHECK(engine.iteration() == calls++ * kNmfSegment);
      state = engine.save();
    }
    if (loss == NmfLoss::poisson)
      CHECK(calls == 3);
    CHECK(parts.phi == whole.phi);
    CHECK(parts.trace.size() == whole.trace.size());
    CHECK(parts.trace.column("loss").back() ==
          whole.trace.column("loss").back());
    NmfEngine first(data.counts, options);
    first.advance(1, nobody);
    options.topics = 2;
    NmfEngine other(data.counts, options);
    CHECK_THROWS_AS(other.load(first.save()), input_error);
  }
}

TEST_CASE("nmf: what topics have had so far is counted in") {
  const Rows counts = corpora::from_dense({{1, 2, 0}, {3, 0, 4}}, 3);
  NmfOptions options = small(NmfLoss::poisson, 1);
  options.start = {0.2, 0.2, 0.6};
  options.extra = {0, 4, 6};
  // One topic: the shares of all tokens.
  const TopicFit one = fit(counts, options);
  CHECK(one.phi[0] == doctest::Approx(4.0 / 20));
  CHECK(one.phi[1] == doctest::Approx(6.0 / 20));
  CHECK(one.phi[2] == doctest::Approx(10.0 / 20));
  CHECK(one.theta.size() == 2);
  // Much of it holds topics, and their order; none of it moves them.
  const auto data = corpora::simulate(80, 3, 8, 30, 5);
  for (const NmfLoss loss : kLosses) {
    options = small(loss, 3);
    options.tolerance = 1e-10;
    const std::size_t size = 3 * data.counts.columns;
    for (std::size_t i = 0; i < size; ++i)
      options.start.push_back(data.phi[size - 1 - i]);
    const auto distance = [&] {
      const TopicFit found = fit(data.counts, options);
      const auto &losses = found.trace.column("loss");
      for (std::size_t i = 1; i < losses.size(); ++i)
        REQUIRE(losses[i] <= losses[i - 1]);
      double sum = 0;
      for (std::size_t i = 0; i < size; ++i)
        sum += std::fabs(found.phi[i] - options.start[i]);
      return sum;
    };
    const double far = distance();
    double last = far;
    for (const double tokens : {10.0, 1e3, 1e8}) {
      options.extra = options.start;
      for (double &x : options.extra)
        x *= tokens;
      const double now = distance();
      CHECK(now < last);
      last = now;
    }
    CHECK(last < 1e-3);
    options.iterations = 10;
    const TopicFit same = fit(data.counts, options);
    options.threads = 7;
    CHECK(fit(data.counts, options).phi == same.phi);
    options.extra[0] = -1;
    CHECK_THROWS_AS(fit(data.counts, options), input_error);
    options.extra.pop_back();
    CHECK_THROWS_AS(fit(data.counts, options), input_error);
  }
}
