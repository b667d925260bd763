// SPDX-License-Identifier: GPL-2.0-or-later
// Quotations: which marks belong together, and what is around them.
#pragma once

#include "base/config.h"

#include "text/quote_marks.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::text {

// Closing marks, quotation marks or brackets, between the end of a sentence and
// the end of its line: ) ] ' ’ › and every double quotation mark, since each of
// them closes in some language.
bool may_follow_sentence(char32_t c);

// Does a quotation mark, or an opening one beyond ASCII (U+2018 to U+201F, «),
// end right before byte `at`?
bool is_after_quote(std::string_view text, std::size_t at);

// Do the first characters after blanks and line ends at `at` begin with one of
// the double marks " “ ” „?
bool begins_with_quote(std::string_view text, std::size_t at);

// The mark among first .. last - 1, those of one paragraph, that lacks its
// partner, or null. Quotations of one family do not nest here.
const QuoteMark *unpaired_mark(const QuoteMark *first, const QuoteMark *last);

// A quotation inside one paragraph, with its marks.
struct Quotation {
  std::size_t begin; // byte of the opening mark
  std::size_t end;   // after the closing mark, or the end of the paragraph
  std::size_t inner_begin, inner_end; // without the marks
  std::uint32_t depth;                // quotations around it
  bool closed;                        // has a closing mark
  bool goes_on; // not closed, and the next paragraph begins with the same mark
};

// The quotations of a text, by where they begin. Marks of all families nest. An
// inner quotation that is still open where an outer one closes ends with that.
// What nothing opened, and inches, are left out.
void find_quotations(std::string_view text, std::vector<Quotation> &out);

} // namespace tritone::text
