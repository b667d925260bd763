// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of terms by article, in blocks.
#include "term/counts.h"

#include "term/matrix.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::term;

TEST_CASE("term: a counter counts article after article") {
  TermCounter counter;
  BlockCounts block;
  counter.count({0, 1, 0}, 2);
  counter.count({2, 0}, 3);
  counter.close_article(block);
  counter.close_article(block); // an empty one
  counter.count({1}, 3);
  counter.close_article(block);
  REQUIRE(block.articles.size() == 3);
  CHECK(block.articles[0].size == 3);
  CHECK(block.articles[1].size == 0);
  CHECK(block.articles[2].size == 1);
  CHECK(block.tokens == 6);
  CHECK(block.articles[0].first[0].term == 0);
  CHECK(block.articles[0].first[0].count == 3);
  CHECK(block.articles[2].first[0].term == 1);
  CHECK(block.articles[2].first[0].count == 1);
  CHECK(counter.totals()[1].tokens == 2);
  CHECK(counter.totals()[1].docs == 2);
  CHECK(counter.totals()[2].docs == 1);
}

TEST_CASE("term: totals pass 2^32, in the counter, a block and the matrix") {
  constexpr std::uint32_t kMany = 3000000000U;
  TermCounter counter;
  std::vector<BlockCounts> blocks(2);
  counter.add_article({{0, kMany}, {1, kMany}}, blocks[0]);
  counter.add_article({{1, kMany}}, blocks[0]);
  blocks[1].first = 2;
  counter.add_article({{1, kMany}, {2, 1}}, blocks[1]);
  CHECK(counter.totals()[1].tokens == 9000000000U);
  CHECK(blocks[0].tokens == 9000000000);

  StringTable terms;
  for (const char *term : {"rain", "sun", "wind"})
    terms.insert(term);
  NullMonitor monitor;
  std::vector<TermCounter> counters;
  counters.push_back(std::move(counter));
  const TermCounts counts({terms}, std::move(counters), blocks, {}, 1, monitor);
  CHECK(counts.tokens() == 12000000001);
  CHECK(counts.term(0) == "sun");
  CHECK(counts.start() == std::vector<std::int64_t>{0, 3, 4, 5});
  std::vector<std::int32_t> row(5);
  std::vector<double> value(5);
  for (std::size_t threads : {1U, 2U}) {
    counts.fill(row.data(), value.data(), threads, monitor);
    CHECK(row == std::vector<std::int32_t>{0, 1, 2, 0, 2});
    CHECK(value == std::vector<double>{3e9, 3e9, 3e9, 3e9, 1});
  }
}

TEST_CASE("term: where cells begin may pass 2^32") {
  TermTotals totals;
  totals.add({1, 4000000000U});
  totals.add({1, 4000000000U});
  CHECK(totals.docs == 8000000000U);
  static_assert(sizeof(std::declval<TermCounts>().start()[0]) == 8);
}
