// SPDX-License-Identifier: GPL-2.0-or-later
// Counting terms while articles are read: what one worker keeps.
#pragma once

#include "base/config.h"
#include "base/string_table.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone {

// How often a term occurs in one article.
struct TermCell {
  std::uint32_t term;
  std::uint32_t count;
};

// The counts of one block of articles, terms numbered by the worker's table.
struct BlockCounts {
  std::size_t first = 0;         // its first article
  std::size_t worker = 0;        // whose table numbers the terms
  std::int64_t tokens = 0;       // counted
  std::vector<std::size_t> ends; // one an article, into `cells`
  std::vector<TermCell> cells;
};

// What is known of a term over all articles. 64 bits: a total may pass 2^32.
struct TermTotals {
  std::uint64_t tokens = 0;
  std::uint64_t docs = 0;

  void add(const TermTotals &other) {
    tokens += other.tokens;
    docs += other.docs;
  }
};

// Counts terms, given as ids 0, 1, 2, ..., article after article. The cost of
// an article is linear in its tokens, whatever the number of terms.
class TermCounter {
public:
  // Adds tokens to the current article, which may hold at most 2^32 - 1 of a
  // term; `terms` is the number of ids given out, above all of them.
  void count(const std::vector<std::uint32_t> &ids, std::size_t terms);

  // Closes the current article: its terms become cells of `block`, in order of
  // first occurrence, and the next article begins.
  void close_article(BlockCounts &block);

  // The same as counting an article with these cells, each of another term.
  void add_article(const std::vector<TermCell> &cells, BlockCounts &block);

  // By id; a term that was never counted may be missing at the end.
  const std::vector<TermTotals> &totals() const { return totals_; }

private:
  void make_room(std::size_t terms);

  std::vector<std::uint32_t> current_; // by id, 0 between articles
  std::vector<std::uint32_t> seen_;    // ids of the current article
  std::vector<TermTotals> totals_;
};

} // namespace tritone
