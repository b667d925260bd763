// SPDX-License-Identifier: GPL-2.0-or-later
// Folding characters and words: see fold.h.
#include "text/fold.h"

#include "text/ascii.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <initializer_list>

namespace tritone::text {
namespace {

// Characters that are not seen and do not distinguish words.
bool is_dropped(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0xFEFF;
}

std::string_view split_ligature(char32_t c) {
  constexpr std::string_view kParts[] = {"ff",  "fi", "fl", "ffi",
                                         "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kParts[c - 0xFB00] : std::string_view();
}

// Where the path of a web address begins, after the host; the end of a token
// that is none.
std::size_t address_path(std::string_view token) {
  const auto begins = [token](std::string_view start) {
    if (token.size() <= start.size())
      return false;
    for (std::size_t i = 0; i < start.size(); ++i)
      if (ascii_lower(token[i]) != start[i])
        return false;
    return true;
  };
  std::size_t host = 0;
  for (const std::string_view start : {"http://", "https://", "www."})
    if (begins(start))
      host = start.size();
  if (host == 0)
    return token.size();
  return std::min(token.size(), token.find_first_of("/?#", host));
}

char32_t lower_of(char32_t c) {
  switch (c) { // small letters that CaseFolding maps to others
  case 0x00B5: // micro sign
    return 0x03BC;
  case 0x017F: // long s
    return U's';
  case 0x03C2: // final sigma
    return 0x03C3;
  default:
    return to_lower(c);
  }
}

// `inside`: neither the first nor the last character of the token.
char32_t fold_character(char32_t c, bool inside, bool lower) {
  if (c == '`' || c == 0x00B4)
    return inside ? U'\'' : c;
  if (is_apostrophe(c) || c == 0x201A || c == 0x2039 || c == 0x203A)
    return '\'';
  if (is_double_quote(c))
    return '"';
  if (is_hyphen(c))
    return '-';
  if (is_space(c))
    return ' ';
  return lower ? lower_of(c) : c;
}

void append_mapped(std::string_view token, std::string &out) {
  const std::size_t size = out.size();
  const char *const end = token.data() + token.size();
  const char *const path = token.data() + address_path(token);
  for (const char *p = token.data(); p < end;) {
    const bool lower = p < path;
    const CodePoint c = decode(p, end);
    p += c.size;
    const bool inside = out.size() > size && p != end;
    // A joiner before an emoji makes one picture of two.
    const bool joins = c.value == 0x200D && inside &&
                       is_pictographic(to_lower(decode(p, end).value));
    const std::string_view parts = split_ligature(c.value);
    if (!parts.empty())
      out += parts;
    else if (joins || !is_dropped(c.value))
      append_utf8(out, fold_character(c.value, inside, lower));
  }
}

// The same for a token without other characters than ASCII.
void append_mapped_ascii(std::string_view token, std::string &out) {
  const std::size_t size = out.size();
  out += token;
  const std::size_t path = size + address_path(token);
  for (std::size_t i = size; i < out.size(); ++i) {
    char &c = out[i];
    if (is_ascii_upper(c)) {
      if (i < path)
        c = ascii_lower(c);
    } else if (c >= '\t' && c <= '\r')
      c = ' ';
    else if (c == '`' && i > size && i + 1 < out.size())
      c = '\'';
  }
}

} // namespace

bool is_apostrophe(char32_t c) {
  switch (c) {
  case '\'':
  case '`':
  case 0x00B4: // acute accent
  case 0x02BC: // modifier letter apostrophe
  case 0x2018:
  case 0x2019:
  case 0x201B:
  case 0x2032: // prime
  case 0xFF07: // full-width apostrophe
    return true;
  default:
    return false;
  }
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_double_quote(char32_t c) {
  return c == '"' || c == 0x00AB || c == 0x00BB ||
         (c >= 0x201C && c <= 0x201F) || c == 0xFF02;
}

void append_folded(std::string_view token, std::string &out) {
  if (is_ascii(token)) {
    append_mapped_ascii(token, out);
    return;
  }
  // Normalized before, since to_lower() knows the composed letter only; and
  // after, since some letters are composed in lower case only.
  std::string composed;
  if (!is_nfc(token)) {
    append_nfc(token, composed);
    token = composed;
  }
  const std::size_t size = out.size();
  append_mapped(token, out);
  const std::string_view mapped = std::string_view(out).substr(size);
  if (!is_nfc(mapped)) {
    std::string normalized;
    append_nfc(mapped, normalized);
    out.replace(size, std::string::npos, normalized);
  }
}

std::string folded(std::string_view token) {
  std::string result;
  append_folded(token, result);
  return result;
}

} // namespace tritone::text
