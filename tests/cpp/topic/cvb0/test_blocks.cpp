// SPDX-License-Identifier: GPL-2.0-or-later
// How documents are cut into blocks for CVB0.
#include "topic/cvb0/blocks.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tritone;
using namespace tritone::topic;

TEST_CASE("cvb0 blocks: cover all documents and know their terms") {
  const auto data = corpora::simulate(60, 3, 10, 20, 1);
  const DocumentBlocks cut = cut_documents(data.counts, 50);
  REQUIRE(cut.blocks.size() > 5);
  std::size_t next = 0;
  std::size_t most = 0;
  for (std::size_t b = 0; b < cut.blocks.size(); ++b) {
    const DocumentBlock &block = cut.blocks[b];
    CHECK(block.begin == next);
    CHECK(block.end > block.begin);
    next = block.end;
    const auto entries =
        data.counts.start[block.end] - data.counts.start[block.begin];
    if (b + 1 < cut.blocks.size())
      CHECK(entries >= 50);
    CHECK(data.counts.start[block.end - 1] - data.counts.start[block.begin] <
          50);
    const auto *first = cut.terms.data() + block.terms_begin;
    const auto *last = cut.terms.data() + block.terms_end;
    CHECK(std::is_sorted(first, last));
    CHECK(std::adjacent_find(first, last) == last);
    most = std::max(most, block.terms());
    for (auto e = data.counts.start[block.begin];
         e < data.counts.start[block.end]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      REQUIRE(cut.term[at] < block.terms());
      CHECK(first[cut.term[at]] == data.counts.column[at]);
    }
  }
  CHECK(next == 60);
  CHECK(cut.most_terms == most);
}

TEST_CASE("cvb0 blocks: long and empty documents") {
  const Rows counts =
      corpora::from_dense({{}, {1, 1, 1, 1, 1}, {}, {0, 1}, {}}, 5);
  const DocumentBlocks cut = cut_documents(counts, 3);
  REQUIRE(cut.blocks.size() == 2);
  CHECK(cut.blocks[0].end == 2);
  CHECK(cut.blocks[0].terms() == 5);
  CHECK(cut.blocks[1].end == 5);
  CHECK(cut.blocks[1].terms() == 1);
  CHECK(cut_documents(counts, 1000).blocks.size() == 1);
  CHECK(cut_documents(Rows{}, 3).blocks.empty());
}
