// SPDX-License-Identifier: GPL-2.0-or-later
// ASCII letters and digits, whatever the locale, and fast loops over them.
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

// The text without blanks, tabs and line ends of ASCII at its ends.
inline std::string_view trim_blanks(std::string_view s) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = s.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos)
    return {};
  return s.substr(begin, s.find_last_not_of(kBlanks) + 1 - begin);
}

// The first byte at or after p that is no ASCII letter or digit, or end.
inline const char *skip_ascii_word(const char *p, const char *end) {
  while (p < end && is_ascii_word(*p))
    ++p;
  return p;
}

} // namespace tritone::text
