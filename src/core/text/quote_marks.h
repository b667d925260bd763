// SPDX-License-Identifier: GPL-2.0-or-later
// Quotation marks: which characters they are, and whether each opens or closes.
// Apostrophes inside words are not among them. The characters of each kind are
// is_apostrophe() and is_double_quote() in fold.h.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::text {

struct QuoteMark {
  enum class Kind : std::uint8_t { straight, open, close }; // straight: either
  // Marks that may be partners.
  enum class Family : std::uint8_t {
    straight,     // "
    curly,        // “ ” „
    single,       // ‘ ’ ‚
    guillemet,    // « »
    single_angle, // ‹ ›
    doubled,      // `` ''
    corner,       // 「 」
    white_corner  // 『 』
  };

  std::size_t at; // byte
  std::uint8_t size;
  Kind kind;
  Family family;
  bool inches;   // " right after a digit, which may mean inches
  bool straight; // written as ", whatever its kind
};

// The double marks " “ ” „ of a text, in order. A “ after a „ closes (German);
// where ” is used and nothing opens (Swedish), it is of the kind straight.
void find_quote_marks(std::string_view text, std::vector<QuoteMark> &out);

// The marks of every family. » opens where it is the first of the guillemets,
// and is of the kind straight where it is the only one, as '' is without ``; a
// ’ before or between letters is an apostrophe and left out.
void find_all_quote_marks(std::string_view text, std::vector<QuoteMark> &out);

// Turns marks of find_all_quote_marks() so that few are left undecided:
// straight ones open or close by their neighbours; apostrophes of possessives
// (the workers' pay) and inches in a quotation (a 12" board) are left out.
void settle_quote_marks(std::string_view text, std::vector<QuoteMark> &marks);

// Where the paragraph that holds byte `at` ends: at a blank line, or at the
// end.
std::size_t paragraph_end(std::string_view text, std::size_t at);

} // namespace tritone::text
