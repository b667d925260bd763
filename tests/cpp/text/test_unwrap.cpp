// SPDX-License-Identifier: GPL-2.0-or-later
// Hard-wrapped texts are unwrapped, others stay the same.
#include "text/unwrap.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// The unwrapped text; checks that doing it again changes nothing.
std::string unwrapped(const std::string &text) {
  std::string once = "old", twice;
  unwrap(text, once);
  unwrap(once, twice);
  CHECK(twice == once);
  return once;
}

// Each paragraph broken at blanks, at a random width of 50 .. 90 for each line.
std::string wrapped(const std::string &text, Rng &rng) {
  std::string out;
  std::size_t used = 0; // of the line
  std::size_t width = 50 + rng.below(41);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        std::min(text.find_first_of(" \n", at), text.size());
    const std::size_t word = end - at;
    if (used > 0 && used + 1 + word > width) {
      out.back() = '\n';
      used = 0;
      width = 50 + rng.below(41);
    }
    out += text.substr(at, word);
    used += word + 1;
    if (end < text.size())
      out += text[end];
    if (end < text.size() && text[end] == '\n')
      used = 0;
    at = end + 1;
  }
  return out;
}

const std::string kStory =
    "HARROW QUAY, Feb 3 (Coast Wire) - The sea-wall at Harrow Quay gave way at "
    "noon on Thursday, and by evening the water stood in 212 cellars. Nobody "
    "was "
    "hurt. The mayor, who had asked for money since 2017, refused to comment; "
    "her deputy did not.\n\n"
    "\u201CWe measured it in May. We measured it in June. We wrote, and we "
    "were "
    "told to measure it again,\u201D said Col. Ida Brecht, the harbour master. "
    "\u201CSo we did.\u201D\n\n"
    "Yes.\n\n"
    "The short- and long-term costs - insurers put them at 4 to 6 million - "
    "will "
    "be shared, according to the ministry [Department of Works, DoW]. A "
    "30-year "
    "plan exists on paper \u2014 it has existed on paper for thirty years. "
    "What "
    "the plan says about the north mole, no one at the ministry could say on "
    "Thursday, nor who had last read it.\n\n"
    "\u201CI have a boat,\u201D Mr. Osk, 81, noted. \u201CI\u2019ll be "
    "fine.\u201D\n\n"
    "(Reporting by P. Lund in Harrow Quay; Editing by O. Marsh)";

} // namespace

TEST_CASE("unwrap: wrapped at any width and unwrapped, a text is the same") {
  CHECK(unwrapped(kStory) == kStory);
  Rng rng(7, 1);
  for (int i = 0; i < 300; ++i) {
    const std::string text = wrapped(kStory, rng);
    CHECK(text != kStory);
    CHECK(unwrapped(text) == kStory);
  }
}

TEST_CASE("unwrap: paragraphs are divided by exactly one blank line") {
  CHECK(unwrapped("").empty());
  CHECK(unwrapped(" \n\t\n").empty());
  CHECK(unwrapped("\n\n One \n\n \n\nTwo\t\n\n") == "One\n\nTwo");
  CHECK(unwrapped("One  two\u00A0three\nfour\n\nFive") ==
        "One  two\u00A0three four\n\nFive");
  CHECK(unwrapped("One\r\ntwo\r\n\r\nThree\r\n") == "One two\n\nThree");
}

TEST_CASE("unwrap: a short line in mid-paragraph is a wrap too") {
  CHECK(unwrapped(
            "The order came to every household in the villages along the "
            "river on Monday. As a result,\n"
            "security men now wait at the\n"
            "landing before dawn.\n"
            "\n"
            "\u201CWe have been told \u2018not to sleep\u2019 in "
            "June,\u201D the source added.\n"
            "\u201CIf it goes on, nobody will be left who can row.\u201D") ==
        "The order came to every household in the villages along the river on "
        "Monday. As a result, security men now wait at the landing before "
        "dawn.\n\n"
        "\u201CWe have been told \u2018not to sleep\u2019 in June,\u201D the "
        "source added. \u201CIf it goes on, nobody will be left who can "
        "row.\u201D");
}

