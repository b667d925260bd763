// SPDX-License-Identifier: GPL-2.0-or-later
// The blocks of a saved page: paragraphs, headings, items of lists, rows of
// tables.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::article {

// A paragraph of a page, a heading, the item of a list or the row of a table.
struct PageBlock {
  enum class Kind : std::uint8_t { paragraph, heading, item, row, lines };

  Kind kind = Kind::paragraph;
  std::size_t node = 0;  // the innermost element around it
  std::size_t group = 0; // of an item or a row: its list or table
  std::string text;      // white space collapsed; lines of `lines` kept
  std::size_t chars = 0; // bytes of `text`
  std::size_t link_chars = 0;
  // Its weight as text of an article: the number of its characters outside
  // links if it has a whole sentence or is long, else 0.
  std::size_t weight = 0;
};

// The blocks of the page outside of what `aside` marks, in document order. One
// line break divides lines, two divide paragraphs. A table of short cells gives
// a block per row, its cells divided by tabs; other tables are for layout, and
// their cells contain blocks. Short items of lists begin with "- " or "1. ".
std::vector<PageBlock> find_blocks(const PageTree &tree,
                                   const std::vector<bool> &aside);

// Does a sentence end in the text, or at its end?
bool has_sentence(std::string_view text);

} // namespace tritone::article
