// SPDX-License-Identifier: GPL-2.0-or-later
// The Gibbs sampler against exact probabilities and its prior.
#include "topic/gibbs/sampler.h"

#include "base/math.h"
#include "base/rng.h"
#include "topic/gibbs/small.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

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
