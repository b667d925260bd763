// SPDX-License-Identifier: GPL-2.0-or-later
// What is found in the head of a dateline.
#include "article/parts/dateline_head.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// A letter for each thing found: c capitals, p place, a agency, s slashes, d or
// D a date that may or must be one. "-" if it is not a head.
std::string head(std::string_view text) {
  DatelineHead found;
  if (!read_dateline_head(text, found))
    return "-";
  std::string out;
  out += found.capitals ? "c" : "";
  out += found.place ? "p" : "";
  out += found.agency ? "a" : "";
  out += found.slashes ? "s" : "";
  out += found.date == WrittenDate::sure    ? "D"
         : found.date == WrittenDate::maybe ? "d"
                                            : "";
  return out;
}

} // namespace

TEST_CASE("dateline_head: what is found in it") {
  CHECK(head("TARSK") == "cp");
  CHECK(head(" TARSK, March 3 (HPA) ") == "cpaD");
  CHECK(head("TARSK March 3") == "cpD");
  CHECK(head("TARSK (HPA), March 3") == "cpaD");
  CHECK(head("TARSK, 14 juin") == "cpd");
  CHECK(head("Harrow Ford, Halvera (HPA)") == "pa");
  CHECK(head("TARSK (Halvera) (HPA)") == "cpa");
  CHECK(head("(HPA)") == "a");
  CHECK(head("March 3 (HPA)") == "aD");
  CHECK(head("TARSK, March 3. /HPA/") == "cpasD");
  CHECK(head("TARSK/OSMIRY, March 3. /HPA/") == "cpasD");
}

TEST_CASE("dateline_head: the number of words of the place") {
  DatelineHead found;
  CHECK(read_dateline_head("RIO de JANEIRO, Brazil, May 2", found));
  CHECK(found.place_words == 3);
  CHECK(found.comma);
}

TEST_CASE("dateline_head: nothing else is one") {
  for (const std::string text :
       {"", " ", ",", "()", "(HPA", "/", "//", "/HPA/ /", "tarsk",
        "TARSK it rained", "TARSK, it rained", "Monday", "UPDATE",
        "National Grain Board (NGB)", "TARSK (it rained)", "TARSK (HPA) it",
        "A B C D E F (HPA)", "\xFF", "TARSK \xE2\x80"})
    CHECK_MESSAGE(head(text) == "-", text);
}
