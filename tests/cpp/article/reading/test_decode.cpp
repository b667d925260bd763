// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes to text: encodings, repairs, refusals.
#include "article/reading/decode.h"

#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::string utf16(const std::u16string &text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

const Problem *problem(const Decoded &decoded, const std::string &code) {
  for (const Problem &p : decoded.problems)
    if (p.code == code)
      return &p;
  return nullptr;
}

} // namespace

TEST_CASE("decode: UTF-8 is taken as it is") {
  for (const std::string text :
       {"", "plain", "caf\u00E9 \u201Cyes\u201D \U0001F600", "a\tb\nc\f"}) {
    const Decoded d = decode_bytes(text);
    CHECK(d.text == text);
    CHECK(d.encoding == Encoding::utf8);
    CHECK(d.problems.empty());
    CHECK_FALSE(d.refused);
  }
  CHECK(decode_bytes("\xEF\xBB\xBFyes").text == "yes");
  CHECK(decode_bytes("\xEF\xBB\xBF").text.empty());
  // A second one goes too, one inside the text stays.
  for (const Holds holds : {Holds::text, Holds::cell, Holds::records})
    CHECK(decode_bytes("\uFEFF\uFEFF\uFEFFa\uFEFF", holds).text == "a\uFEFF");
  CHECK(decode_owned("\uFEFF\uFEFFyes").text == "yes");
  CHECK(decode_bytes(utf16(u"\uFEFF\uFEFFab", false)).text == "ab");
}

TEST_CASE("decode: all line ends become one kind") {
  CHECK(decode_bytes("a\r\nb\rc\nd\r\r\n").text == "a\nb\nc\nd\n\n");
  CHECK(decode_bytes("a\u2028b\u2029c").text == "a\nb\n\nc");
  CHECK(decode_bytes("a\u2028b\r", Holds::cell).text == "a\nb\n");
  const std::string ends = "a\r\nb\rc\u2028d\u2029e\vf\f";
  CHECK(decode_bytes(ends, Holds::records).text == ends);
  CHECK(decode_owned(std::string(ends), Holds::records).text == ends);
}

TEST_CASE("decode: UTF-16 with and without a mark") {
  const std::u16string text =
      u"The caf\u00E9 was \u2018open\u2019\r\n\U0001F600 and \u0414";
  const std::string want =
      "The caf\u00E9 was \u2018open\u2019\n\U0001F600 and \u0414";
  for (const bool big : {false, true}) {
    const std::string bytes = utf16(text, big);
    const std::string mark = utf16(u"\uFEFF", big);
    for (const std::string &given : {bytes, mark + bytes}) {
      const Decoded d = decode_bytes(given);
      CHECK(d.text == want);
      CHECK(d.encoding == (big ? Encoding::utf16_be : Encoding::utf16_le));
      REQUIRE(d.problems.size() == 1);
      CHECK(d.problems[0].code == "encoding");
      CHECK(d.problems[0].detail.find(encoding_name(d.encoding)) !=
            std::string::npos);
    }
  }
}

TEST_CASE("decode: broken UTF-16 is repaired") {
  std::string bytes = utf16(u"\uFEFFone\ntw", false);
  bytes += '\x00';
  bytes += '\xD8';                   // a high surrogate alone
  bytes += utf16(u"o", false) + "x"; // half a unit
  const Decoded d = decode_bytes(bytes);
  CHECK(d.text == "one\ntw\uFFFDo\uFFFD");
  const Problem *bad = problem(d, "bad_bytes");
  REQUIRE(bad != nullptr);
  CHECK(bad->line == 2);
  CHECK(bad->detail.substr(0, 2) == "2 ");
  const Decoded nul = decode_bytes(utf16(u"\uFEFFa", true) +
                                   std::string(2, '\0') + utf16(u"b", true));
  CHECK(nul.text == "a\uFFFDb");
}

TEST_CASE("decode: UTF-32 by its mark, and without one by its characters") {
  using namespace std::string_literals;
  for (const std::string &bytes :
       {"\xFF\xFE\0\0a\0\0\0\xFC\0\0\0\x42\xF6\x01\0"s,
        "\0\0\xFE\xFF\0\0\0a\0\0\0\xFC\0\x01\xF6\x42"s}) {
    const Decoded d = decode_bytes(bytes);
    CHECK(!d.refused);
    CHECK(d.text == "a\u00FC\U0001F642");
    REQUIRE(d.problems.size() == 1);
    CHECK(d.problems[0].code == "encoding");
    CHECK(d.problems[0].detail.substr(0, 14) == "read as UTF-32");
  }
  std::string plain;
  for (const char c : "The mill shut."s)
    plain += std::string(1, c) + "\0\0\0"s;
  CHECK(decode_bytes(plain).text == "The mill shut.");
  CHECK(decode_bytes(plain).encoding == Encoding::utf32_le);
  const Decoded bad = decode_bytes("\xFF\xFE\0\0a\0\0\0\0\0\0\0b\0\xFF\0"s);
  CHECK(bad.text == "a\uFFFD\uFFFD");
  CHECK(problem(bad, "bad_bytes") != nullptr);
  const Decoded unmarked = decode_bytes("a\0\0\0b\0\0\0c\0\0\0"s);
  CHECK(unmarked.refused);
  CHECK(unmarked.problems[0].code == "binary");
}