TEST_CASE("unwrap: lists, tables and poems keep their lines") {
  CHECK(
      unwrapped("Before.\n\nThe points:\n- a longer item that was\n  wrapped\n"
                "- another\n\nAfter\nthat.") ==
      "Before.\n\nThe points:\n- a longer item that was wrapped\n- another\n\n"
      "After that.");
  CHECK(
      unwrapped("Prices\n\n  Wheat   4.10\n  Rye     3.80\n\nSource: board") ==
      "Prices\n\nWheat   4.10\nRye     3.80\n\nSource: board");
  CHECK(
      unwrapped("Sung at noon\n\nThe river took the mill\nAnd left the stone\n"
                "And I am dancing still\nAlone\n") ==
      "Sung at noon\n\nThe river took the mill\nAnd left the stone\n"
      "And I am dancing still\nAlone");
}

TEST_CASE("unwrap: one item before a line that is none is no list") {
  const std::string text = "Before.\n\nA*A\n\u2022A\n\nA e\nA*A\n\u2022";
  // The first item is alone: the line after it begins a paragraph.
  const std::string lines =
      "Tarsk, bA Ae\n\u2022A\nA e\nA*A\n\u2022\n(HPA) - x";
  const std::string once = unwrapped("Before.\n\n" + lines + "\n\nEnd.");
  CHECK(unwrapped(once) == once);
  const std::string wide = "This line is a good deal wider than the item is\n"
                           "and so is this one, which goes on to its end.\n";
  CHECK(unwrapped("Before.\n\nDo one of these:\n1. Open it.\n" + wide +
                  "2. Wait.\n\nEnd.") ==
        "Before.\n\nDo one of these:\n\n1. Open it.\n\nThis line is a good "
        "deal wider than the item is and so is this one, which goes on to its "
        "end. 2. Wait.\n\nEnd.");
  CHECK(unwrapped(unwrapped(text)) == unwrapped(text));
}

TEST_CASE("unwrap: a list in wrapped lines without a blank line") {
  const std::string before =
      "The ferry to Skarn sailed again on Thursday, eleven days after a\n"
      "storm tore away its landing stage. The port office said that it\n"
      "carried the following goods on its first journey to the island";
  const std::string after =
      "It took two hours to unload. The calf walked ashore by itself, and\n"
      "nobody was surprised, since it had been there before, more than once.";
  const auto joined = [](std::string s) {
    std::replace(s.begin(), s.end(), '\n', ' ');
    return s;
  };
  const std::vector<std::vector<std::string>> bullets = {
      {"- ", "- "},           {"* ", "* "},           {"o ", "o "},
      {"\u2022 ", "\u2022 "}, {"\u2013 ", "\u2013 "}, {"\u2014 ", "\u2014 "},
      {"\u25cf", "\u25cf"},   {"\u00b7 ", "\u00b7 "}, {"1. ", "2. "},
      {"1) ", "2) "},         {"(1) ", "(2) "},       {"a) ", "b) "},
      {"(a) ", "(b) "},       {"-- ", "-- "}};
  for (const auto &bullet : bullets)
    for (const std::string colon : {":", "."})
      for (const std::string indent : {"", "  "}) {
        const std::string list =
            bullet[0] + "40 sacks of flour, which were rather wet when they\n" +
            indent + "came ashore and had to be dried\n" + bullet[1] +
            "the post of eleven days";
        const std::string items =
            bullet[0] +
            "40 sacks of flour, which were rather wet when they came ashore "
            "and had to be dried\n" +
            bullet[1] + "the post of eleven days";
        CHECK(unwrapped(before + colon + "\n" + list + "\n" + after) ==
              joined(before) + colon + (colon == ":" ? "\n" : "\n\n") + items +
                  "\n\n" + joined(after));
        CHECK(unwrapped(before + ".\n\n" + list + "\n" + after + "\n\nEnd.") ==
              joined(before) + ".\n\n" + items + "\n\n" + joined(after) +
                  "\n\nEnd.");
      }
}

