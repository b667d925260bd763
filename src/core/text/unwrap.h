// SPDX-License-Identifier: GPL-2.0-or-later
// Undoing hard wrapping of paragraphs.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>

namespace tritone::text {

// Undoes hard wrapping: writes each paragraph as one line, paragraphs divided
// by one blank line, no line end at either end of the text. White space at the
// ends of lines goes, but for no-break spaces; blanks inside a line stay. `out`
// is cleared. Unwrapping an unwrapped text changes nothing. Linear time.
//
// In a text with blank lines these divide the paragraphs, and a line end is a
// wrap, however short the line; except
//   - in a list, and in a table or poem (see Layout): items, or lines, stay
//     lines of one paragraph;
//   - where the lines of a block are whole sentences, as a rule, and next to
//     none begins with a small letter, if they are five or more or very long:
//     each is a paragraph;
//   - where some lines of a block are set in, a third or more are not, and the
//     former follow the end of a sentence, as a rule: they begin paragraphs.
// In a text without a blank line the lines are wrapped if few of them end a
// sentence and many begin with a small letter; then a paragraph ends with a
// line that ends a sentence well before the margin. Otherwise each line is a
// paragraph. A list between wrapped lines is one here, too.
//
// In a text without any capital, where small letters show nothing, each line is
// a paragraph if most end a sentence, if they are wider than wrapped lines are,
// or if there is no blank line and a third of them or more are far from the
// margin.
//
// join_lines.h says how two lines are joined.
void unwrap(std::string_view text, std::string &out,
            std::string_view attested = {});

} // namespace tritone::text
