// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of whole articles.
#include "article/parts/parts.h"

#include "article/reading/read_text.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

// "part:text" of all parts, with | between.
std::string parts_of(std::string_view text, const Known *known = nullptr) {
  PartScratch scratch;
  scratch.parts = {{Part::body, 7, 9}};
  scratch.joined = "old";
  find_parts(text, scratch, known);
  std::string out;
  for (const PartSpan &p : scratch.parts) {
    out += out.empty() ? "" : "|";
    out += part_name(p.part);
    out += ':';
    out += text.substr(p.begin, p.end - p.begin);
  }
  return out;
}

} // namespace

TEST_CASE("parts: their names") {
  CHECK(std::string(part_name(Part::headline)) == "headline");
  CHECK(std::string(part_name(Part::dateline)) == "dateline");
  CHECK(std::string(part_name(Part::byline)) == "byline");
  CHECK(std::string(part_name(Part::lead)) == "lead");
  CHECK(std::string(part_name(Part::body)) == "body");
  CHECK(std::string(part_name(Part::boilerplate)) == "boilerplate");
  CHECK(PartSet::all().has(Part::boilerplate));
  CHECK_FALSE(PartSet::none().with(Part::lead).has(Part::body));
}

TEST_CASE("parts: byline, dateline, lead, body, boilerplate") {
  CHECK(parts_of("By Jana Kovel\n\n"
                 "OSMIRY, Halvera, Oct 11 (Meridian) - Officers came.\n\n"
                 "They left.\n\n"
                 "Nobody spoke.\n\n"
                 "(Reporting by Jana Kovel; Editing by R. Stamm)\n\n"
                 "Meridian Wire. For corrections write to desk@wire.example") ==
        "byline:By Jana Kovel|"
        "dateline:OSMIRY, Halvera, Oct 11 (Meridian) -|"
        "lead:Officers came.|body:They left.|body:Nobody spoke.|"
        "boilerplate:(Reporting by Jana Kovel; Editing by R. Stamm)|"
        "boilerplate:Meridian Wire. For corrections write to "
        "desk@wire.example");
}

TEST_CASE("parts: a text without any of them is lead and body") {
  CHECK(parts_of("").empty());
  CHECK(parts_of(" \n\n\t\n").empty());
  CHECK(parts_of("Only this.") == "lead:Only this.");
  CHECK(parts_of("\n\n One. \n \nTwo.\u00A0\n\n\n\nThree") ==
        "lead:One.|body:Two.|body:Three");
  CHECK(parts_of("One\nline\r\n\r\nTwo") == "lead:One\nline|body:Two");
  CHECK(parts_of("One\u2028line\u2029Two\r\rThree") ==
        "lead:One\u2028line|body:Two|body:Three");
}

TEST_CASE("parts: a dateline of its own, a byline after the first line") {
  CHECK(parts_of("TARSK (HPA) \u2014\n\nThe bank shut.\n\nIt rained.") ==
        "dateline:TARSK (HPA) \u2014|lead:The bank shut.|body:It rained.");
  CHECK(parts_of("A bank shuts\n\nBy Jana Kovel\n\nTARSK (HPA) - It shut.") ==
        "lead:A bank shuts|byline:By Jana Kovel|dateline:TARSK (HPA) -|"
        "body:It shut.");
  CHECK(parts_of("By Jana Kovel\n\nCoast Press Writer\n\nIt shut.") ==
        "byline:By Jana Kovel|byline:Coast Press Writer|lead:It shut.");
  CHECK(parts_of("One.\n\nTwo.\n\nBy Jana Kovel") ==
        "lead:One.|body:Two.|body:By Jana Kovel");
}

TEST_CASE("parts: what counts only at the end") {
  // A likely line before more of the story is part of it; a sure one is not.
  CHECK(parts_of("One.\n\n* * *\n\nTwo.\n\n* * *") ==
        "lead:One.|body:* * *|body:Two.|boilerplate:* * *");
  CHECK(parts_of("One.\n\nRead more: Two\n\nThree.") ==
        "lead:One.|boilerplate:Read more: Two|body:Three.");
  // After the credit line the story is over.
  CHECK(parts_of("One.\n\n(Editing by R. Stamm)\n\n* Background: Two.") ==
        "lead:One.|boilerplate:(Editing by R. Stamm)|"
        "boilerplate:* Background: Two.");
}

TEST_CASE("parts: a footer is looked for near the end only") {
  std::string text = "One.\n\nRead more: Two";
  for (int i = 0; i < 6; ++i)
    text += "\n\nThree.";
  CHECK(parts_of(text).find("boilerplate") == std::string::npos);
}

TEST_CASE("parts: a quoted address is of the story") {
  CHECK(parts_of("One.\n\n\u201CWrite to us at help@border.example,\u201D she "
                 "said. Nobody did. The post is closed.") ==
        "lead:One.|body:\u201CWrite to us at help@border.example,\u201D she "
        "said. Nobody did. The post is closed.");
}

