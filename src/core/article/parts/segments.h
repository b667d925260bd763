// SPDX-License-Identifier: GPL-2.0-or-later
// The stretches of an article that counts and tone read.
#pragma once

#include "base/config.h"

#include "article/parts/known.h"
#include "article/parts/parts.h"
#include "article/source.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tritone::article {

// A stretch of an article that a kernel reads as running text: a sentence ends
// at its end, and no sentence or n-gram continues in the next one.
struct Segment {
  bool in_title;
  std::size_t begin; // byte offset in the title or in the text
  std::string_view text;
};

// Cuts what is read of an article down further, as to one voice. Serves several
// threads at once.
class SegmentFilter {
public:
  virtual ~SegmentFilter() = default;
  // `segments` are those of `article`, and stay views of the same bytes.
  // `known` as for find_parts().
  virtual void cut(const Article &article, const Known *known,
                   std::vector<Segment> &segments) const = 0;
};

// Which parts of an article a kernel reads: the whole text as given, or, for
// records of article_read(), the title and the parts of the text that are in
// `parts`. With `known`, end-of-line hyphens are joined too, see
// join_hyphens().
struct Reading {
  bool by_part = false;
  PartSet parts = PartSet::all();
  std::shared_ptr<const Known> known;
  std::shared_ptr<const SegmentFilter> filter; // null: none
  // Counts the articles with a part of their text left out; null: not counted.
  std::shared_ptr<std::atomic<std::uint64_t>> left_out;
};

// The stretches of `article` to read, in reading order; neighbouring parts that
// are both read make one stretch (a dateline runs into its lead). None for a
// missing article. `out` is cleared. The stretches are views of the article or
// of `scratch`, with every byte at the same place.
void find_segments(const Article &article, const Reading &reading,
                   PartScratch &scratch, std::vector<Segment> &out);

// The same for one whose parts the caller has: the `n` that find_parts() gives
// for its text and `reading.known`.
void find_segments(const Article &article, const Reading &reading,
                   const PartSpan *parts, std::size_t n, PartScratch &scratch,
                   std::vector<Segment> &out);

} // namespace tritone::article
