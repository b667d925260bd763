// SPDX-License-Identifier: GPL-2.0-or-later
// Counting the longer words of a line for Title Case.
#include "text/title_case.h"

#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone::text {

bool has_four_letters(std::string_view word) {
  int letters = 0;
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end && letters < 4;) {
    const CodePoint c = decode(p, end);
    letters += is_alphabetic(c.value);
    p += c.size;
  }
  return letters >= 4;
}

bool is_title_line(std::string_view line) {
  constexpr std::size_t kMinBytes = 4; // of a word that counts
  constexpr std::size_t kMaxWords = 25;
  TitleCase style;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t stop = std::min(line.find(' ', at), line.size());
    if (stop - at >= kMinBytes)
      style.add(!(line[at] >= 'a' && line[at] <= 'z'));
    at = stop + 1;
  }
  return style.words() <= kMaxWords && style.nearly_all() && line.back() != '.';
}

} // namespace tritone::text
