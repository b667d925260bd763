// SPDX-License-Identifier: GPL-2.0-or-later
// Tests and changes of ASCII characters.
#include "text/ascii.h"

#include "text/unicode.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("ascii: every byte") {
  for (int i = 0; i < 256; ++i) {
    CAPTURE(i);
    const char c = static_cast<char>(i);
    const auto code = static_cast<char32_t>(i);
    const bool ascii = i < 128;
    CHECK(is_ascii_upper(c) == (ascii && is_upper(code)));
    CHECK(is_ascii_digit(c) == (ascii && is_digit(code)));
    CHECK(is_ascii_letter(c) == (ascii && is_alphabetic(code)));
    CHECK(is_ascii_word(c) == (is_ascii_letter(c) || is_ascii_digit(c)));
    CHECK(ascii_lower(c) == (ascii ? static_cast<char>(to_lower(code)) : c));
  }
}

TEST_CASE("ascii: skipping words") {
  const std::string text = "ab1_c";
  const char *const p = text.data();
  CHECK(skip_ascii_word(p, p + 5) == p + 3);
  CHECK(skip_ascii_word(p, p + 2) == p + 2);
  CHECK(skip_ascii_word(p + 3, p + 5) == p + 3);
  CHECK(skip_ascii_word(p, p) == p);
}
