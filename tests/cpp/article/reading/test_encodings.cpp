// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-16, windows-1252 and the counting of lines.
#include "article/reading/encodings.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace tritone;
using namespace tritone::article;
using namespace std::string_literals;

TEST_CASE("encodings: lines count all three ends") {
  const std::string text = "a\nb\r\nc\rd";
  CHECK(line_of(text, 0) == 1);
  CHECK(line_of(text, text.find('b')) == 2);
  CHECK(line_of(text, text.find('c')) == 3);
  CHECK(line_of(text, text.find('d')) == 4);
}

TEST_CASE("encodings: windows-1252") {
  CHECK(from_windows('a') == U'a');
  CHECK(from_windows(0x80) == U'\u20AC');
  CHECK(from_windows(0x93) == U'\u201C');
  CHECK(from_windows(0xE9) == U'\u00E9');
  CHECK(from_windows(0x81) == 0);
  CHECK(looks_like_windows("Caf\xE9 Mond, he said: \x93No.\x94"));
  CHECK_FALSE(looks_like_windows("Caf\u00E9 Mond, he said: \u201CNo.\u201D"));
  CHECK_FALSE(looks_like_windows("\x01\xFE\x02\xFD"));
  const Decoded out = decode_windows("Caf\xE9 \x81");
  CHECK(out.text == "Caf\u00E9 \uFFFD");
  REQUIRE(out.problems.size() == 2);
  CHECK(out.problems[1].code == problem_code::kBadBytes);
}

TEST_CASE("encodings: UTF-16 of both orders, pairs and halves of them") {
  const std::string big = "\0T\0h\0e\0 \0m\0i\0l\0l\xD8\x3D\xDE\x01"s;
  std::string little = big;
  for (std::size_t i = 0; i < little.size(); i += 2)
    std::swap(little[i], little[i + 1]);
  CHECK(looks_like_utf16(big, true));
  CHECK_FALSE(looks_like_utf16(big, false));
  CHECK(looks_like_utf16(little, false));
  CHECK(decode_utf16(big, true).text == "The mill\U0001F601");
  CHECK(decode_utf16(little, false).text == "The mill\U0001F601");
  CHECK(decode_utf16("\0a\xD8\x3D\0b\0"s, true).text == "a\uFFFDb\uFFFD");
}
