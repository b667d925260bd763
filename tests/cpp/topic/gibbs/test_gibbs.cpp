// SPDX-License-Identifier: GPL-2.0-or-later
// The Gibbs sampler against exact probabilities and its prior.
#include "topic/gibbs/gibbs.h"

#include "base/error.h"
#include "base/math.h"
#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/fold_in.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

Rows rows_of(const std::vector<std::vector<double>> &dense) {
  return corpora::from_dense(dense, dense[0].size());
}

GibbsOptions small(std::size_t topics) {
  GibbsOptions options;
  options.topics = topics;
  options.alpha = 0.7;
  options.eta = 0.4;
  options.iterations = 20;
  options.burn_in = 10;
  options.thin = 2;
  return options;
}

Rows simulated(std::size_t documents, std::size_t terms, std::size_t topics) {
  std::vector<std::vector<double>> dense(documents,
                                         std::vector<double>(terms, 0));
  for (std::size_t d = 0; d < documents; ++d) {
    Rng rng(5, d);
    const std::size_t own = d % topics;
    for (int i = 0; i < 60; ++i) {
      const std::size_t k = rng.below(10) < 9
                                ? own
                                : rng.below(static_cast<std::uint32_t>(topics));
      const std::size_t width = terms / topics;
      ++dense[d][k * width + rng.below(static_cast<std::uint32_t>(width))];
    }
  }
  return rows_of(dense);
}

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

namespace {

// Chi-square of 40,000 states of the sampler against their exact probabilities.
double chi_square(const std::vector<double> &extra,
                  GibbsDraw draw = GibbsDraw::by_topics) {
  // Two documents of 3 and 2 tokens, three terms, two topics: 32 states.
  const Rows counts = rows_of({{2, 1, 0}, {0, 1, 1}});
  GibbsOptions options = small(2);
  options.iterations = 1000000;
  options.burn_in = 999999;
  options.extra = extra;
  options.draw = draw;
  NullMonitor monitor;
  GibbsSampler sampler(counts, options, {}, monitor);
  // Each state's exact probability, by the joint of the collapsed model.
  std::vector<double> exact(32);
  std::vector<double> tokens = {0, 0, 1, 1, 2};
  const std::vector<std::size_t> document = {0, 0, 0, 1, 1};
  double all = 0;
  for (unsigned z = 0; z < 32; ++z) {
    double nkv[2][3] = {};
    double ndk[2][2] = {};
    for (std::size_t i = 0; i < 5; ++i) {
      const unsigned k = z >> i & 1U;
      ++nkv[k][static_cast<std::size_t>(tokens[i])];
      ++ndk[document[i]][k];
    }
    double log = 0;
    for (int k = 0; k < 2; ++k) {
      double total = 0;
      for (std::size_t v = 0; v < 3; ++v) {
        const double more =
            extra.empty() ? 0 : extra[v * 2 + static_cast<std::size_t>(k)];
        log += math::lgamma(nkv[k][v] + 0.4 + more) - math::lgamma(0.4 + more);
        total += nkv[k][v] + 0.4 + more;
      }
      log -= math::lgamma(total);
      for (int d = 0; d < 2; ++d)
        log += math::lgamma(ndk[d][k] + 0.7);
    }
    all += exact[z] = math::exp(log);
  }
  constexpr int kSamples = 40000;
  constexpr int kApartSweeps = 5;
  std::vector<double> seen(32, 0.0);
  for (int s = 0; s < kSamples; ++s) {
    for (int t = 0; t < kApartSweeps; ++t)
      sampler.sweep(monitor);
    unsigned z = 0;
    for (std::size_t i = 0; i < 5; ++i)
      z |= static_cast<unsigned>(sampler.state().topic[i]) << i;
    ++seen[z];
  }
  double chi = 0;
  for (unsigned z = 0; z < 32; ++z) {
    const double expected = exact[z] / all * kSamples;
    chi += (seen[z] - expected) * (seen[z] - expected) / expected;
  }
  return chi;
}

} // namespace

TEST_CASE("gibbs: the posterior of a tiny corpus is that of enumeration") {
  // 31 degrees of freedom: above 61.1 once in a thousand.
  CHECK(chi_square({}) < 61.1);
  CHECK(chi_square({1.5, 0, 0, 0, 0, 2}) < 61.1);
  CHECK(chi_square({}, GibbsDraw::sparse) < 61.1);
}

