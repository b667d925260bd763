// SPDX-License-Identifier: GPL-2.0-or-later
// The fast scanner of terms against its slow twin.
#include "text/term_scanner.h"

#include "base/rng.h"
#include "text/scan_twin.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::text::testing;

namespace {

// Does scan_terms() agree with its twin under all options? The text lies at
// the very end of its memory, so that a sanitizer sees what is read after it.
bool agrees(const std::string &text) {
  static const std::vector<WordOptions> all = all_word_options();
  const std::vector<char> tight(text.begin(), text.end());
  const std::string_view view(tight.data(), tight.size());
  TermScratch scratch;
  bool keys_agree = true;
  for (const WordOptions &options : all)
    if (!(scanned(view, options, scratch, keys_agree) ==
          scanned_slowly(view, options)))
      return false;
  return keys_agree;
}

const std::vector<std::string> &pieces() {
  static const std::vector<std::string> result = {"a",
                                                  "I",
                                                  "J",
                                                  "he",
                                                  "the",
                                                  "The",
                                                  "rain",
                                                  "Rain",
                                                  "RAIN",
                                                  "minister",
                                                  "Counter-intuitive",
                                                  "internationalisation",
                                                  "www",
                                                  "WWW",
                                                  "http",
                                                  "https",
                                                  "Https",
                                                  "h",
                                                  "w",
                                                  "ww",
                                                  "example",
                                                  "com",
                                                  "co",
                                                  "uk",
                                                  "n",
                                                  "s",
                                                  "t",
                                                  "S",
                                                  "ll",
                                                  "ve",
                                                  "No",
                                                  "Gen",
                                                  "U",
                                                  "K",
                                                  "p",
                                                  "m",
                                                  "COVID",
                                                  "abcdefghijklmno",
                                                  "abcdefghijklmnop",
                                                  "abcdefghijklmnopq",
                                                  "0",
                                                  "1",
                                                  "12",
                                                  "200",
                                                  "1990",
                                                  "11th",
                                                  "5pm",
                                                  "a1",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  "  ",
                                                  "\n",
                                                  "\n\n",
                                                  "\t",
                                                  "\r\n",
                                                  "\v",
                                                  ".",
                                                  ".",
                                                  ".",
                                                  ",",
                                                  ",",
                                                  ";",
                                                  ":",
                                                  "!",
                                                  "?",
                                                  "'",
                                                  "'",
                                                  "`",
                                                  "\"",
                                                  "(",
                                                  ")",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  "-",
                                                  "-",
                                                  "--",
                                                  "_",
                                                  "&",
                                                  "%",
                                                  "+",
                                                  "*",
                                                  "/",
                                                  "//",
                                                  "://",
                                                  "@",
                                                  "#",
                                                  "$",
                                                  "=",
                                                  "<",
                                                  ">",
                                                  "|",
                                                  "\\",
                                                  "^",
                                                  "~",
                                                  "www.",
                                                  "http://",
                                                  "https://x.org/a?b",
                                                  "desk@x.org",
                                                  "@desk",
                                                  "#tag",
                                                  "mailto:",
                                                  "U.S.",
                                                  "J. Smith",
                                                  "a.m.",
                                                  "\x01",
                                                  "\x7F",
                                                  std::string(1, '\0'),
                                                  "\u2019",
                                                  "\u2019",
                                                  "\u2018",
                                                  "\u201A",
                                                  "\u201B",
                                                  "\u201C",
                                                  "\u201D",
                                                  "\u2013",
                                                  "\u2014",
                                                  "\u2010",
                                                  "\u2011",
                                                  "\u2026",
                                                  "\u00A0",
                                                  "\u00AD",
                                                  "\u200D",
                                                  "\u200B",
                                                  "\u0301",
                                                  "\u0308",
                                                  "\uFE0F",
                                                  "\u20E3",
                                                  "\u00E9",
                                                  "\u00C9",
                                                  "e\u0301",
                                                  "\u00DF",
                                                  "\u0130",
                                                  "\u0131",
                                                  "\uFB01",
                                                  "\u03A3",
                                                  "\u0416",
                                                  "\u05D0",
                                                  "\u05F4",
                                                  "\u05F3",
                                                  "\u0627",
                                                  "\u0661",
                                                  "\u4E2D",
                                                  "\u30AB",
                                                  "\u30FC",
                                                  "\u3042",
                                                  "\uAC00",
                                                  "\u1100",
                                                  "\u1161",
                                                  "\u0E01",
                                                  "\u02BC",
                                                  "\u00B4",
                                                  "\uFF07",
                                                  "\u037E",
                                                  "\u00B7",
                                                  "\u2027",
                                                  "\uFF0E",
                                                  "\U0001F600",
                                                  "\U0001F468\u200D\U0001F469",
                                                  "\U0001F1EC\U0001F1E7",
                                                  "\u00A9",
                                                  "\u00BD",
                                                  "\u2028",
                                                  "\u2029",
                                                  "\u0085",
                                                  "\uFEFF",
                                                  "\x80",
                                                  "\xFF",
                                                  "\xC3",
                                                  "\xE2",
                                                  "\xE2\x80",
                                                  "\xE2\x80\xFF",
                                                  "\xF0\x9F",
                                                  "\xED\xA0\x80"};
  return result;
}

} // namespace

