// SPDX-License-Identifier: GPL-2.0-or-later
// Lines and blocks of a text, their widths, beginnings and ends.
#include "text/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

struct Found {
  std::vector<Line> lines;
  std::vector<LineBlock> blocks;
};

Found found(std::string_view text) {
  Found out;
  find_lines(text, out.lines, out.blocks);
  return out;
}

Layout layout_of(std::string_view text) {
  const Found f = found(text);
  return layout(f.lines.data(), f.lines.data() + f.lines.size());
}

} // namespace

TEST_CASE("lines: blank lines divide blocks, white space at the ends goes") {
  const std::string text = "\n  One \t\nTwo\r\n \t\n\u00A0\nThree";
  const Found f = found(text);
  REQUIRE(f.lines.size() == 3);
  CHECK(f.lines[0].text == "One");
  CHECK(f.lines[0].indented);
  CHECK(f.lines[1].text == "Two");
  CHECK_FALSE(f.lines[1].indented);
  CHECK(f.lines[2].text == "Three");
  REQUIRE(f.blocks.size() == 2);
  CHECK(f.blocks[0].begin == 0);
  CHECK(f.blocks[0].end == 2);
  CHECK(f.blocks[1].begin == 2);
  CHECK(f.blocks[1].end == 3);
}

TEST_CASE("lines: no text has no lines, and old results are cleared") {
  Found f = found("One\n\nTwo");
  for (const std::string_view text : {"", "\n", " \n\t\n \u2003\n"}) {
    find_lines(text, f.lines, f.blocks);
    CHECK(f.lines.empty());
    CHECK(f.blocks.empty());
  }
}

TEST_CASE("lines: a no-break space is no white space at a line's end") {
  const Found f = found("\u00A0One\u00A0 \u2003");
  REQUIRE(f.lines.size() == 1);
  CHECK(f.lines[0].text == "\u00A0One\u00A0");
  CHECK_FALSE(f.lines[0].indented);
}

TEST_CASE("lines: widths count characters") {
  const Found f = found("caf\u00E9\u2019s new roof\n\xFF\xFEx");
  REQUIRE(f.lines.size() == 2);
  CHECK(f.lines[0].width == 15);
  CHECK(f.lines[0].first_word == 6);
  CHECK(f.lines[1].width == 3);
  CHECK(f.lines[1].first_word == 3);
}

TEST_CASE("lines: what a line begins and ends with") {
  const Found f = found("it rained.\n"
                        "\u201COver,\u201D he said\n"
                        "\u201CIt is over.\u201D\n"
                        "40 lorries (and more!)\n"
                        "\u2014");
  REQUIRE(f.lines.size() == 5);
  CHECK(f.lines[0].starts_lower);
  CHECK(f.lines[0].ends_sentence);
  CHECK(f.lines[1].starts_upper);
  CHECK_FALSE(f.lines[1].ends_sentence);
  CHECK(f.lines[2].starts_upper);
  CHECK(f.lines[2].ends_sentence);
  CHECK_FALSE(f.lines[3].starts_lower);
  CHECK_FALSE(f.lines[3].starts_upper);
  CHECK(f.lines[3].ends_sentence);
  CHECK_FALSE(f.lines[4].starts_lower);
  CHECK_FALSE(f.lines[4].ends_sentence);
}

TEST_CASE("lines: the full stop of a title or of letters ends no sentence") {
  const Found f = found("said Gen.\nin the U.S.\nof Marsh Inc.\nand then...\n"
                        "in the (U.S.)\n\u201Cthe U.S.\u201D\nA.\n.");
  REQUIRE(f.lines.size() == 8);
  std::string ends;
  for (const Line &line : f.lines)
    ends += line.ends_sentence ? 'y' : 'n';
  CHECK(ends == "nnyyyyny");
}

TEST_CASE("lines: a list has two items or more") {
  CHECK(layout_of("- flour\n- salt") == Layout::list);
  CHECK(layout_of("The court ruled that\nthe points stand:\n* one\n* two") ==
        Layout::list);
  CHECK(layout_of("Open on Sunday\n\u2022 the library\n\u2022 the baths") ==
        Layout::list);
  CHECK(layout_of("It rules that:\n-- one goes\n-- two stays") == Layout::list);
  CHECK(layout_of("1. A budget\n2. A date") == Layout::list);
  CHECK(layout_of("9) A budget\n10) A date") == Layout::list);
  CHECK(layout_of("- flour and nothing\nmore than that") == Layout::prose);
  CHECK(layout_of("* Background: the mill was shut in the spring\n"
                  "of the year before.") == Layout::prose);
  CHECK(layout_of("1. A budget\n7. A date") == Layout::prose);
}

TEST_CASE("lines: a wrap may put a dash or a number first") {
  CHECK(layout_of("the ministry\n- it has two heads\n- denied it") ==
        Layout::prose);
  CHECK(layout_of("which fell in\n2019. It rose in\n2020. Now it") ==
        Layout::prose);
}

TEST_CASE("lines: items are numbered one after the other") {
  const Found f = found("3. a\n- b\n9. c\n4. d\n1984. e\ncosts 5. f");
  REQUIRE(f.lines.size() == 6);
  std::size_t number = 0;
  std::string items;
  for (const Line &line : f.lines)
    items += is_item(line, number) ? 'y' : 'n';
  CHECK(items == "yynynn");
  CHECK(number == 4);
}

TEST_CASE("lines: columns and figures make a table") {
  CHECK(layout_of("Wheat  4.10\nRye    3.80\nOats   2.95") == Layout::table);
  CHECK(layout_of("Wheat\t4.10\nRye\t3.80") == Layout::table);
  CHECK(layout_of("25 27 31 40\n12 18 22 35") == Layout::table);
  CHECK(layout_of("The mill is shut.  Nobody knows until when the owner\n"
                  "will be back.  He was last seen in the spring, when") ==
        Layout::prose);
}

TEST_CASE("lines: a poem or an address is short lines with capitals") {
  CHECK(layout_of("Town Hall\n4 Quay Street\nHarbour Quarter") ==
        Layout::verse);
  CHECK(layout_of("The river took the mill\nAnd left the stone\n"
                  "And I am dancing still\nAlone, alone.") == Layout::verse);
  CHECK(layout_of("As a result,\nsecurity men came\nTo the town") ==
        Layout::prose);
  CHECK(layout_of("It rained.\nIt poured.\nWe left early then.") ==
        Layout::prose);
}
