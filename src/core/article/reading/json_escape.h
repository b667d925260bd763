// SPDX-License-Identifier: GPL-2.0-or-later
// The four digits of an escape in JSON.
#pragma once

#include "base/config.h"

#include "text/ascii.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

// The value of the four hexadecimal digits at `at`; -1 if they are not there.
inline int json_hex(std::string_view text, std::size_t at) {
  if (text.size() < 4 || at > text.size() - 4)
    return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text::ascii_lower(text[i]);
    if (!text::is_ascii_digit(c) && (c < 'a' || c > 'f'))
      return -1;
    value = value * 16 + (text::is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return value;
}

// Halves of a pair of surrogates, which is one character.
inline bool is_high_surrogate(int unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
inline bool is_low_surrogate(int unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// The unit of the escape of the form \u00e9 at `at`; -1 if there is none.
inline int json_unit(std::string_view text, std::size_t at) {
  return at < text.size() && text.substr(at, 2) == "\\u"
             ? json_hex(text, at + 2)
             : -1;
}

} // namespace tritone::article
