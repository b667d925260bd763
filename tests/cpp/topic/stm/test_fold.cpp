// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/fold.h"

#include "base/error.h"
#include "base/rng.h"
#include "topic/corpora.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;
using namespace tritone::topic::stm;

namespace {

constexpr std::size_t kTopics = 4;

Model model_of(const corpora::Simulated &simulated) {
  Model out;
  out.topics = kTopics;
  out.terms = simulated.counts.columns;
  out.beta = {simulated.phi};
  out.sigma = {2, 0.5, 0, 0.5, 3, 0, 0, 0, 1};
  return out;
}

Given given_of(const Rows &counts) {
  return {counts, std::vector<double>(counts.rows() * padded(kTopics - 1)), {}};
}

} // namespace

TEST_CASE("fold: a document's shares depend on it alone, not on threads") {
  const auto simulated = corpora::simulate(40, kTopics, 8, 50, 4);
  const Model model = model_of(simulated);
  NullMonitor nobody;
  const auto all =
      softmax(modes(given_of(simulated.counts), model, 1, nobody), 40, kTopics);
  for (const std::size_t threads : {2, 7})
    CHECK(softmax(modes(given_of(simulated.counts), model, threads, nobody), 40,
                  kTopics) == all);
  const Rows some = corpora::pick(simulated.counts, {17, 3});
  const auto two = softmax(modes(given_of(some), model, 1, nobody), 2, kTopics);
  for (std::size_t k = 0; k < kTopics; ++k) {
    CHECK(two[k * 2] == all[k * 40 + 17]);
    CHECK(two[k * 2 + 1] == all[k * 40 + 3]);
  }
  double sum = 0.0;
  for (std::size_t k = 0; k < kTopics; ++k)
    sum += all[k * 40];
  CHECK(sum == doctest::Approx(1.0));
}

TEST_CASE("fold: draws have the moments of the approximation") {
  const auto simulated = corpora::simulate(3, kTopics, 8, 60, 5);
  const Model model = model_of(simulated);
  NullMonitor nobody;
  PosteriorOptions options;
  options.draws = 20000;
  options.covariance = true;
  const Posterior found =
      posterior(given_of(simulated.counts), model, options, nobody);
  constexpr std::size_t kFree = kTopics - 1;
  for (std::size_t d = 0; d < 3; ++d) {
    CHECK(found.repaired[d] == 0);
    std::vector<double> mean(kFree, 0.0);
    std::vector<double> product(kFree * kFree, 0.0);
    for (std::size_t i = 0; i < options.draws; ++i) {
      const double *const draw = found.draws.data() + i * 3 * kTopics + d;
      double eta[kFree];
      for (std::size_t k = 0; k < kFree; ++k) {
        eta[k] = std::log(draw[k * 3] / draw[kFree * 3]) - found.eta[k * 3 + d];
        mean[k] += eta[k] / 20000.0;
      }
      for (std::size_t k = 0; k < kFree; ++k)
        for (std::size_t l = 0; l < kFree; ++l)
          product[l * kFree + k] += eta[k] * eta[l] / 20000.0;
    }
    for (std::size_t k = 0; k < kFree; ++k) {
      const double variance =
          found.covariance[d * kFree * kFree + k * kFree + k];
      CHECK(std::fabs(mean[k]) < 0.03 * std::sqrt(variance));
      for (std::size_t l = 0; l < kFree; ++l)
        CHECK(std::fabs(product[l * kFree + k] -
                        found.covariance[d * kFree * kFree + l * kFree + k]) <
              0.05 * variance + 0.03);
    }
  }
}

TEST_CASE("fold: draws are named by document and number") {
  const auto simulated = corpora::simulate(6, kTopics, 8, 60, 5);
  const Model model = model_of(simulated);
  NullMonitor nobody;
  PosteriorOptions options;
  options.draws = 3;
  options.seed = 9;
  const auto first =
      posterior(given_of(simulated.counts), model, options, nobody);
  options.threads = 7;
  CHECK(posterior(given_of(simulated.counts), model, options, nobody).draws ==
        first.draws);
  options.first = 2;
  options.draws = 1;
  const auto third =
      posterior(given_of(simulated.counts), model, options, nobody);
  CHECK(std::equal(third.draws.begin(), third.draws.end(),
                   first.draws.begin() + 2 * 6 * kTopics));
  options.seed = 10;
  CHECK(posterior(given_of(simulated.counts), model, options, nobody).draws !=
        third.draws);
}

TEST_CASE("fold: what does not fit together is refused") {
  const auto simulated = corpora::simulate(6, kTopics, 8, 30, 5);
  NullMonitor nobody;
  const auto refused = [&](auto change) {
    Model model = model_of(simulated);
    Given given = given_of(simulated.counts);
    change(model, given);
    CHECK_THROWS_AS(modes(given, model, 1, nobody), input_error);
  };
  refused([](Model &m, Given &) { m.topics = 1; });
  refused([](Model &m, Given &) { m.sigma.pop_back(); });
  refused([](Model &m, Given &) { m.beta.clear(); });
  refused([](Model &m, Given &) { m.beta[0].pop_back(); });
  refused([](Model &m, Given &) { m.beta[0][2] = -1.0; });
  refused([](Model &, Given &g) { g.mu.pop_back(); });
  refused([](Model &, Given &g) { g.group.assign(6, 1); });
  refused([](Model &m, Given &) { m.beta.push_back(m.beta[0]); });
}