TEST_CASE("unwrap: a dash or a number at a wrap begins no list") {
  CHECK(unwrapped("The ferry sailed again on Thursday - eleven days after a\n"
                  "- rather small - storm tore away its landing stage, as it\n"
                  "- or so they say - had done in the year before, and in the\n"
                  "year before that.")
            .find('\n') == std::string::npos);
}

TEST_CASE("unwrap: paragraphs in small letters without full stops") {
  const std::string long_one =
      "the ferry to skarn sailed again on thursday eleven days after a storm "
      "tore away its landing stage and the port office said that it would not "
      "happen again";
  const std::string middle = "we counted the potatoes twice a day said the "
                             "woman who keeps the only shop of the island";
  const std::string brief = "boats carried the post and one calf";
  CHECK(unwrapped(long_one + "\n" + middle + "\n" + long_one) ==
        long_one + "\n\n" + middle + "\n\n" + long_one);
  CHECK(unwrapped(middle + "\n" + brief + "\n" + middle + "\n" + brief) ==
        middle + "\n\n" + brief + "\n\n" + middle + "\n\n" + brief);
  CHECK(unwrapped(middle + ".\n" + brief + ".\n" + middle + ".") ==
        middle + ".\n\n" + brief + ".\n\n" + middle + ".");
  CHECK(unwrapped("a\n\n" + long_one + "\n" + long_one) ==
        "a\n\n" + long_one + "\n\n" + long_one);
  // What is wrapped at a margin stays wrapped.
  const std::string wraps =
      "the ferry to skarn sailed again on thursday eleven days after a\n"
      "storm tore away its landing stage and the port office said that\n"
      "it would not happen again in this year or in the next one since\n"
      "the stage is new";
  CHECK(unwrapped(wraps).find('\n') == std::string::npos);
  CHECK(unwrapped("a\n\n" + wraps).rfind('\n') == 2);
}

TEST_CASE("unwrap: one paragraph a line, without blank lines") {
  const std::string first = "The mill by the lower bridge has been shut since "
                            "the flood of the spring "
                            "before last, and its owner lives abroad.";
  const std::string second = "It will not be sold.";
  const std::string third =
      "\u201CI have had two offers,\u201D the owner wrote. \u201CI answered "
      "neither.\u201D";
  CHECK(unwrapped(first + "\n" + second + "\n" + third) ==
        first + "\n\n" + second + "\n\n" + third);
  CHECK(unwrapped("Mill stays shut\nOwner lives abroad\nNo buyer in sight\n"
                  "Bridge closed\nTown waits for a plan of its own") ==
        "Mill stays shut\n\nOwner lives abroad\n\nNo buyer in sight\n\n"
        "Bridge closed\n\nTown waits for a plan of its own");
  CHECK(unwrapped("Only a line") == "Only a line");
}

TEST_CASE("unwrap: a footer does not make one-line paragraphs wraps") {
  const std::string line = "The mill by the lower bridge has been shut since "
                           "the flood of the spring "
                           "before last, and its owner lives abroad.";
  CHECK(
      unwrapped(line + "\n" + line + "\n" + line + "\n\nAll rights reserved") ==
      line + "\n\n" + line + "\n\n" + line + "\n\nAll rights reserved");
  CHECK(unwrapped("It rained.\nIt poured.\nWe left.\nWe came back.\n"
                  "It rained again.\n\nEnds") ==
        "It rained.\n\nIt poured.\n\nWe left.\n\nWe came back.\n\n"
        "It rained again.\n\nEnds");
}

