// SPDX-License-Identifier: GPL-2.0-or-later
// Odd characters, damaged encodings, entities and tags.
#include "article/checks/fault_marks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::vector<Finding> tags(const std::string &text) {
  std::vector<Finding> out;
  find_tags(text, false, out);
  return out;
}

std::vector<Finding> odd(const std::string &text) {
  std::vector<Finding> out;
  find_lost_and_odd(text, false, out);
  return out;
}

} // namespace

TEST_CASE("marks: tags") {
  const auto f = tags("Rain <b>fell</b>.<br/>\n<IMG src=\"a.png\"> <!-- x -->");
  REQUIRE(f.size() == 5);
  CHECK(f[0].detail == "<b>");
  CHECK(f[0].begin == 5);
  CHECK(f[0].end == 8);
  CHECK(f[2].detail == "<br>");
  CHECK(f[3].detail == "<img>");
  CHECK(f[4].detail == "<!-->");
  CHECK(tags("<iframe src=\"x\">").size() == 1);
  CHECK(tags("<P>One.</P>").size() == 2);
}

TEST_CASE("marks: what is no tag") {
  for (const char *text :
       {"", "<", "<>", "</>", "a < b and c > d", "a <b and c> d",
        "<someone@halvera.example>", "<unknown>", "<b", "<!-- no end", "<3",
        "shares of <F> and <TR> rose", "<a b<c>"}) {
    CAPTURE(text);
    CHECK(tags(text).empty());
  }
}

TEST_CASE("marks: lost and odd characters") {
  CHECK(odd("tab\tline\r\nend \u00A0\u2014 \u0092\u0085").empty());
  CHECK(odd("\u05D0\uFF21\U0001F327\uFE0F").empty());
  const auto f = odd("a\x01"
                     "b\uFFFD\u200B\u0081\uE000\uFEFF\x7F");
  REQUIRE(f.size() == 7);
  CHECK(f[0].fault == Fault::odd_character);
  CHECK(f[0].detail == "U+0001");
  CHECK(f[0].begin == 1);
  CHECK(f[1].fault == Fault::replacement);
  CHECK(f[2].detail == "U+200B");
  CHECK(f[3].detail == "U+0081");
  CHECK(f[4].detail == "U+E000");
  CHECK(f[6].detail == "U+007F");
  CHECK(odd(std::string(100, '\x02')).size() == kMaxPlaces);
}
