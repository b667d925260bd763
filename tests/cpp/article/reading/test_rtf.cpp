// SPDX-License-Identifier: GPL-2.0-or-later
// Rich Text Format to text: what is seen, code pages, damage.
#include "article/reading/rtf.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::article;

namespace {

// The text of the pieces, which are all in UTF-8 or ASCII here.
std::string seen(const std::string &inside) {
  std::string out;
  for (const RtfPiece &piece : read_rtf("{\\rtf1\\ansi " + inside + "}").pieces)
    out += piece.bytes;
  return out;
}

} // namespace

TEST_CASE("rtf: paragraphs, lines, pages, cells") {
  CHECK(seen("a\\par b\\line c\\tab d") == "a\n\nb\nc\td");
  CHECK(seen("a\\page b\\sect c") == "a\n\f\nb\n\f\nc");
  CHECK(seen("\\trowd a\\cell b\\cell\\row c") == "a\tb\t\n\nc");
  CHECK(seen("a\r\nb\\\nc") == "ab\n\nc");
  CHECK(seen("a\\{b\\}\\\\c\\_d\\~e\\-f") == "a{b}\\c-d\u00A0ef");
}

TEST_CASE("rtf: what a reader does not see is left out") {
  CHECK(seen("{\\info{\\title x}}a{\\*\\unknown{\\b y}}b") == "ab");
  CHECK(seen("{\\header x\\par}a{\\footnote y}b{\\pict 00ff}") == "ab");
  CHECK(seen("a{\\v b}c\\v d\\v0 e{\\deleted f}\\plain g") == "aceg");
  CHECK(seen("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt a}}b") == "ab");
  CHECK(seen("{\\upr{x}{\\*\\ud{a\\u233?}}}") == "a\u00E9");
  CHECK(seen("{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt a}}{\\shprslt z}") ==
        "a");
  CHECK(seen("a\\bin3 {}}b") == "ab");
}

TEST_CASE("rtf: a character whose first byte a symbol took is replaced") {
  CHECK(seen("a\\\u0665b") == "a\uFFFDb");
}

TEST_CASE("rtf: Unicode and the characters that replace it") {
  CHECK(seen("\\u8364?a\\uc2\\u233xyb\\uc0\\u233c") == "\u20ACa\u00E9b\u00E9c");
  CHECK(seen("\\u8364\\'80a\\u-3892?") == "\u20ACa\uF0CC");
  CHECK(seen("\\u55357?\\u56832?") == "\U0001F600");
  CHECK(seen("\\u55357?a\\u56832?") == "\uFFFDa\uFFFD");
  CHECK(seen("\\u55357?") == "\uFFFD");
  CHECK(seen("\\ldblquote a\\emdash\\rquote") == "\u201Ca\u2014\u2019");
}

TEST_CASE("rtf: bytes have the page of their font, or that of the document") {
  const RtfText read =
      read_rtf("{\\rtf1\\ansi\\ansicpg1250{\\fonttbl{\\f0\\fcharset0 A;}"
               "{\\f1\\fcharset204 B;}{\\f2\\cpg936 C;}}"
               "a\\'e9{\\f1\\'cfb}\\'e8{\\f2\\'c4A}}");
  REQUIRE(read.pieces.size() == 5);
  CHECK(read.pieces[0].bytes == "a");
  CHECK(read.pieces[1].code_page == 1250);
  CHECK(read.pieces[1].bytes == "\xE9");
  CHECK(read.pieces[2].code_page == 1251);
  CHECK(read.pieces[2].bytes == "\xCF"
                                "b");
  CHECK(read.pieces[3].code_page == 1250);
  CHECK(read.pieces[4].code_page == 936);
  CHECK(read.pieces[4].bytes == "\xC4"
                                "A");
  // Bytes that no RTF should have, in a file that is UTF-8.
  CHECK(seen("caf\u00E9") == "caf\u00E9");
  CHECK(read_rtf("{\\rtf1 caf\xE9}").pieces[1].code_page == 1252);
}

TEST_CASE("rtf: other files, and files that end early") {
  CHECK_FALSE(read_rtf("").is_rtf);
  CHECK_FALSE(read_rtf("plain text").is_rtf);
  CHECK(read_rtf(" \r\n{\\rtf1 a}").is_rtf);
  CHECK(read_rtf("\xEF\xBB\xBF{\\rtf1 a}").is_rtf);
  CHECK_FALSE(read_rtf("{\\rtf1 a}").cut_off);
  CHECK(read_rtf("{\\rtf1 a{\\b b").cut_off);
  CHECK(read_rtf("{\\rtf1 a}").extra == 0);
  CHECK(read_rtf(std::string("{\\rtf1 a}}\r\n\0", 14)).extra == 0);
  CHECK(read_rtf("{\\rtf1 a}\n{\\rtf1 b}").extra == 9);
  // What follows the end of the document is no text.
  CHECK(seen("a}}b{") == "a");
  const std::string whole =
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}a\\u8364?\\'e9\\bin2 "
      "xx{\\*\\x y}\\par b\\line\\'4}";
  for (std::size_t n = 0; n < whole.size(); ++n)
    CHECK(read_rtf(whole.substr(0, n)).pieces.size() < 9);
}