TEST_CASE("decode: windows-1252 by its characters") {
  const Decoded d = decode_bytes(
      "First line\nThe caf\xE9 on the quay \x96 \x93not cheap\x94, she "
      "said \x97 won\x92t open; it cost \x80"
      "40 (\xA3"
      "34).\r\n\xC0 la carte");
  CHECK(
      d.text ==
      "First line\nThe caf\u00E9 on the quay \u2013 \u201Cnot cheap\u201D, she "
      "said \u2014 won\u2019t open; it cost \u20AC40 (\u00A334).\n\u00C0 la "
      "carte");
  CHECK(d.encoding == Encoding::windows_1252);
  REQUIRE(d.problems.size() == 1);
  CHECK(d.problems[0].code == "encoding");
  CHECK(d.problems[0].line == 2);
  CHECK(decode_bytes("a caf\xE9").text == "a caf\u00E9");
}

TEST_CASE("decode: UTF-8 with a few bad bytes is repaired") {
  const Decoded d =
      decode_bytes("\u201COne,\u201D she said.\n\u201CTw\xFFo\u201D "
                   "\u2014 caf\u00E9 \xE2\x80 three");
  CHECK(d.encoding == Encoding::utf8);
  CHECK(d.text == "\u201COne,\u201D she said.\n\u201CTw\uFFFDo\u201D \u2014 "
                  "caf\u00E9 \uFFFD three");
  REQUIRE(d.problems.size() == 1);
  CHECK(d.problems[0].code == "bad_bytes");
  CHECK(d.problems[0].line == 2);
  CHECK(d.problems[0].detail.substr(0, 2) == "2 ");
}

TEST_CASE("decode: a file cut off within a character is UTF-8") {
  for (const std::string tail : {"\xE2", "\xE2\x80", "\xC3"}) {
    const Decoded d =
        decode_bytes("The mill is shut. \u201CYes,\u201D " + tail);
    CHECK(d.encoding == Encoding::utf8);
    CHECK(d.text == "The mill is shut. \u201CYes,\u201D \uFFFD");
  }
  CHECK(decode_bytes("only ASCII before \xE2\x80").encoding == Encoding::utf8);
  CHECK(decode_bytes("only ASCII before \xE2").encoding == Encoding::utf8);
}

TEST_CASE("decode: other eight-bit encodings are not taken for windows-1252") {
  // "Moscow" in windows-1251.
  const Decoded d =
      decode_bytes("\xCC\xEE\xF1\xEA\xE2\xE0 \xCC\xEE\xF1\xEA\xE2");
  CHECK(d.encoding == Encoding::utf8);
  CHECK(problem(d, "bad_bytes") != nullptr);
  // A control character, or a byte without a character.
  CHECK(decode_bytes("caf\xE9 \x01").encoding == Encoding::utf8);
  CHECK(decode_bytes("x\x81y").encoding == Encoding::utf8);
}

TEST_CASE("decode: binary files are refused") {
  using namespace std::string_literals;
  for (const std::string &bytes :
       {"PK\x03\x04\x14\0\0\0\x08\0abc\0\0\xFF\xFE"s, "text\0text"s,
        "\xEF\xBB\xBFtext\0"s, "\x01\x02\x03\x04\x05\x06 abc"s}) {
    const Decoded d = decode_bytes(bytes);
    CHECK(d.refused);
    CHECK(d.text.empty());
    REQUIRE(d.problems.size() == 1);
    CHECK(d.problems[0].code == "binary");
  }
}

TEST_CASE("decode: a few control characters are kept and reported") {
  const Decoded d = decode_bytes("One\ntwo \x07 three\u0092s\x1A");
  CHECK_FALSE(d.refused);
  CHECK(d.text == "One\ntwo \x07 three\u0092s\x1A");
  REQUIRE(d.problems.size() == 1);
  CHECK(d.problems[0].code == "control_characters");
  CHECK(d.problems[0].line == 2);
  CHECK(d.problems[0].detail.substr(0, 2) == "3 ");
}

