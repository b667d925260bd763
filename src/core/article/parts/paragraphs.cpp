// SPDX-License-Identifier: GPL-2.0-or-later
// Finds blank lines, by a fast way in texts whose lines all end with LF.
#include "article/parts/paragraphs.h"

#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone::article {
namespace {

// Does any line of the text end in anything but LF?
bool has_other_line_ends(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  if (text.find('\r') != npos)
    return true;
  if (text::is_ascii(text))
    return false;
  if (text.find("\xC2\x85") != npos)
    return true;
  for (std::size_t at = text.find('\xE2'); at != npos;
       at = text.find('\xE2', at + 1)) {
    const std::string_view mark = text.substr(at + 1, 2); // of U+2028, U+2029
    if (mark == "\x80\xA8" || mark == "\x80\xA9")
      return true;
  }
  return false;
}

// Where the white space that ends at `p` begins.
const char *blanks_before(const char *begin, const char *p) {
  while (begin < p) {
    const text::CodePoint point = text::decode_back(begin, p);
    if (!text::is_space(point.value))
      break;
    p -= point.size;
  }
  return p;
}

// The next line end of any kind at p or after it, or `end`.
const char *next_line_end(const char *p, const char *end) {
  for (; p < end; ++p) {
    if (*p == '\n' || *p == '\r')
      return p;
    const auto byte = static_cast<unsigned char>(*p);
    if (byte != 0xC2 && byte != 0xE2)
      continue;
    const char32_t c = text::decode(p, end).value;
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
      return p;
  }
  return end;
}

} // namespace

void find_paragraphs(std::string_view text, std::vector<text::Span> &out) {
  out.clear();
  const char *const start = text.data();
  const char *const end = start + text.size();
  const bool plain = !has_other_line_ends(text);
  const char *begin = text::skip_blanks(start, end).next; // of the paragraph
  for (const char *p = begin; p < end;) {
    if (plain)
      p = start + std::min(text.find('\n', static_cast<std::size_t>(p - start)),
                           text.size());
    else
      p = next_line_end(p, end);
    const char *const last = blanks_before(begin, p);
    const text::Blanks blanks = text::skip_blanks(last, end);
    if ((blanks.paragraph || blanks.next == end) && begin < last) {
      out.push_back({static_cast<std::size_t>(begin - start),
                     static_cast<std::size_t>(last - start)});
      begin = blanks.next;
    }
    p = blanks.next;
  }
}

} // namespace tritone::article
