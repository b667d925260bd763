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
#include <limits>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
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

namespace {

// The states that differ from `state` in one respect: an item is missing or of
// another type, is longer or shorter, or holds a number that no fit has.
std::vector<std::pair<std::string, SavedState>>
damaged(const SavedState &state) {
  std::vector<std::pair<std::string, SavedState>> out;
  const auto with = [&](std::size_t at, const std::string &what,
                        const SavedState::Numbers *numbers) {
    SavedState changed;
    for (std::size_t i = 0; i < state.items().size(); ++i) {
      if (i != at)
        changed.put(state.items()[i].first, state.items()[i].second);
      else if (numbers != nullptr)
        changed.put(state.items()[i].first, *numbers);
    }
    out.emplace_back(state.items()[at].first + " " + what, changed);
  };
  for (std::size_t i = 0; i < state.items().size(); ++i) {
    with(i, "missing", nullptr);
    const SavedState::Numbers bytes = std::vector<std::uint8_t>{1};
    with(i, "of another type", &bytes);
    std::visit(
        [&](const auto &x) {
          using T = typename std::decay_t<decltype(x)>::value_type;
          SavedState::Numbers changed = x;
          auto &numbers = std::get<std::decay_t<decltype(x)>>(changed);
          numbers.push_back(x.empty() ? T{} : x[0]);
          with(i, "longer", &changed);
          numbers = x;
          if (x.empty())
            return;
          numbers.pop_back();
          with(i, "shorter", &changed);
          // Columns of a trace may be NaN and have no range.
          if (state.items()[i].first.compare(0, 6, "trace_") == 0)
            return;
          for (const T wrong : {std::numeric_limits<T>::lowest(),
                                std::numeric_limits<T>::has_infinity
                                    ? std::numeric_limits<T>::infinity()
                                    : std::numeric_limits<T>::max(),
                                std::numeric_limits<T>::has_quiet_NaN
                                    ? std::numeric_limits<T>::quiet_NaN()
                                    : static_cast<T>(4)}) {
            numbers = x;
            numbers.back() = wrong;
            with(i, "of a wrong number", &changed);
          }
        },
        state.items()[i].second);
  }
  return out;
}

} // namespace

TEST_CASE("engine: a state that was changed in any respect is refused") {
  const Rows counts = corpora::simulate(20, 4, 10, 40, 3).counts;
  NullMonitor nobody;
  for (const Named &named : engines()) {
    CAPTURE(named.name);
    const auto fitted = named.make(counts, 1);
    fitted->advance(100, nobody);
    const SavedState state = fitted->save();
    named.make(counts, 1)->load(state);
    for (const auto &[what, changed] : damaged(state)) {
      CAPTURE(what);
      CHECK_THROWS_AS(named.make(counts, 1)->load(changed), input_error);
    }
  }
}

TEST_CASE("engine: what takes more memory than there is, is not begun") {
  CHECK(gibbs_bytes(1e9, 10, 20, GibbsOptions()) > 8e9);
  CHECK(online_bytes(0, 0, 1000, OnlineOptions()) > 1000 * 16 * 16 - 1);
  CHECK(nmf_bytes(10, 20, 30, 5) == 24 * 10 + 32 * 5 * 50);
#if defined(__linux__)
  const Rows many = corpora::from_dense( // 5e13 tokens
      std::vector<std::vector<double>>(5000, std::vector<double>(5, 2e9)), 5);
  GibbsOptions options;
  options.topics = 4;
  CHECK_THROWS_AS(GibbsEngine(many, options), limit_error);
#endif
}

TEST_CASE("engine: the order of documents changes no bit") {
  // Counts that are no whole numbers too, where the method takes them.
  Rows counts = corpora::simulate(60, 4, 10, 40, 3).counts;
  NullMonitor nobody;
  for (const Named &named : engines()) {
    CAPTURE(named.name);
    if (named.name == "gibbs")
      continue; // whose documents have names: see test_gibbs.cpp
    Rows given = counts;
    for (double &x : given.value)
      x *= 0.1;
    Rows turned;
    turned.columns = given.columns;
    for (std::size_t d = given.rows(); d-- > 0;) {
      for (auto e = static_cast<std::size_t>(given.start[d]);
           e < static_cast<std::size_t>(given.start[d + 1]); ++e) {
        turned.column.push_back(given.column[e]);
        turned.value.push_back(given.value[e]);
      }
      turned.start.push_back(static_cast<std::int64_t>(turned.column.size()));
    }
    const TopicFit one = run_engine(*named.make(given, 1), nobody);
    const TopicFit other = run_engine(*named.make(turned, 2), nobody);
    CHECK(one.phi == other.phi);
    CHECK(one.prevalence == other.prevalence);
    for (const std::string &column : one.trace.names()) {
      const std::vector<double> &a = one.trace.column(column);
      const std::vector<double> &b = other.trace.column(column);
      REQUIRE(a.size() == b.size());
      for (std::size_t i = 0; i < a.size(); ++i)
        CHECK((a[i] == b[i] || (a[i] != a[i] && b[i] != b[i])));
    }
  }
}
