// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every engine, asked of each through the contract alone.
#include "topic/engine.h"

#include "base/error.h"
#include "topic/corpora.h"
#include "topic/cvb0/cvb0.h"
#include "topic/fold_in.h"
#include "topic/gibbs/gibbs.h"
#include "topic/nmf.h"
#include "topic/online.h"
#include "topic/stm/stm.h"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

struct Named {
  std::string name;
  double alpha; // 0: shares are not those of fold_in(), nor topics sorted
  std::function<std::unique_ptr<TopicEngine>(const Rows &, std::size_t)> make;
};

template <class Engine, class Options>
Named engine(std::string name, Options options, double alpha) {
  options.topics = 4;
  options.iterations = 103;
  return {std::move(name), alpha,
          [options](const Rows &counts, std::size_t threads) {
            Options used = options;
            used.threads = threads;
            return std::make_unique<Engine>(counts, used);
          }};
}

std::vector<Named> engines() {
  Cvb0Options cvb0;
  cvb0.tolerance = 0.0;
  GibbsOptions gibbs;
  gibbs.burn_in = 51;
  gibbs.draws = 2;
  OnlineOptions online;
  online.batch = 20;
  NmfOptions poisson;
  poisson.tolerance = 0.0;
  NmfOptions frobenius = poisson;
  frobenius.loss = NmfLoss::frobenius;
  StmOptions stm;
  stm.tolerance = 0.0;
  return {engine<Cvb0Engine>("cvb0", cvb0, 0.1),
          engine<GibbsEngine>("gibbs", gibbs, 0.1),
          engine<OnlineEngine>("online", online, 0.1),
          engine<NmfEngine>("poisson", poisson, kNmfAlpha),
          engine<NmfEngine>("frobenius", frobenius, kNmfAlpha),
          engine<StmEngine>("stm", stm, 0.0)};
}

} // namespace

TEST_CASE("engine: segments, threads and a saved state change no bit") {
  const Rows counts = corpora::simulate(60, 4, 10, 40, 3).counts;
  NullMonitor nobody;
  for (const Named &named : engines()) {
    CAPTURE(named.name);
    const auto whole = named.make(counts, 1);
    const TopicFit one = run_engine(*whole, nobody);
    CHECK(whole->finished());
    const std::size_t last = whole->iteration();
    CHECK(one.trace.size() == last);
    if (named.name != "frobenius") // which gets no better after 20 steps
      CHECK(last == 103);
    SavedState state = named.make(counts, 1)->save();
    bool started = false;
    for (std::size_t threads = 1;; ++threads) {
      const auto part = named.make(counts, threads);
      if (started)
        part->load(state);
      started = true;
      const std::size_t size = part->segment();
      part->advance((part->iteration() / size + 1) * size, nobody);
      if (part->finished()) {
        const TopicFit more = part->fit(nobody);
        CHECK(more.phi == one.phi);
        CHECK(more.theta == one.theta);
        CHECK(more.prevalence == one.prevalence);
        CHECK(more.theta_chain == one.theta_chain);
        CHECK(more.draws == one.draws);
        CHECK(more.trace.size() == last);
        break;
      }
      state = part->save();
      if (threads == 3)
        threads = 0;
    }
  }
}

TEST_CASE("engine: theta is the fold-in under the topics that are returned") {
  const Rows counts = corpora::simulate(60, 4, 10, 40, 4).counts;
  NullMonitor nobody;
  for (const Named &named : engines()) {
    CAPTURE(named.name);
    const auto fitted = named.make(counts, 2);
    const TopicFit fit = run_engine(*fitted, nobody);
    FoldInOptions fold;
    fold.alpha = named.alpha;
    fold.alphas = fit.alpha;
    if (named.alpha > 0.0)
      CHECK(fold_in(counts, fit.phi, 4, fold, nobody) == fit.theta);
    CHECK(topic_prevalence(fit.theta, check_counts(counts), 4) ==
          fit.prevalence);
    for (std::size_t k = 1; named.alpha > 0.0 && k < 4; ++k)
      CHECK(fit.prevalence[k] <= fit.prevalence[k - 1]);
  }
}

TEST_CASE("engine: a state of other counts is refused, a stop is heard") {
  const Rows counts = corpora::simulate(60, 4, 10, 40, 3).counts;
  const Rows other = corpora::simulate(50, 4, 11, 40, 3).counts;
  struct Refuse final : Monitor {
    bool update(std::int64_t, std::int64_t) override { return false; }
  } refuse;
  NullMonitor nobody;
  for (const Named &named : engines()) {
    CAPTURE(named.name);
    const auto first = named.make(counts, 1);
    first->advance(1, nobody);
    CHECK_THROWS_AS(
        {
          const auto second = named.make(other, 1);
          second->load(first->save());
          second->advance(2, nobody);
        },
        input_error);
    CHECK_THROWS_AS(named.make(counts, 1)->advance(5, refuse), cancelled);
  }
}
