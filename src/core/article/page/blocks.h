// SPDX-License-Identifier: GPL-2.0-or-later
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
  std::size_t node = 0;  // the element that it stands in directly
  std::size_t group = 0; // of an item or a row: its list or table
  std::string text;      // white space collapsed; lines of `lines` kept
  std::size_t chars = 0; // bytes of `text`
  std::size_t link_chars = 0;
  // What it counts as text of an article: its characters outside links if it is
  // of a sentence or several, 0 for all else.
  std::size_t weight = 0;
};

// The blocks of the page outside of what `aside` marks, in document order. A
// line break divides lines, two of them paragraphs. Tables of short cells are
// rows, their cells divided by tabs; other tables are for layout, and their
// cells hold blocks. Lists of short items get "- " or "1. " before each.
std::vector<PageBlock> find_blocks(const PageTree &tree,
                                   const std::vector<bool> &aside);

// Does the text end a sentence, or hold the end of one?
bool has_sentence(std::string_view text);

} // namespace tritone::article
