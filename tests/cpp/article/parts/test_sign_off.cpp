// SPDX-License-Identifier: GPL-2.0-or-later
// Sign-offs at the ends of last paragraphs.
#include "article/parts/sign_off.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// What comes before the sign-off; the agency of the dateline is Meridian.
std::string before(const std::string &text) {
  return text.substr(0, sign_off_begin(text, "Meridian"));
}

} // namespace

TEST_CASE("sign-off: a wire's name after the last sentence") {
  for (const std::string end :
       {"REUTER", " REUTER\n\x03", "Reuter \x03", "REUTER^M", "AFP", "-- AFP",
        "\u2014 AFP", "(Reuters)", "/TASS/", "Reuters.", "Meridian",
        "(Meridian)", "- Meridian", "ENDS", "MORE"})
    CHECK_MESSAGE(before("The mill shut. " + end) == "The mill shut.", end);
  CHECK(before("\u201CIt shut.\u201D AFP") == "\u201CIt shut.\u201D");
  CHECK(before("It shut (on Monday.) AFP") == "It shut (on Monday.)");
  CHECK(before("REUTER") == "");
  CHECK(before("(Meridian)") == "");
}

TEST_CASE("sign-off: control characters make up for the full stop") {
  CHECK(before("Net 4.1 mln REUTER\x03") == "Net 4.1 mln");
  CHECK(before("Net 4.1 mln\n REUTER...\x03") == "Net 4.1 mln");
  CHECK(before("It shut. \x03") == "It shut.");
  CHECK(before("It shut.\x01\x03") == "It shut.");
}

TEST_CASE("sign-off: wrapped or not") {
  CHECK(before("It shut.\n REUTER") == before("It shut. REUTER"));
  CHECK(before("It shut.\n\n\nAFP") == "It shut.");
}

TEST_CASE("sign-off: a name inside the last sentence is none") {
  for (const std::string text :
       {"He works for AFP", "He works for AFP.", "He wrote to Meridian.",
        "She spoke to the agency (Reuters)", "He left Reuters.",
        "They want MORE", "Nobody came. Nobody left.", "", "A", "x.AFP",
        "He saw it. Meridians", "It is said. MORALE"})
    CHECK_MESSAGE(before(text) == text, text);
  CHECK(sign_off_begin("It shut. Coast", "") == 14);
  CHECK(sign_off_begin("It shut. Coast", "Coast") == 8);
}

TEST_CASE("sign-off: the agency of a dateline") {
  CHECK(dateline_agency("TARSK, March 3 (HPA) \u2014") == "HPA");
  CHECK(dateline_agency("LODANY (Karel Heights) (Coast Press) -") ==
        "Coast Press");
  CHECK(dateline_agency("TARSK \u2014").empty());
  CHECK(dateline_agency("(").empty());
  CHECK(dateline_agency("").empty());
}
