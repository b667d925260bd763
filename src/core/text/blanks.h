// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace tritone::text {

struct Blanks {
  const char *next; // behind the white space
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
