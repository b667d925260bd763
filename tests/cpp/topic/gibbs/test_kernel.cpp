// SPDX-License-Identifier: GPL-2.0-or-later
// Draws of one token's topic against exact probabilities.
#include "topic/gibbs/kernel.h"

#include "topic/lanes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

// One term of given weights, and topics without a prior on the rest.
struct Scene {
  Scene(std::size_t topics, std::size_t without)
      : weight(1, lanes_for(topics)), by_topic(2, lanes_for(topics)),
        prior(1, lanes_for(topics)), n(topics) {
    const std::size_t width = lanes_for(topics) * kLanes;
    std::fill_n(weight.row(0), width, 0.0F);
    std::fill_n(by_topic.row(0), 2 * width, 0.0F);
    for (std::size_t k = 0; k < topics; ++k) {
      weight.row(0)[k] = k == without ? 0.0F : 1.0F + static_cast<float>(k % 5);
      by_topic.row(0)[k] = 0.5F;
      by_topic.row(1)[k] = 1.0F / static_cast<float>(1 + k % 3);
    }
    float sum = 0.0F;
    for (std::size_t k = 0; k < topics; ++k)
      prior.row(0)[k] = sum +=
          by_topic.row(0)[k] * by_topic.row(1)[k] * weight.row(0)[k];
  }

  gibbs::Topics topics() const {
    return {n, &weight, by_topic.row(1), by_topic.row(0), &prior};
  }

  LaneTable weight;
  LaneTable by_topic;
  LaneTable prior;
  std::size_t n;
};

using Draw = void (*)(const gibbs::Topics &, const gibbs::Tokens &, Rng &,
                      gibbs::Scratch &, std::int32_t *);

// Chi-square over the degrees of freedom of the second token's topic, the first
// being drawn before it: against the exact chain of the two.
double misfit(Draw draw, std::size_t topics) {
  const Scene scene(topics, 2);
  std::vector<double> first(topics);
  std::vector<double> expected(topics, 0.0);
  const auto share = [&](std::size_t k, double tokens) {
    return (0.5 + tokens) * static_cast<double>(scene.by_topic.row(1)[k]) *
           static_cast<double>(scene.weight.row(0)[k]);
  };
  double all = 0.0;
  for (std::size_t k = 0; k < topics; ++k)
    all += first[k] = share(k, k == 1 ? 1.0 : 0.0); // the other is in 1
  for (std::size_t k = 0; k < topics; ++k) {
    double total = 0.0;
    for (std::size_t l = 0; l < topics; ++l)
      total += share(l, l == k ? 1.0 : 0.0);
    for (std::size_t l = 0; l < topics; ++l)
      expected[l] += first[k] / all * share(l, l == k ? 1.0 : 0.0) / total;
  }
  constexpr int kDraws = 40000;
  std::vector<double> seen(topics, 0.0);
  std::vector<std::int32_t> count(topics, 0);
  gibbs::Scratch scratch(topics);
  for (int i = 0; i < kDraws; ++i) {
    const std::int32_t term[] = {0, 0};
    std::int32_t topic[] = {0, 1};
    Rng rng(3, static_cast<std::uint64_t>(i));
    draw(scene.topics(), {2, term, topic}, rng, scratch, count.data());
    ++seen[static_cast<std::size_t>(topic[1])];
  }
  CHECK(seen[2] == 0.0); // a topic without weight
  std::int32_t added = 0;
  for (const std::int32_t n : count)
    added += n;
  CHECK(added == 2 * kDraws);
  CHECK(std::count(scratch.in_doc.begin(), scratch.in_doc.end(), 0) ==
        static_cast<std::ptrdiff_t>(scratch.in_doc.size()));
  double chi = 0.0;
  for (std::size_t k = 0; k < topics; ++k)
    if (k != 2)
      chi += (seen[k] - expected[k] * kDraws) *
             (seen[k] - expected[k] * kDraws) / (expected[k] * kDraws);
  return chi / static_cast<double>(topics - 2);
}

} // namespace

TEST_CASE("gibbs kernel: both draws follow the weights") {
  // Chi-square over its degrees of freedom: 3.5 at 6 and 1.5 at 83 are exceeded
  // less than once in three hundred.
  for (const Draw draw : {gibbs::draw_dense, gibbs::draw_sparse}) {
    CHECK(misfit(draw, 8) < 3.5);
    CHECK(misfit(draw, 85) < 1.5);
  }
}

TEST_CASE("gibbs kernel: weights have the means of their gammas") {
  const double eta = 0.05;
  const gibbs::TermWeights weights(eta);
  const std::int32_t count[] = {0, 1, 7, 200, 0};
  const double extra[] = {0.0, 0.0, 0.5, 0.0, 2.5};
  constexpr int kDraws = 60000;
  double mean[5] = {};
  double square[5] = {};
  int none = 0;
  for (int i = 0; i < kDraws; ++i) {
    Rng rng(8, static_cast<std::uint64_t>(i));
    float weight[5];
    weights.draw(count, extra, 5, rng, weight);
    none += weight[0] == 0.0F;
    for (std::size_t k = 0; k < 5; ++k) {
      const auto x = static_cast<double>(weight[k]);
      mean[k] += x / kDraws;
      square[k] += x * x / kDraws;
    }
  }
  for (std::size_t k = 0; k < 5; ++k) {
    const double shape = eta + count[k] + extra[k];
    CHECK(std::fabs(mean[k] - shape) < 4 * std::sqrt(shape / kDraws));
    CHECK(square[k] - mean[k] * mean[k] == doctest::Approx(shape).epsilon(0.2));
  }
  // Below 1e-22 it is 0: that is U < exp(-51 eta).
  CHECK(none / static_cast<double>(kDraws) ==
        doctest::Approx(std::exp(-51 * eta)).epsilon(0.1));
}
