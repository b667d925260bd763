// SPDX-License-Identifier: GPL-2.0-or-later
// Units at the edges of texts, and the form in which they are compared.
#include "article/parts/edge_units.h"

#include "article/parts/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::string form(const std::string &unit) {
  std::string out;
  append_line_form(unit, out);
  return out;
}

std::vector<std::string> units(const std::string &text) {
  std::vector<Span> paragraphs;
  find_paragraphs(text, paragraphs);
  std::vector<EdgeUnit> found;
  find_edge_units(text, paragraphs, found);
  std::vector<std::string> out;
  for (const EdgeUnit &unit : found)
    out.push_back(std::string(unit.start ? "<" : "") +
                  std::string(piece(text, unit.span)) + (unit.end ? ">" : ""));
  return out;
}

using Units = std::vector<std::string>;

} // namespace

TEST_CASE("edge units: the form of a line") {
  CHECK(form(" Call\n us:  01\u00A0555 \u201CNow\u201D ") ==
        "call us: 0 0 \"now\"");
  CHECK(form(" CALL\t us: 01 555 \"NOW\"\n") == "call us: 0 0 \"now\"");
  CHECK(form("No. 1234, don`t") == form("no. 5, DON\u2019T"));
  CHECK(form("").empty());
  for (const char *unit : {"`a`", "A 12\u00A034 ", "\u00C9tat 5", "1a2b3"})
    CHECK(form(form(unit)) == form(unit));
}

TEST_CASE("edge units: rows of tables and long paragraphs do not repeat") {
  CHECK(may_repeat("Call 555."));
  CHECK(may_repeat("Halvera Press Agency, 12 Quay Street, 3 Tarsk, Halvera"));
  CHECK_FALSE(may_repeat("Net 1,255 vs 900"));
  CHECK_FALSE(may_repeat(""));
  CHECK(may_repeat(std::string(600, 'a')));
  CHECK_FALSE(may_repeat(std::string(601, 'a')));
}

TEST_CASE("edge units: what introduces words does not repeat") {
  for (const char *unit :
       {"the statement said:", "The ministry said in a statement:",
        "The full text reads: ", "He wrote on his page:", "The mayor added,",
        "According to the police report:", "KCNA reported the following:"})
    CHECK_FALSE_MESSAGE(may_repeat(unit), unit);
  for (const char *unit :
       {"Contact:", "For more, write to:", "Read our guide to the islands.",
        "All rights reserved, it said.", "Reporting by Petr Olm, Tarsk"})
    CHECK_MESSAGE(may_repeat(unit), unit);
}

TEST_CASE("edge units: paragraphs, and lines of paragraphs") {
  CHECK(units("One.").empty());
  CHECK(units("One.\n\nTwo.") == Units{"<One.>", "<Two.>"});
  CHECK(units("One.\nTwo.") == Units{"<One.>", "<Two.>"});
  CHECK(units("One.\n\nTwo\nThree.\n") ==
        Units{"<One.>", "<Two\nThree.>", "<Two>", "Three.>"});
  // A wrap does not divide.
  CHECK(units("One.\n\nTwo\nthree.") == Units{"<One.>", "<Two\nthree.>"});
  const std::string wide(60, 'w');
  CHECK(units("One.\n\n" + wide + "\nThree.").size() == 2);
  CHECK(units("One.\n\n" + wide + ".\nThree.").size() == 4);
  std::string text;
  for (const char c : std::string("ABCDEFGHIJKL"))
    text += std::string(1, c) + ".\n";
  CHECK(units(text) ==
        Units{"<A.", "<B.", "L.>", "K.>", "J.>", "I.>", "H.>", "G.>"});
}
