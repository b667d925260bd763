// SPDX-License-Identifier: GPL-2.0-or-later
// Words that a line end divides.
#include "text/join_lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("join_lines: one blank between lines") {
  CHECK(join_lines("The mill\n  is shut. \n\nNobody\nknows") ==
        "The mill is shut. Nobody knows");
  CHECK(join_lines("").empty());
  CHECK(join_lines(" \n \n").empty());
  CHECK(join_lines("one") == "one");
}

TEST_CASE("join_lines: a hyphen goes where the whole word is attested") {
  CHECK(join_lines("The sea-\nwall held. A seawall is old.") ==
        "The seawall held. A seawall is old.");
  CHECK(join_lines("The sea-\nwall held.", "SEAWALL HOLDS") ==
        "The seawall held.");
  CHECK(join_lines("The sea\u2010\nwall held.", "a seawall") ==
        "The seawall held.");
  // Decomposed and composed letters are the same letters.
  CHECK(join_lines("a caf\u00E9-\nteria", "cafe\u0301teria") ==
        "a caf\u00E9teria");
}

TEST_CASE("join_lines: otherwise the hyphen stays, without a blank") {
  CHECK(join_lines("The sea-\nwall held.") == "The sea-wall held.");
  CHECK(join_lines("a long-\nterm plan") == "a long-term plan");
  CHECK(join_lines("seawalls, the sea-\nwall") == "seawalls, the sea-wall");
  CHECK(join_lines("a 20-\nyear-old") == "a 20-year-old");
  CHECK(join_lines("from hand-\nto-mouth") == "from hand-to-mouth");
  CHECK(join_lines("1990\u2013\n2000") == "1990\u20132000");
}

TEST_CASE("join_lines: a dash and a hanging hyphen keep the blank") {
  CHECK(join_lines("the mill -\nit is old -\nstands") ==
        "the mill - it is old - stands");
  CHECK(join_lines("LONDON --\nThe mill") == "LONDON -- The mill");
  CHECK(join_lines("the mill \u2013\nit is old") ==
        "the mill \u2013 it is old");
  CHECK(join_lines("short-\nand long-term", "shortand") ==
        "short- and long-term");
  CHECK(join_lines("two-\nor three-year") == "two- or three-year");
  CHECK(join_lines("-\n-\nx") == "- - x");
  CHECK(join_lines("off-\n(and on)") == "off- (and on)");
}

TEST_CASE("join_lines: a soft hyphen goes") {
  CHECK(join_lines("the sea\u00AD\nwall") == "the seawall");
  CHECK(join_lines("the sea\u00AD\n12") == "the sea\u00AD12");
}

TEST_CASE("join_lines: many hyphens take linear time and stay right") {
  std::string text, want;
  for (int i = 0; i < 20000; ++i) {
    text += "break-\nwater ";
    want += "breakwater ";
  }
  text += "breakwater";
  want += "breakwater";
  CHECK(join_lines(text) == want);
}
