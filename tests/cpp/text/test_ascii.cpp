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

TEST_CASE("ascii: kinds of white space") {
  std::string space, json;
  for (int i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    if (is_ascii_space(c))
      space += c;
    if (is_json_space(c))
      json += c;
  }
  CHECK(space == "\t\n\v\f\r ");
  CHECK(json == "\t\n\r ");
  CHECK(is_blank_line(" \t"));
  CHECK(is_blank_line(""));
  CHECK_FALSE(is_blank_line(" \n"));
  CHECK(is_blank_or_end("a b", 1));
  CHECK(is_blank_or_end("a b", 3));
  CHECK_FALSE(is_blank_or_end("a\tb", 1));
}

TEST_CASE("ascii: trimming") {
  CHECK(trim_blanks("\n a b\t\r\n") == "a b");
  CHECK(trim_blanks(" \n").empty());
  CHECK(trim_blanks("\va") == "\va");
  CHECK(trim_characters(", a, b ,", " ,") == "a, b");
  CHECK(trim_characters(" ,", " ,").empty());
}