TEST_CASE("gibbs: Geweke's joint test") {
  // If words are drawn anew from the model at each sweep, topics and words must
  // come from the prior: compared with draws straight from it.
  const std::size_t documents = 4;
  const std::size_t length = 6;
  const std::size_t terms = 3;
  const Rows counts = rows_of({{6, 0, 0}, {6, 0, 0}, {6, 0, 0}, {6, 0, 0}});
  GibbsOptions options = small(2);
  options.iterations = 1000000;
  options.burn_in = 999999;
  NullMonitor monitor;
  // Functions of topics and words: first and second moments.
  const auto statistics = [&](const std::vector<std::int32_t> &z,
                              const std::vector<std::int32_t> &w) {
    double first = 0;
    double pairs = 0;
    double words = 0;
    double agree = 0;
    for (std::size_t d = 0; d < documents; ++d)
      for (std::size_t i = 0; i < length; ++i) {
        const std::size_t a = d * length + i;
        first += z[a];
        words += w[a] == 0;
        for (std::size_t j = 0; j < i; ++j) {
          const std::size_t b = d * length + j;
          pairs += z[a] == z[b];
          agree += z[a] == z[b] && w[a] == w[b];
        }
      }
    return std::vector<double>{first, pairs, words, agree};
  };
  constexpr int kDraws = 60000;
  std::vector<double> mean_prior(4, 0), square_prior(4, 0), mean_chain(4, 0);
  Rng rng(3, 1);
  for (int s = 0; s < kDraws; ++s) {
    double phi[2][3];
    std::vector<double> eta(terms, 0.4);
    for (auto &row : phi)
      rng.dirichlet(eta.data(), terms, row);
    std::vector<std::int32_t> z, w;
    for (std::size_t d = 0; d < documents; ++d) {
      double theta[2];
      const double alpha[2] = {0.7, 0.7};
      rng.dirichlet(alpha, 2, theta);
      for (std::size_t i = 0; i < length; ++i) {
        z.push_back(static_cast<std::int32_t>(rng.categorical(theta, 2)));
        w.push_back(
            static_cast<std::int32_t>(rng.categorical(phi[z.back()], terms)));
      }
    }
    const auto x = statistics(z, w);
    for (std::size_t j = 0; j < 4; ++j) {
      mean_prior[j] += x[j] / kDraws;
      square_prior[j] += x[j] * x[j] / kDraws;
    }
  }
  GibbsSampler sampler(counts, options, {}, monitor);
  // Means of batches give the error of a chain that remembers.
  constexpr int kBatches = 60;
  std::vector<std::vector<double>> batch(4, std::vector<double>(kBatches, 0));
  for (int s = 0; s < kDraws; ++s) {
    sampler.sweep(monitor);
    std::vector<std::int32_t> &w = sampler.terms();
    const std::vector<double> phi = sampler.phi();
    for (std::size_t i = 0; i < w.size(); ++i) {
      double weight[3];
      for (std::size_t v = 0; v < terms; ++v)
        weight[v] =
            phi[v * 2 + static_cast<std::size_t>(sampler.state().topic[i])];
      w[i] = static_cast<std::int32_t>(rng.categorical(weight, terms));
    }
    sampler.recount();
    const auto x = statistics(sampler.state().topic, w);
    for (std::size_t j = 0; j < 4; ++j) {
      mean_chain[j] += x[j] / kDraws;
      batch[j][static_cast<std::size_t>(s * kBatches / kDraws)] +=
          x[j] * kBatches / kDraws;
    }
  }
  for (std::size_t j = 0; j < 4; ++j) {
    double variance =
        (square_prior[j] - mean_prior[j] * mean_prior[j]) / kDraws;
    double spread = 0;
    for (const double b : batch[j])
      spread += (b - mean_chain[j]) * (b - mean_chain[j]);
    variance += spread / (kBatches - 1) / kBatches;
    CHECK(std::fabs(mean_chain[j] - mean_prior[j]) < 4 * std::sqrt(variance));
  }
}

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
