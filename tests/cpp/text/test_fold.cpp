// SPDX-License-Identifier: GPL-2.0-or-later
// Folding of case, marks and spellings.
#include "text/fold.h"

#include "text/normalize.h"
#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("fold: lower case in every locale") {
  CHECK(folded("") == "");
  CHECK(folded("Grain PRICES") == "grain prices");
  CHECK(folded("\u00C9T\u00C9") == "\u00E9t\u00E9");
  CHECK(folded("STRASSE") == "strasse");
  CHECK(folded("Stra\u00DFe") == "stra\u00DFe");
  // Dotted and dotless i: plain I is i, the dotted capital too.
  CHECK(folded("TITLE") == "title");
  CHECK(folded("\u0130stanbul") == "istanbul");
  CHECK(folded("I\u0307stanbul") == "istanbul");
  CHECK(folded("\u0131\u015F\u0131k") == "\u0131\u015F\u0131k");
}

TEST_CASE("fold: both normalization forms meet") {
  CHECK(folded("Cafe\u0301") == folded("Caf\u00E9"));
  CHECK(folded("CAFE\u0301") == "caf\u00E9");
  // Composed in lower case only.
  CHECK(folded("H\u0331") == "\u1E96");
  CHECK(folded("\u212B") == "\u00E5");
}

TEST_CASE("fold: apostrophes, quotes, hyphens, blanks") {
  for (const char *apostrophe :
       {"'", "\u2019", "\u2018", "\u201B", "\u02BC", "\uFF07", "`", "\u00B4"}) {
    CAPTURE(apostrophe);
    CHECK(folded("Don" + std::string(apostrophe) + "t") == "don't");
  }
  // At an end of the token a grave accent is none.
  CHECK(folded("`tis") == "`tis");
  CHECK(folded("tis`") == "tis`");
  CHECK(folded("\u00E9t\u00E9`") == "\u00E9t\u00E9`");
  CHECK(folded("\u00B4") == "\u00B4");
  for (const char *quote :
       {"\"", "\u201C", "\u201D", "\u201E", "\u201F", "\u00AB", "\u00BB"})
    CHECK(folded(quote) == "\"");
  CHECK(folded("Sea\u2010Wall") == "sea-wall");
  CHECK(folded("sea\u2011wall") == "sea-wall");
  CHECK(folded("interest\u00A0rate") == "interest rate");
  CHECK(folded("interest\nrate") == "interest rate");
  CHECK(folded("10\u202F\u20AC") == "10 \u20AC");
}

TEST_CASE("fold: characters that are not seen") {
  CHECK(folded("co\u00ADope\u00ADration") == "cooperation");
  CHECK(folded("\uFEFFword\u200B\u200C\u200D\u200E") == "word");
  CHECK(folded("\u2764\uFE0F") == "\u2764");
  // The joiner of an emoji sequence is noticed.
  CHECK(folded("\U0001F469\u200D\U0001F680") == "\U0001F469\u200D\U0001F680");
  CHECK(folded("\u00AD") == "");
}

TEST_CASE("fold: ligatures") {
  CHECK(folded("\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06") ==
        "fffiflffifflstst");
  CHECK(folded("O\uFB03ce") == "office");
}

TEST_CASE("fold: final sigma is sigma, with and without a letter after it") {
  CHECK(folded("\u03A0\u039F\u039B\u0395\u039C\u039F\u03A3") ==
        folded("\u03C0\u03BF\u03BB\u03B5\u03BC\u03BF\u03C2"));
  CHECK(folded("\u03C2\u03A3\u03C3") == "\u03C3\u03C3\u03C3");
}

TEST_CASE("fold: the long s, the micro sign, a prime for an apostrophe") {
  CHECK(folded("\u017Ftadt") == "stadt");
  CHECK(folded("\u00B5m") == folded("\u03BCm"));
  CHECK(folded("isn\u2032t") == "isn't");
}

TEST_CASE("fold: the path of a web address keeps its case") {
  CHECK(folded("HTTPS://T.Co/AbC?Q=1") == "https://t.co/AbC?Q=1");
  CHECK(folded("Www.Paper.Example#Top") == "www.paper.example#Top");
  CHECK(folded("http://Paper.EXAMPLE") == "http://paper.example");
  CHECK(folded("https://t.co/\u00C9A") == "https://t.co/\u00C9A");
  CHECK(folded("HTTP") == "http");
  CHECK(folded("WWW.") == "www.");
  CHECK(folded("Http://") == "http://");
  CHECK(folded("Desk@Paper.Example") == "desk@paper.example");
}

TEST_CASE("fold: it appends, and repairs what is no UTF-8") {
  std::string out = "A ";
  append_folded("B", out);
  append_folded("\u00C9", out);
  append_folded("\xFF", out);
  CHECK(out == "A b\u00E9\uFFFD");
}

TEST_CASE("fold: folding twice changes nothing, and the result is in NFC") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    std::string text = "x";
    append_utf8(text, c);
    text += "y";
    const std::string once = folded(text);
    wrong += folded(once) != once || !is_nfc(once);
  }
  CHECK(wrong == 0);
  for (const char *text :
       {"\u00AD`b", "a`\u00AD", "\u00AD\u200D\U0001F600", "a\u200D\u24C2",
        "I\u00AD\u0307", "\u1112\u200B\u1161"}) {
    CAPTURE(text);
    CHECK(folded(folded(text)) == folded(text));
  }
}
