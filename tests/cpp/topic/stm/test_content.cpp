// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/content.h"

#include "base/rng.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

constexpr std::size_t kTopics = 3;
constexpr std::size_t kGroups = 2;
constexpr std::size_t kTerms = 12;

// Expected counts by group: term 0 belongs to topic 0, term 1 is said by group
// 1, term 2 by group 0 in topic 2 alone.
struct Scene {
  std::vector<std::vector<double>> counts;
  std::vector<double> tokens;

  Scene() : counts(kGroups), tokens(kTerms, 0.0) {
    Rng rng(2, 1);
    for (std::size_t g = 0; g < kGroups; ++g) {
      counts[g].assign(kTerms * padded(kTopics), 0.0);
      for (std::size_t v = 0; v < kTerms; ++v)
        for (std::size_t k = 0; k < kTopics; ++k) {
          double n = 200.0 + static_cast<double>(rng.poisson(3.0));
          if (v == 0 && k == 0)
            n *= 5.0;
          if (v == 1 && g == 1)
            n *= 4.0;
          if (v == 2 && g == 0 && k == 2)
            n *= 3.0;
          counts[g][v * padded(kTopics) + k] = n;
          tokens[v] += n;
        }
    }
  }
};

} // namespace

TEST_CASE("content: parts show what differs, beta are distributions") {
  Scene scene;
  const auto counts = scene.counts;
  NullMonitor nobody;
  const Content found = fit_content(scene.counts, kTopics, kTerms, scene.tokens,
                                    ContentOptions(), 1, nobody);
  for (std::size_t g = 0; g < kGroups; ++g)
    for (std::size_t k = 0; k < kTopics; ++k) {
      double sum = 0.0;
      double total = 0.0;
      for (std::size_t v = 0; v < kTerms; ++v) {
        const std::size_t at = v * padded(kTopics) + k;
        sum += scene.counts[g][at];
        total += counts[g][at];
      }
      CHECK(sum == doctest::Approx(1.0));
      // Near the shares of the counts.
      for (std::size_t v = 0; v < kTerms; ++v) {
        const std::size_t at = v * padded(kTopics) + k;
        CHECK(scene.counts[g][at] ==
              doctest::Approx(counts[g][at] / total).epsilon(0.1));
      }
    }
  const auto interaction = [&](std::size_t v, std::size_t g, std::size_t k) {
    return found.interaction[(v * kGroups + g) * kTopics + k];
  };
  CHECK(found.topic[0] > 0.5);
  CHECK(found.group[kGroups + 1] - found.group[kGroups] > 0.8);
  CHECK(interaction(2, 0, 2) > 0.5);
  CHECK(interaction(2, 1, 2) <= 0.0);
}

TEST_CASE("content: at its penalty the path's end satisfies its conditions") {
  // With the least penalty alone the coefficients are near those of no penalty:
  // means are the counts.
  Scene scene;
  const auto counts = scene.counts;
  ContentOptions options;
  options.parameter_cost = 0.0;
  options.ratio = 1e-6;
  NullMonitor nobody;
  fit_content(scene.counts, kTopics, kTerms, scene.tokens, options, 1, nobody);
  for (std::size_t g = 0; g < kGroups; ++g)
    for (std::size_t k = 0; k < kTopics; ++k) {
      double total = 0.0;
      for (std::size_t v = 0; v < kTerms; ++v)
        total += counts[g][v * padded(kTopics) + k];
      for (std::size_t v = 0; v < kTerms; ++v) {
        const std::size_t at = v * padded(kTopics) + k;
        CHECK(scene.counts[g][at] ==
              doctest::Approx(counts[g][at] / total).epsilon(0.01));
      }
    }
}

TEST_CASE("content: without interactions, with costs, on threads") {
  Scene scene;
  ContentOptions plain;
  plain.interactions = false;
  NullMonitor nobody;
  auto counts = scene.counts;
  const Content found =
      fit_content(counts, kTopics, kTerms, scene.tokens, plain, 1, nobody);
  CHECK(found.interaction.empty());
  CHECK(found.topic[0] > 0.5);
  // A cost above any gain leaves all parts at 0.
  ContentOptions dear;
  dear.parameter_cost = 1e12;
  counts = scene.counts;
  const Content none =
      fit_content(counts, kTopics, kTerms, scene.tokens, dear, 1, nobody);
  for (const double x : none.topic)
    CHECK(x == 0.0);
  double all = 0.0;
  for (const double x : scene.tokens)
    all += x;
  CHECK(counts[1][5 * padded(kTopics)] ==
        doctest::Approx(scene.tokens[5] / all));
  counts = scene.counts;
  const Content one = fit_content(counts, kTopics, kTerms, scene.tokens,
                                  ContentOptions(), 1, nobody);
  for (const std::size_t threads : {2, 7}) {
    auto again = scene.counts;
    const Content more = fit_content(again, kTopics, kTerms, scene.tokens,
                                     ContentOptions(), threads, nobody);
    CHECK(again == counts);
    CHECK(more.interaction == one.interaction);
  }
}

TEST_CASE("content: a term without counts, a group without a topic") {
  Scene scene;
  for (std::size_t g = 0; g < kGroups; ++g)
    for (std::size_t k = 0; k < kTopics; ++k)
      scene.counts[g][4 * padded(kTopics) + k] = 0.0;
  scene.tokens[4] = 0.0;
  for (std::size_t v = 0; v < kTerms; ++v)
    scene.counts[1][v * padded(kTopics) + 2] = 0.0;
  NullMonitor nobody;
  const Content found = fit_content(scene.counts, kTopics, kTerms, scene.tokens,
                                    ContentOptions(), 1, nobody);
  for (const auto &own : scene.counts)
    for (const double x : own)
      CHECK(std::isfinite(x));
  for (const double x : found.topic)
    CHECK(std::isfinite(x));
}
