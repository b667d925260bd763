// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a document in the Rich Text Format.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// A stretch of text in one encoding: a code page of Windows, or 0 for UTF-8,
// which is valid.
struct RtfPiece {
  int code_page;
  std::string bytes;
};

struct RtfText {
  bool is_rtf = false;   // does the file begin as RTF does?
  bool cut_off = false;  // groups that are not closed: the end is missing
  std::size_t extra = 0; // bytes after its end, which are not read
  std::vector<RtfPiece> pieces;
};

// What a reader sees of the document: paragraphs with a blank line between
// them, the cells of a row with a tab between them, "\f" alone on its line
// where a page or section ends. Headers, footers, notes, addresses of links,
// pictures, marks of lists, hidden and removed words are left out. All pieces
// have ASCII as it is; other bytes are in their code page, which the caller
// decodes. Linear time; any bytes are accepted.
RtfText read_rtf(std::string_view bytes);

} // namespace tritone::article
