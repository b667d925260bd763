// SPDX-License-Identifier: GPL-2.0-or-later
// An upper bound of the number of articles of each n-gram, in fixed memory.
#pragma once

#include "base/config.h"
#include "base/hash.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Upper bounds of document frequencies in memory of a fixed size: a count-min
// sketch (Cormode & Muthukrishnan 2005, doi:10.1016/j.jalgor.2003.12.001) of
// two cells a key and one byte a cell. A bound may be too high, never too low,
// so what is left out by it is left out rightly. Many threads may add at once;
// the cells do not depend on who added when.
class DocSketch {
public:
  // 2^bits cells; frequencies are counted up to `limit` <= 255 documents.
  DocSketch(unsigned bits, std::uint64_t limit)
      : mask_((std::size_t{1} << bits) - 1),
        limit_(static_cast<std::uint8_t>(std::min<std::uint64_t>(limit, 255))),
        cells_(mask_ + 1) {}

  // One more document holds `key`; to be called once a document and key.
  void add(std::uint64_t key) {
    const std::uint64_t mixed = mix64(key);
    raise(cells_[first(mixed)]);
    if (first(mixed) != second(mixed))
      raise(cells_[second(mixed)]);
  }

  // May `key` be in at least `limit` documents?
  bool reaches(std::uint64_t key) const {
    const std::uint64_t mixed = mix64(key);
    return full(cells_[first(mixed)]) && full(cells_[second(mixed)]);
  }

  std::size_t bytes() const { return cells_.size(); }

private:
  using Cell = std::atomic<std::uint8_t>;

  std::size_t first(std::uint64_t mixed) const { return mixed & mask_; }
  std::size_t second(std::uint64_t mixed) const {
    return (mixed >> 32) & mask_;
  }

  bool full(const Cell &cell) const {
    return cell.load(std::memory_order_relaxed) >= limit_;
  }

  void raise(Cell &cell) const {
    std::uint8_t seen = cell.load(std::memory_order_relaxed);
    while (seen < limit_ && !cell.compare_exchange_weak(
                                seen, static_cast<std::uint8_t>(seen + 1),
                                std::memory_order_relaxed)) {
    }
  }

  std::size_t mask_;
  std::uint8_t limit_;
  std::vector<Cell> cells_; // all 0 at first
};

} // namespace tritone::term
