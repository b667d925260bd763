// SPDX-License-Identifier: GPL-2.0-or-later
// The table of co-occurrences against its definition.
#include "topic/stm/gram.h"

#include "topic/corpora.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace tritone;
using namespace tritone::topic;
using namespace tritone::topic::stm;

namespace {

Gram take(const Rows &counts, std::size_t most, std::size_t threads = 1) {
  NullMonitor nobody;
  return take_gram(counts, corpora::in_order(counts), most, threads, nobody);
}

} // namespace

TEST_CASE("gram: rows are those of the definition") {
  // The last document is too short, and its term 4 is in no other.
  const std::vector<std::vector<double>> table = {{3, 1, 0, 0, 0},
                                                  {1, 4, 0, 1, 0},
                                                  {0, 1, 5, 0, 0},
                                                  {2, 0, 2, 0, 0},
                                                  {0, 0, 0, 0, 1}};
  const Gram found = take(corpora::from_dense(table, 5), 10);
  REQUIRE(found.term == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(found.documents.size() == 4);
  CHECK(found.share[1] == doctest::Approx(6.0 / 21.0));
  for (std::size_t i = 0; i < 4; ++i) {
    std::vector<double> row(padded(4), -1.0);
    gram_row(found, i, row.data());
    double sum = 0.0;
    for (std::size_t j = 0; j < 4; ++j) {
      double expected = 0.0;
      for (std::size_t d = 0; d < 4; ++d) {
        const double n = std::accumulate(table[d].begin(), table[d].end(), 0.0);
        expected += table[d][i] * (table[d][j] - (i == j ? 1.0 : 0.0)) /
                    (n * (n - 1.0));
      }
      CHECK(row[j] == doctest::Approx(expected).epsilon(1e-12));
      sum += expected;
    }
    CHECK(found.row_sum[i] == doctest::Approx(sum).epsilon(1e-12));
  }
}

TEST_CASE("gram: the most frequent terms, of equal ones the first") {
  const Gram found = take(
      corpora::from_dense({{1, 2, 2, 0}, {0, 2, 1, 1}, {1, 0, 1, 1}}, 4), 3);
  CHECK(found.term == std::vector<std::size_t>{1, 2, 0});
  CHECK(take(corpora::from_dense({{0, 2, 2, 1}}, 4), 1).term ==
        std::vector<std::size_t>{1});
  CHECK(take(corpora::from_dense({{0, 1, 0, 0}}, 4), 4).term.empty());
}

TEST_CASE("gram: threads change no bit") {
  const Rows counts = corpora::simulate(150, 3, 30, 50, 4).counts;
  const Gram one = take(counts, 80);
  for (const std::size_t threads : {2, 7}) {
    const Gram more = take(counts, 80, threads);
    CHECK(more.weight == one.weight);
    CHECK(more.itself == one.itself);
    CHECK(more.row_sum == one.row_sum);
  }
}
