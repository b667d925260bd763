// SPDX-License-Identifier: GPL-2.0-or-later
// White space, trimmed and collapsed.
#include "text/space.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

namespace {

// How many bytes of white space, and a P if they divide paragraphs.
std::string read(const std::string &text) {
  const char *const p = text.data();
  const Blanks found = skip_blanks(p, p + text.size());
  return std::to_string(found.next - p) + (found.paragraph ? "P" : "");
}

} // namespace

TEST_CASE("space: white space of any kind is trimmed") {
  CHECK(trim_space("").empty());
  CHECK(trim_space(" \t\r\n\u00A0\u2003\u3000").empty());
  CHECK(trim_space("\u00A0 a\u00A0b \n") == "a\u00A0b");
  CHECK(trim_space("\u200Ba") == "\u200Ba");
  CHECK(trim_space(" \xFF\x80 ") == "\xFF\x80");
}

TEST_CASE("space: runs of white space become one blank") {
  CHECK(collapse_space("").empty());
  CHECK(collapse_space(" \u00A0\n").empty());
  CHECK(collapse_space("\n a \u00A0\t b\u2028c ") == "a b c");
  CHECK(collapse_space("a\xFF  \xE2\x80") == "a\xFF \xE2\x80");
}

TEST_CASE("space: words between blanks") {
  CHECK(count_blank_words("") == 0);
  CHECK(count_blank_words(" \n\t ") == 0);
  CHECK(count_blank_words("a b  c\nd-e") == 4);
}

TEST_CASE("space: lines and paragraphs") {
  CHECK(read("") == "0");
  CHECK(read("a") == "0");
  CHECK(read(" \t\u00A0x") == "4");
  CHECK(read("\nx") == "1");
  CHECK(read("\r\nx") == "2");
  CHECK(read("\rx") == "1");
  CHECK(read(" \n \n x") == "5P");
  CHECK(read("\r\n\r\nx") == "4P");
  CHECK(read("\n\r") == "2P");
  CHECK(read("\r\rx") == "2P");
  CHECK(read("\u2028x") == "3");
  CHECK(read("\u2029x") == "3P");
  CHECK(read("\u0085\u2028") == "5P");
}

TEST_CASE("space: no-break spaces are kept beside other characters only") {
  CHECK(trim_break_space(" \u00A0a \u202F\t") == "\u00A0a \u202F");
  CHECK(trim_break_space(" \u00A0\t").empty());
  CHECK(trim_break_space("").empty());
  CHECK(trim_break_space("\u2003a\u3000") == "a");
}
