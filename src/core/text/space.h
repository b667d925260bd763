// SPDX-License-Identifier: GPL-2.0-or-later
// White space of any kind: trimmed, collapsed, skipped, and the paragraphs that
// it divides. White space of ASCII alone is in ascii.h.
#pragma once

#include "base/config.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::text {

// Is c a space at which no line may be broken?
inline bool is_no_break_space(char32_t c) {
  return c == 0xA0 || c == 0x202F || c == 0x2007;
}

// Is c white space at which a line may be broken?
inline bool is_break_space(char32_t c) {
  return is_space(c) && !is_no_break_space(c);
}

// The text without the white space of any kind (see is_space()) at its ends.
std::string_view trim_space(std::string_view text);

// The same, but no-break spaces at its ends are kept where there is anything
// else: they indent what a line shows.
std::string_view trim_break_space(std::string_view text);

// The text with one plain blank for each run of white space, none at its ends.
std::string collapse_space(std::string_view text);

// The number of words between ASCII white space.
std::size_t count_blank_words(std::string_view text);

struct Blanks {
  const char *next; // after the white space
  bool paragraph;   // is it, or does it hold, a blank line?
};

// Reads the white space at p; there may be none. LF, CR, CR LF, U+0085 and
// U+2028 each end a line; U+2029 ends a paragraph alone.
inline Blanks skip_blanks(const char *p, const char *end) {
  unsigned lines = 0;
  while (p < end) {
    const CodePoint c = decode(p, end);
    if (!is_space(c.value))
      break;
    p += c.size;
    if (c.value == '\r' && p < end && *p == '\n')
      continue; // the LF counts
    if (c.value == '\n' || c.value == '\r' || c.value == 0x85 ||
        c.value == 0x2028)
      ++lines;
    else if (c.value == 0x2029)
      lines += 2;
  }
  return {p, lines >= 2};
}

} // namespace tritone::text