TEST_CASE("decode: every single byte and pair of bytes gives valid UTF-8") {
  int good = 0;
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      std::string bytes = "x ";
      bytes += static_cast<char>(a);
      bytes += static_cast<char>(b);
      const Decoded d = decode_bytes(bytes);
      good += is_valid_utf8(d.text) && d.text.find('\0') == std::string::npos &&
              d.text.find('\r') == std::string::npos;
    }
  CHECK(good == 256 * 256);
}

TEST_CASE("decode: lines of windows-1252 in a text of UTF-8") {
  const Decoded d = decode_bytes("The caf\u00E9 is \u201Copen\u201D.\r\n"
                                 "The caf\xE9 is \x93shut\x94.\r\n"
                                 "Plain.\nNa\xEFve \u2014 no\n"
                                 "Fa\xE7"
                                 "ade\n\u0416\u0416\u0416\u0416\u0416");
  CHECK(d.text == "The caf\u00E9 is \u201Copen\u201D.\n"
                  "The caf\u00E9 is \u201Cshut\u201D.\n"
                  "Plain.\nNa\uFFFDve \u2014 no\n"
                  "Fa\u00E7"
                  "ade\n\u0416\u0416\u0416\u0416\u0416");
  CHECK(d.encoding == Encoding::utf8);
  const Problem *encoding = problem(d, "encoding");
  REQUIRE(encoding != nullptr);
  CHECK(encoding->line == 2);
  CHECK(encoding->detail.substr(0, 2) == "2 ");
  const Problem *bad = problem(d, "bad_bytes");
  REQUIRE(bad != nullptr);
  CHECK(bad->line == 4);
  // UTF-8 cut within a character is not windows-1252.
  CHECK(decode_bytes("\u0416\u0416\nonly \xE2\x80 here").text ==
        "\u0416\u0416\nonly \uFFFD here");
}

TEST_CASE("decode: a few NUL bytes are bad bytes") {
  using namespace std::string_literals;
  const std::string line(99, 'x');
  const Decoded d = decode_bytes(line + "\ncaf\u00E9 \0 open"s);
  CHECK_FALSE(d.refused);
  CHECK(d.text == line + "\ncaf\u00E9 \uFFFD open");
  REQUIRE(d.problems.size() == 1);
  CHECK(d.problems[0].code == "bad_bytes");
  CHECK(d.problems[0].line == 2);
  CHECK(decode_bytes("\xEF\xBB\xBF"s + line + '\0').text == line + "\uFFFD");
  CHECK(decode_bytes(line + "\0\0\0"s).refused);
  CHECK(decode_bytes(line + '\0' + std::string(40, '\xFF')).refused);
}

TEST_CASE("decode: U+0085 is reported but makes no file a binary one") {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text += "A line\u0085";
  const Decoded d = decode_bytes(text);
  CHECK_FALSE(d.refused);
  REQUIRE(d.problems.size() == 1);
  CHECK(d.problems[0].code == "control_characters");
  for (int i = 0; i < 20; ++i)
    text += "\u0081";
  CHECK(decode_bytes(text).refused);
  CHECK_FALSE(decode_bytes(text, Holds::cell).refused);
}

TEST_CASE("decode: a cell is a view of its bytes where nothing changes") {
  for (const std::string same :
       {"", "plain\n\ttext", "with \x03 in it, far from the beginning"}) {
    Decoded d;
    CHECK(decode_cell(same, d).data() == same.data());
    CHECK(decode_cell(same, d) == same);
  }
  for (const std::string &other : std::initializer_list<std::string>{
           "a\rb, and more to come", "caf\u00E9", std::string("a\0b", 3),
           std::string("\xE9t\xE9 and more")}) {
    Decoded d;
    const std::string_view text = decode_cell(other, d);
    CHECK(text == decode_bytes(other, Holds::cell).text);
    CHECK(text.data() == d.text.data());
  }
}

TEST_CASE("decode: control characters are found at every place") {
  for (const std::string control : {"\x01", "\x1B", "\x7F", "\u0085", "\u009F"})
    for (std::size_t before = 0; before < 20; ++before)
      for (const std::string plain : {"x", "\n", "\u00E9", "\u00BB"}) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i)
          text += plain;
        const std::int64_t line =
            plain == "\n" ? 1 + static_cast<std::int64_t>(before) : 1;
        text += control + "and so on, " + control;
        Decoded d;
        decode_cell(text, d);
        REQUIRE(d.problems.size() == 1);
        CHECK(d.problems[0].code == problem_code::kControlCharacters);
        CHECK(d.problems[0].line == line);
        CHECK(d.problems[0].detail.substr(0, 2) == "2 ");
      }
  Decoded d;
  decode_cell("a\tb\vc\fd\u00A0e\u00BFf", d);
  CHECK(d.problems.empty());
}
