// SPDX-License-Identifier: GPL-2.0-or-later
// Decoding of UTF-8, also of ill-formed bytes.
#include "text/utf8.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// The sizes of the pieces decode() cuts, a minus for each ill-formed one.
std::vector<int> pieces(const std::string &text) {
  std::vector<int> result;
  const char *const end = text.data() + text.size();
  for (const char *p = text.data(); p < end;) {
    const CodePoint c = decode(p, end);
    result.push_back(c.valid ? static_cast<int>(c.size)
                             : -static_cast<int>(c.size));
    p += c.size;
  }
  return result;
}

std::vector<int> pieces_back(const std::string &text) {
  std::vector<int> result;
  for (const char *p = text.data() + text.size(); p > text.data();) {
    const CodePoint c = decode_back(text.data(), p);
    result.insert(result.begin(), c.valid ? static_cast<int>(c.size)
                                          : -static_cast<int>(c.size));
    p -= c.size;
  }
  return result;
}

} // namespace

TEST_CASE("utf8: every code point survives writing and reading") {
  for (char32_t value = 0; value < 0x110000; ++value) {
    if (value >= 0xD800 && value < 0xE000)
      continue;
    std::string text;
    append_utf8(text, value);
    const char *const end = text.data() + text.size();
    const CodePoint c = decode(text.data(), end);
    const CodePoint back = decode_back(text.data(), end);
    const bool same = c.valid && c.value == value && c.size == text.size() &&
                      back.valid && back.value == value && back.size == c.size;
    if (!same)
      FAIL_CHECK("code point " << static_cast<unsigned>(value));
  }
}

TEST_CASE("utf8: what is no code point is written as U+FFFD") {
  for (char32_t value : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string text;
    append_utf8(text, value);
    CHECK(text == "\uFFFD");
  }
}

TEST_CASE("utf8: ill-formed bytes are cut by maximal subparts") {
  using Pieces = std::vector<int>;
  // Tables 3-8 to 3-11 of the Unicode standard.
  CHECK(pieces("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") ==
        Pieces{-1, -1, -1, -1, -1, -1, -1, -1, 1});
  CHECK(pieces("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") ==
        Pieces{-1, -1, -1, -1, -1, -1, -1, -1, 1});
  CHECK(pieces("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") ==
        Pieces{-1, -1, -1, -1, -1, 1, -1, -1, 1});
  CHECK(pieces("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") ==
        Pieces{-2, -1, -3, -2, 1});
  CHECK(pieces("\xE2\x82") == Pieces{-2});
  CHECK(pieces("\xF0\x9F\x98") == Pieces{-3});
}

TEST_CASE("utf8: reading backwards cuts at the same places") {
  // All strings of up to five of these bytes.
  const std::string bytes = "\x41\x80\xBF\xC3\xE2\xED\xF0\xF4\x90";
  std::vector<std::string> texts = {""};
  for (std::size_t from = 0, size = 0; size < 5; ++size) {
    const std::size_t to = texts.size();
    for (; from < to; ++from)
      for (char byte : bytes)
        texts.push_back(texts[from] + byte);
  }
  std::size_t different = 0;
  for (const auto &text : texts)
    different += pieces(text) != pieces_back(text);
  CHECK(texts.size() == 66430);
  CHECK(different == 0);
}

TEST_CASE("utf8: validity") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("plain text of more than eight bytes"));
  CHECK(is_valid_utf8("caf\u00E9 \u2014 \u65E5\u672C \U0001F600"));
  CHECK_FALSE(is_valid_utf8("caf\xE9"));
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
  CHECK_FALSE(is_valid_utf8("twelve bytes\xC3"));
  // A bad byte at every place of a long text, and every length around 8.
  for (std::size_t size = 1; size < 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      CHECK(is_ascii(text));
      text[at] = '\x80';
      CHECK_FALSE(is_valid_utf8(text));
      CHECK_FALSE(is_ascii(text));
    }
}

TEST_CASE("utf8: repair") {
  const Repaired good = repair_utf8("caf\u00E9");
  CHECK(good.text == "caf\u00E9");
  CHECK(good.replaced == 0);
  CHECK(good.first_bad == std::string::npos);

  const Repaired bad = repair_utf8("caf\xE9 and \xE2\x80 \u2014");
  CHECK(bad.text == "caf\uFFFD and \uFFFD \u2014");
  CHECK(bad.replaced == 2);
  CHECK(bad.first_bad == 3);

  CHECK(repair_utf8("").text == "");
  CHECK(repair_utf8("\xFF").text == "\uFFFD");
}

TEST_CASE("utf8: counting characters") {
  CHECK(count_chars("") == 0);
  CHECK(count_chars("caf\u00E9") == 4);
  std::string text;
  for (std::size_t n = 1; n < 50; ++n) {
    append_utf8(text, n % 4 == 0   ? 'a'
                      : n % 4 == 1 ? 0xE9
                      : n % 4 == 2 ? 0x2014
                                   : 0x1F600);
    CHECK(count_chars(text) == n);
  }
}

TEST_CASE("utf8: character offsets") {
  CharOffsets mixed("a\u00E9\u2014b");
  CHECK(mixed.at(0) == 0);
  CHECK(mixed.at(1) == 1);
  CHECK(mixed.at(1) == 1);
  CHECK(mixed.at(3) == 2);
  CHECK(mixed.at(6) == 3);
  CHECK(mixed.at(7) == 4);
  CHECK_THROWS_AS(mixed.at(8), input_error);
  CHECK_THROWS_AS(mixed.at(6), input_error);

  CharOffsets ascii("plain");
  CHECK(ascii.at(2) == 2);
  CHECK(ascii.at(5) == 5);
  CHECK_THROWS_AS(ascii.at(6), input_error);
  CHECK(CharOffsets("").at(0) == 0);
}
