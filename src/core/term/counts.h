// SPDX-License-Identifier: GPL-2.0-or-later
// Counting terms while articles are read: what one worker keeps.
#pragma once

#include "base/config.h"
#include "base/string_table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace tritone::term {

// How often a term occurs in one article.
struct TermCell {
  std::uint32_t term;
  std::uint32_t count;
};

// The cells of one article, kept by a CellStore.
struct ArticleCells {
  TermCell *first = nullptr;
  std::size_t size = 0;

  TermCell *begin() const { return first; }
  TermCell *end() const { return first + size; }
};

// The counts of one block of articles, terms numbered by the worker's table.
struct BlockCounts {
  std::size_t first = 0;   // its first article
  std::size_t worker = 0;  // whose table numbers the terms
  std::int64_t tokens = 0; // counted
  std::vector<ArticleCells> articles;
};

// Memory for cells that stay where they are, in few large pieces: workers that
// ask the system for many small ones wait for each other.
class CellStore {
public:
  // Room for `n` cells, of no value yet.
  ArticleCells make(std::size_t n) {
    if (n > left_)
      grow(n);
    const ArticleCells cells{next_, n};
    next_ += n;
    left_ -= n;
    return cells;
  }

private:
  void grow(std::size_t n);

  std::vector<std::unique_ptr<TermCell[]>> chunks_;
  TermCell *next_ = nullptr;
  std::size_t left_ = 0;
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
  // first occurrence, and the next article begins. The cells live as long as
  // this counter, or as what take_cells() gave.
  void close_article(BlockCounts &block);

  // The same as counting an article with these cells, each of another term.
  void add_article(const std::vector<TermCell> &cells, BlockCounts &block);

  CellStore take_cells() { return std::move(cells_); }

  // By id; a term that was never counted may be missing at the end.
  const std::vector<TermTotals> &totals() const { return totals_; }

private:
  void make_room(std::size_t terms);

  std::vector<std::uint32_t> current_; // by id, 0 between articles
  std::vector<std::uint32_t> seen_;    // ids of the current article
  std::vector<TermTotals> totals_;
  CellStore cells_;
};

} // namespace tritone::term