TEST_CASE("parts: the article of a web page in the sample's form") {
  const Record record = read_text(
      "Guards round up callers at the river\n\n"
      "The authorities have told the \u201Csignal\u201D office to find all "
      "users of foreign\nphones. As a result,\nvans now stand at the landing.\n"
      "\n"
      "\u201CThe order came in October,\u201D a source said on\nOctober 11.\n\n"
      "The aim is to punish those who fail to reach the number of\n\n"
      "\u201CThey were told \u2018not to sleep\u2019,\u201D the source added.\n"
      "\u201CIf it goes on, nobody will row.\u201D\n\n"
      "Questions or comments about this article? Contact us at "
      "english@uni.example.");
  CHECK(record.title == "Guards round up callers at the river");
  CHECK(parts_of(record.text) ==
        "lead:The authorities have told the \u201Csignal\u201D office to find "
        "all users of foreign phones. As a result, vans now stand at the "
        "landing.|"
        "body:\u201CThe order came in October,\u201D a source said on October "
        "11.|"
        "body:The aim is to punish those who fail to reach the number of|"
        "body:\u201CThey were told \u2018not to sleep\u2019,\u201D the source "
        "added. \u201CIf it goes on, nobody will row.\u201D|"
        "boilerplate:Questions or comments about this article? Contact us at "
        "english@uni.example.");
}

TEST_CASE("parts: the specimen") {
  const char *data = std::getenv("TRITONE_DATA");
  const std::string path = std::string(data == nullptr ? "" : data) +
                           "/specimen/specimen-newswire.txt";
  if (data == nullptr || !std::ifstream(path)) {
    MESSAGE("skipped: no specimen/specimen-newswire.txt in TRITONE_DATA");
    return;
  }
  const Record record = read_text_file(path);
  CHECK(record.problems.empty());
  CHECK(record.title == "NK cracks down on Chinese mobile phone users to "
                        "prevent defections");
  CHECK(record.text.find("As a result, security agents") != std::string::npos);
  PartScratch scratch;
  find_parts(record.text, scratch);
  const std::vector<PartSpan> &parts = scratch.parts;
  REQUIRE(parts.size() == 12);
  CHECK(parts.front().part == Part::lead);
  for (std::size_t i = 1; i < 11; ++i)
    CHECK(parts[i].part == Part::body);
  CHECK(parts.back().part == Part::boilerplate);
  CHECK(record.text.substr(parts.back().begin, 22) == "Questions or comments ");
}

TEST_CASE("parts: a dateline after a title that is in the text") {
  CHECK(parts_of("Bank shuts.\n\nTARSK (HPA) - It shut.\n\nIt rained.") ==
        "lead:Bank shuts.|dateline:TARSK (HPA) -|body:It shut.|"
        "body:It rained.");
  CHECK(parts_of("Bank shuts.\n\nNobody came.\n\nTARSK - It shut.") ==
        "lead:Bank shuts.|body:Nobody came.|body:TARSK - It shut.");
  const std::string lead(201, 'x');
  CHECK(parts_of(lead + "\n\nTARSK (HPA) - It shut.") ==
        "lead:" + lead + "|body:TARSK (HPA) - It shut.");
}

TEST_CASE("parts: a sign-off ends the story") {
  CHECK(parts_of("It shut. REUTER\n\x03") == "lead:It shut.|"
                                             "boilerplate:REUTER\n\x03");
  CHECK(parts_of("TARSK (HPA) - It shut.\n\nIt rained. HPA") ==
        "dateline:TARSK (HPA) -|lead:It shut.|body:It rained.|"
        "boilerplate:HPA");
  CHECK(parts_of("It shut. AFP\n\n(Editing by R. Stamm)") ==
        "lead:It shut.|boilerplate:AFP|boilerplate:(Editing by R. Stamm)");
  CHECK(parts_of("It shut.\n\nREUTER\x03") ==
        "lead:It shut.|boilerplate:REUTER\x03");
  CHECK(parts_of("AFP") == "lead:AFP");
}

TEST_CASE("parts: notes before the story") {
  CHECK(parts_of("Editor's note: an old story.\n\nTARSK (HPA) - It shut.") ==
        "boilerplate:Editor's note: an old story.|dateline:TARSK (HPA) -|"
        "lead:It shut.");
  CHECK(parts_of("Editor's note: an old story.") ==
        "lead:Editor's note: an old story.");
}

TEST_CASE("parts: known lines before and after the story, not inside it") {
  const Known known({"The Ledger", "Buy our tea", "Sun shone."}, {});
  CHECK(parts_of("The Ledger\n\nBUY OUR TEA\n\nIt shut.\n\nThe Ledger\n\n"
                 "It rained.\n\nBuy our\ntea\n\n@ledger",
                 &known) ==
        "boilerplate:The Ledger|boilerplate:BUY OUR TEA|lead:It shut.|"
        "body:The Ledger|body:It rained.|boilerplate:Buy our\ntea|"
        "boilerplate:@ledger");
  CHECK(parts_of("The Ledger", &known) == "lead:The Ledger");
  CHECK(parts_of("Sun shone.\n\nThe Ledger", &known) ==
        "lead:Sun shone.|boilerplate:The Ledger");
  CHECK(parts_of("The Ledger\n\nIt shut.", nullptr) ==
        "lead:The Ledger|body:It shut.");
}
