// SPDX-License-Identifier: GPL-2.0-or-later
// Tags of HTML that were left in a text, and the text without them.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::text {

// What an element of HTML does to the text around it.
enum class TagKind : unsigned char {
  inside, // it is part of a line: <b>, and all that HTML does not know
  line,   // <br>
  cell,   // of a row of a table
  block,  // it begins and ends a paragraph
  no_text // nothing in it is text: <script>
};

// The kind of an element by its name in small letters.
TagKind tag_kind(std::string_view name);

// Bytes begin .. end - 1 of a text, from < to >.
struct MarkupTag {
  std::size_t begin = 0;
  std::size_t end = 0;
  // In small letters; "!--" for a comment, "![cdata[" for the marks around a
  // section of XML.
  std::string name;
  bool close = false; // </p>
};

// The tags of a text, in order, at most `max` of them. A tag has a name that
// HTML knows, and after it its end or attributes: <b and c> is none. With a
// capital and without attributes it needs an end tag in the text, since <F> may
// be a company. Linear time.
void find_markup(std::string_view text, std::size_t max,
                 std::vector<MarkupTag> &out);

// Writes the text without its tags, as a browser would show it: paragraphs,
// headings, items and other blocks are divided by a blank line, <br> is a line
// end, cells of a table are divided by a blank; the contents of scripts and
// styles are left out. Entities stay (see damage.h). Returns the number of
// tags; `out` is as it was where there is none.
std::size_t strip_markup(std::string_view text, std::string &out);

} // namespace tritone::text
