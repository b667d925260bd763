// SPDX-License-Identifier: GPL-2.0-or-later
// ASCII letters, digits and white space, in every locale alike, and fast loops
// over them. White space beyond ASCII is in space.h.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::text {

inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) {
  return is_ascii_upper(static_cast<char>(c & ~0x20)) && (c & 0x80) == 0;
}
inline bool is_ascii_word(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

// White space of ASCII: a blank, a tab, a line end, a form feed or a vertical
// tab.
inline bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// White space between the values of JSON: the same without form feed and
// vertical tab.
inline bool is_json_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Does the text end at byte i, or is a plain blank there (a tab is none)?
inline bool is_blank_or_end(std::string_view s, std::size_t i) {
  return i >= s.size() || s[i] == ' ';
}

// Has a line nothing but blanks and tabs? (A line end would be something.)
inline bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

// A letter in lower case, any other character as it is.
inline char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c;
}

inline std::string ascii_lowered(std::string_view s) {
  std::string out(s);
  for (char &c : out)
    c = ascii_lower(c);
  return out;
}

inline bool starts_with(std::string_view s, std::string_view head) {
  return s.substr(0, head.size()) == head;
}

// The text without any of `characters` at its ends.
inline std::string_view trim_characters(std::string_view s,
                                        std::string_view characters) {
  const std::size_t begin = s.find_first_not_of(characters);
  if (begin == std::string_view::npos)
    return {};
  return s.substr(begin, s.find_last_not_of(characters) + 1 - begin);
}

// The text without blanks, tabs and line ends of ASCII at its ends. For white
// space of any kind see trim_space().
inline std::string_view trim_blanks(std::string_view s) {
  return trim_characters(s, " \t\r\n");
}

// The first byte at or after p that is no ASCII letter or digit, or end.
inline const char *skip_ascii_word(const char *p, const char *end) {
  while (p < end && is_ascii_word(*p))
    ++p;
  return p;
}

} // namespace tritone::text
