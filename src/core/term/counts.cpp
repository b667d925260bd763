// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the terms of one article at a time into the cells of a block.
#include "term/counts.h"

#include <algorithm>

namespace tritone::term {

void CellStore::grow(std::size_t n) {
  constexpr std::size_t kFirst = std::size_t{1} << 13;
  constexpr std::size_t kMax = std::size_t{1} << 19;
  const std::size_t size = std::max(
      n, std::min(kMax, kFirst << std::min<std::size_t>(chunks_.size(), 6)));
  // Not make_unique(), which would write zeros to all of it.
  chunks_.emplace_back(new TermCell[size]);
  next_ = chunks_.back().get();
  left_ = size;
}

void TermCounter::make_room(std::size_t terms) {
  if (terms <= current_.size())
    return;
  current_.resize(terms * 2, 0);
  totals_.resize(terms * 2);
}

void TermCounter::count(const std::vector<std::uint32_t> &ids,
                        std::size_t terms) {
  make_room(terms);
  // Written at every token and kept at the first of its term: whether a term is
  // new is hard to foresee, so there is no branch on it.
  std::size_t n = seen_.size();
  seen_.resize(n + ids.size());
  for (const std::uint32_t id : ids) {
    seen_[n] = id;
    n += current_[id] == 0;
    ++current_[id];
  }
  seen_.resize(n);
}

void TermCounter::close_article(BlockCounts &block) {
  const ArticleCells cells = cells_.make(seen_.size());
  TermCell *cell = cells.first;
  for (const std::uint32_t id : seen_) {
    const std::uint32_t count = current_[id];
    current_[id] = 0;
    totals_[id].add({count, 1});
    block.tokens += count;
    *cell++ = {id, count};
  }
  seen_.clear();
  block.articles.push_back(cells);
}

void TermCounter::add_article(const std::vector<TermCell> &cells,
                              BlockCounts &block) {
  for (const TermCell &cell : cells) {
    make_room(std::size_t{cell.term} + 1);
    current_[cell.term] = cell.count;
    seen_.push_back(cell.term);
  }
  close_article(block);
}

} // namespace tritone::term