TEST_CASE("unwrap: wrapped without blank lines") {
  CHECK(
      unwrapped("The mill by the lower bridge has been shut since the flood\n"
                "of the spring before last, and its owner lives abroad. He\n"
                "has had two offers.\n"
                "The town would like to buy it, but the price of 300,000 is\n"
                "more than it can pay. It has asked the district for help.\n"
                "The district, in turn, has asked for a report, which is to\n"
                "be ready by June.") ==
      "The mill by the lower bridge has been shut since the flood of the "
      "spring before last, and its owner lives abroad. He has had two "
      "offers.\n\n"
      "The town would like to buy it, but the price of 300,000 is more than "
      "it can pay. It has asked the district for help. The district, in turn, "
      "has asked for a report, which is to be ready by June.");
  // Where the lines are filled, room for the next word ends a paragraph.
  CHECK(
      unwrapped("The mill by the lower bridge has been shut since the flood\n"
                "of the spring before last, and its owner, who has moved to\n"
                "the coast, has had two good offers.\n"
                "He answered neither of them, and it is not known when he is\n"
                "coming back.") ==
      "The mill by the lower bridge has been shut since the flood of the "
      "spring before last, and its owner, who has moved to the coast, has had "
      "two good offers.\n\n"
      "He answered neither of them, and it is not known when he is coming "
      "back.");
}

TEST_CASE("unwrap: lines set in begin paragraphs") {
  CHECK(unwrapped("   The mill has been shut since the flood of the\n"
                  "spring before last.\n"
                  "   Nobody knows when its owner will be back from\n"
                  "the coast, or if he will.\n"
                  "\n"
                  "Ends") ==
        "The mill has been shut since the flood of the spring before last.\n\n"
        "Nobody knows when its owner will be back from the coast, or if he "
        "will.\n\nEnds");
}

TEST_CASE("unwrap: figures set in line by line, and their note") {
  CHECK(unwrapped("Shr 15 cts vs 12 cts\n"
                  "    Net 2,407,000 vs 2,393,000\n"
                  "    Revs 117.2 mln vs 67.1 mln\n"
                  "    NOTE: Net of last year leaves out a gain from the sale\n"
                  "of the north mole and of two cranes, which were bought\n"
                  "by the town.") ==
        "Shr 15 cts vs 12 cts\n\nNet 2,407,000 vs 2,393,000\n\n"
        "Revs 117.2 mln vs 67.1 mln\n\n"
        "NOTE: Net of last year leaves out a gain from the sale of the north "
        "mole and of two cranes, which were bought by the town.");
  CHECK(unwrapped("Dividend 17 cts\nPay Dec 10\nRecord Nov 15") ==
        "Dividend 17 cts\n\nPay Dec 10\n\nRecord Nov 15");
}

TEST_CASE("unwrap: broken words are mended by the text or the words given") {
  CHECK(unwrapped("The break-\nwater fell.\n\nA breakwater is long-\nterm.") ==
        "The breakwater fell.\n\nA breakwater is long-term.");
  std::string out;
  unwrap("The break-\nwater fell.\n\nEnds", out, "Breakwater falls");
  CHECK(out == "The breakwater fell.\n\nEnds");
}

TEST_CASE("unwrap: ill-formed bytes and other scripts pass through") {
  CHECK(unwrapped("\xFF\xFE\n\xE2\x80\n\nx") == "\xFF\xFE \xE2\x80\n\nx");
  CHECK(unwrapped("\u6771\u4EAC\u3067\u96E8\u3002\n\u96E8\u3060\u3002") ==
        "\u6771\u4EAC\u3067\u96E8\u3002\n\n\u96E8\u3060\u3002");
}

TEST_CASE("unwrap: a long text takes linear time") {
  std::string text, want;
  for (int i = 0; i < 30000; ++i) {
    text += "the mill by the lower bridge\nhas been shut\n\n";
    want += "the mill by the lower bridge has been shut\n\n";
  }
  want.resize(want.size() - 2);
  CHECK(unwrapped(text) == want);
}