TEST_CASE("text: terms are the tokens, folded") {
  bool keys_agree = true;
  TermScratch scratch;
  std::string joined;
  for (const Scanned &term :
       scanned("Don\u2019t SAY \u201CCounter-Intuitive,\u201D U.S. desk@x.org",
               {}, scratch, keys_agree))
    joined += term.folded + "|";
  CHECK(joined == "don't|say|counter-intuitive|u.s.|desk@x.org|");
  CHECK(keys_agree);
  CHECK(agrees(""));
}

TEST_CASE("text: terms agree with the general way around each byte") {
  for (const char *before : {"rain", "a", "7", "x9", "rain's", ""})
    for (const char *after : {"fall", "Fall", "8", " ", "", ". A", "@x.org"})
      for (int byte = 0; byte < 256; ++byte) {
        const std::string text =
            std::string(before) + static_cast<char>(byte) + after;
        CHECK_MESSAGE(agrees(text), text);
        CHECK_MESSAGE(agrees(text + " and seventeen bytes more"), text);
      }
}

TEST_CASE("text: terms agree with the general way around each pair of pieces") {
  for (const std::string &a : pieces())
    for (const std::string &b : pieces()) {
      CHECK_MESSAGE(agrees("rain" + a + b + "fall in the north of"), (a + b));
      CHECK_MESSAGE(agrees("7" + a + b), (a + b));
    }
}

TEST_CASE("text: terms agree with the general way on random texts") {
  Rng rng(21, 5);
  const auto count = static_cast<std::uint32_t>(pieces().size());
  for (int i = 0; i < 6000; ++i) {
    std::string text;
    // Mostly words between blanks, or marks and words in any order.
    const std::uint32_t plain = rng.below(3) * 4;
    for (std::uint32_t n = rng.below(40); n > 0; --n) {
      text += pieces()[rng.below(count)];
      if (rng.below(10) < plain)
        text += " ";
    }
    REQUIRE_MESSAGE(agrees(text), text);
  }
  for (int i = 0; i < 3000; ++i) {
    std::string text(rng.below(50), ' ');
    for (char &c : text)
      c = static_cast<char>(rng.below(4) == 0 ? rng.below(256)
                                              : 32 + rng.below(96));
    REQUIRE_MESSAGE(agrees(text), text);
  }
}

TEST_CASE("text: scanning takes linear time on what looks like addresses") {
  for (const char *piece : {"ab%", "ab-", "a.b.", "x@", "ab_", "http:", "a'"}) {
    const auto seconds = [&](std::size_t n) {
      std::string text;
      while (text.size() < n)
        text += piece;
      TermScratch scratch;
      std::size_t terms = 0;
      const auto from = std::chrono::steady_clock::now();
      scan_terms(
          text, {}, scratch,
          [&](const Token &, const StringKey &, const char *) { ++terms; });
      CHECK(terms <= n);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() -
                                           from)
          .count();
    };
    // Quadratic time would be minutes.
    CHECK(seconds(1000000) < 5);
  }
}
