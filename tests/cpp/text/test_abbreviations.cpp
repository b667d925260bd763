// SPDX-License-Identifier: GPL-2.0-or-later
// Abbreviations that keep their full stop.
#include "text/abbreviations.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("abbreviations: kinds") {
  CHECK(abbreviation("Gen") == Abbreviation::title);
  CHECK(abbreviation("e.g") == Abbreviation::title);
  CHECK(abbreviation("No") == Abbreviation::before_number);
  CHECK(abbreviation("Dec") == Abbreviation::before_number);
  CHECK(abbreviation("Inc") == Abbreviation::may_end);
  CHECK(abbreviation("etc") == Abbreviation::may_end);
  CHECK(abbreviation("") == Abbreviation::none);
  CHECK(abbreviation("General") == Abbreviation::none);
  CHECK(abbreviation("Ge") == Abbreviation::none);
  CHECK(abbreviation("\xC3") == Abbreviation::none);
}

TEST_CASE("abbreviations: capitals") {
  // Listed with a capital: needs one. Listed in small letters: needs none.
  CHECK(abbreviation("GEN") == Abbreviation::title);
  CHECK(abbreviation("gen") == Abbreviation::none);
  CHECK(abbreviation("miss") == Abbreviation::none);
  CHECK(abbreviation("vs") == Abbreviation::title);
  CHECK(abbreviation("Vs") == Abbreviation::title);
  CHECK(abbreviation("VS") == Abbreviation::title);
}

TEST_CASE("abbreviations: typical first words") {
  for (const char *text : {"The", "The army", "A man", "It's", "He\u2019d",
                           "In 2021", "And, then", "I", "The."}) {
    CAPTURE(text);
    CHECK(begins_with_starter(text));
  }
  for (const char *text :
       {"", "the army", "Then\u00E9", "Iran", "A. Smith", "In-N-Out",
        "I\u00F1aki", "A1", "He\u0301", "THE", "Army", "\u201CThe", "\xFF"}) {
    CAPTURE(text);
    CHECK_FALSE(begins_with_starter(text));
  }
}
