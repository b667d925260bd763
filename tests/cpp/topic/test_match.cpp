// SPDX-License-Identifier: GPL-2.0-or-later
// Similarities by hand, and assignments against all permutations.
#include "topic/match.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

// The largest sum over all ways to give each row another column.
double best_by_hand(const std::vector<double> &score, std::size_t rows,
                    std::size_t columns) {
  const std::size_t n = std::max(rows, columns);
  std::vector<std::size_t> column(n);
  std::iota(column.begin(), column.end(), std::size_t{0});
  double best = -1e300;
  do {
    double sum = 0.0;
    for (std::size_t r = 0; r < rows; ++r)
      if (column[r] < columns)
        sum += score[column[r] * rows + r];
    best = std::max(best, sum);
  } while (std::next_permutation(column.begin(), column.end()));
  return best;
}

} // namespace

TEST_CASE("match: the assignment has the largest sum") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Rng rng(seed, 5);
    const std::size_t rows = 1 + rng.below(6);
    const std::size_t columns = 1 + rng.below(6);
    std::vector<double> score(rows * columns);
    const bool coarse = seed % 3 == 0; // many equal ones
    for (double &x : score)
      x = coarse ? static_cast<double>(rng.below(3)) : rng.uniform();
    const auto found = best_assignment(score, rows, columns);
    REQUIRE(found.size() == rows);
    std::vector<int> taken(columns, 0);
    double sum = 0.0;
    std::size_t pairs = 0;
    for (std::size_t r = 0; r < rows; ++r) {
      if (found[r] < 0)
        continue;
      ++pairs;
      ++taken[static_cast<std::size_t>(found[r])];
      sum += score[static_cast<std::size_t>(found[r]) * rows + r];
    }
    CHECK(pairs == std::min(rows, columns));
    CHECK(*std::max_element(taken.begin(), taken.end()) == 1);
    CHECK(sum == doctest::Approx(best_by_hand(score, rows, columns)));
    CHECK(best_assignment(score, rows, columns) == found);
  }
}

TEST_CASE("match: equal scores go by number, and nothing is nothing") {
  const std::vector<double> same(9, 0.5);
  CHECK(best_assignment(same, 3, 3) == std::vector<std::int32_t>{0, 1, 2});
  CHECK(best_assignment({}, 0, 0).empty());
  CHECK(best_assignment({}, 2, 0) == std::vector<std::int32_t>{-1, -1});
  CHECK(best_assignment({1, 3, 2}, 3, 1) ==
        std::vector<std::int32_t>{-1, 0, -1});
  CHECK_THROWS_AS(best_assignment({1}, 1, 2), input_error);
  CHECK_THROWS_AS(
      best_assignment({std::numeric_limits<double>::quiet_NaN()}, 1, 1),
      input_error);
}

TEST_CASE("match: cosines and overlaps, the same for every number of threads") {
  NullMonitor nobody;
  const std::vector<double> a{0.5, 0.0, 0.5, 0.0, 0.0, 1.0}; // 2 x 3
  const std::vector<double> b{0.5, 0.25, 0.25};              // 1 x 3
  const auto cosine = [&](std::size_t threads) {
    return topic_similarity(a, 2, b, 1, 3, Similarity::cosine, threads, nobody);
  };
  CHECK(cosine(1)[0] ==
        doctest::Approx(0.375 / std::sqrt(0.5) / std::sqrt(0.375)));
  CHECK(cosine(1)[1] == doctest::Approx(0.25 / std::sqrt(0.375)));
  CHECK(cosine(2) == cosine(1));
  CHECK(cosine(7) == cosine(1));
  CHECK(topic_similarity(a, 2, b, 1, 3, Similarity::overlap, 1, nobody) ==
        std::vector<double>{0.75, 0.25});
  const std::vector<double> none{0.0, 0.0, 0.0};
  CHECK(topic_similarity(none, 1, b, 1, 3, Similarity::cosine, 1, nobody)[0] ==
        0.0);
  CHECK_THROWS_AS(
      topic_similarity(a, 2, b, 1, 2, Similarity::cosine, 1, nobody),
      input_error);
}
