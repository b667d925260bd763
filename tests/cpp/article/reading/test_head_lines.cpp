// SPDX-License-Identifier: GPL-2.0-or-later
// Titles, and what is above and under them, as the reader of text files has
// them.
#include "article/reading/head_lines.h"
#include "article/reading/read_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The title found above a body; "-" and the whole as text if there is none.
std::string title_of(const std::string &head) {
  const Record record = read_text(head + "\n\nThe bank shut. It rained.\n");
  if (!record.title.empty())
    CHECK(record.text == "The bank shut. It rained.");
  return record.title.empty() ? "-" : record.title;
}

} // namespace

TEST_CASE("head_lines: what a title looks like") {
  for (const char *title :
       {"The mill is shut", "Who shut the mill?", "Shut!", "Licence No. 17",
        "\u201CWe will stay,\u201D says the miller", "The \u2018ants\u2019",
        "Mill to leave the U.S.", "Miller & Sons Inc.", "And then ...",
        "Mill shut (again)", "Mill down 4%",
        "Mill, river, bank: who owns what"})
    CHECK(title_of(title) == title);
  for (const std::string text :
       {"The mill is shut.", "The mill, which is shut,",
        "The mill:", "The mill -", "TARSK, March 3 (HPA) \u2014 The mill is",
        "By Jana Kovel", "* * *",
        "The mill is shut. It will stay shut, the owner told the town "
        "on Monday, and the bank wants its money back before the end "
        "of the year"})
    CHECK(title_of(text) == "-");
  CHECK(title_of(std::string(200, 'x')) == std::string(200, 'x'));
  CHECK(title_of(std::string(201, 'x')) == "-");
}

TEST_CASE("head_lines: a title may be wrapped") {
  CHECK(title_of("The mill is shut and\n  will stay shut") ==
        "The mill is shut and will stay shut");
  CHECK(title_of("One\ntwo\nthree") == "One two three");
  CHECK(title_of("One\ntwo\nthree\nfour") == "-");
  // The words of the text mend it.
  const Record r = read_text("The break-\nwater falls\n\nA breakwater fell.");
  CHECK(r.title == "The breakwater falls");
  // And those of the title mend the text.
  const Record s = read_text("A breakwater falls\n\nThe break-\nwater fell.");
  CHECK(s.text == "The breakwater fell.");
}

TEST_CASE("head_lines: a heading, a source and names under the title") {
  const std::string body = "\n\nThe bank shut, and it rained all day long.\n";
  const auto read = [&](const std::string &head) {
    const Record r = read_text(head + body);
    return r.title + "|" + r.text.substr(0, r.text.find("\n\nThe bank"));
  };
  CHECK(read("Mill shuts in Tarsk\nEleven days of storm end\nMarch 3, 2021") ==
        "Mill shuts in Tarsk|Eleven days of storm end\n\nMarch 3, 2021");
  CHECK(read("Mill shuts in Tarsk\nThe Border Ledger\n3 March 2021") ==
        "Mill shuts in Tarsk|The Border Ledger\n\n3 March 2021");
  CHECK(read("Mill shuts in Tarsk\nVon Jana Kovel\n3. M\u00E4rz 2021") ==
        "Mill shuts in Tarsk|Von Jana Kovel\n\n3. M\u00E4rz 2021");
  CHECK(read("Mill shuts in Tarsk\n3 March 2021 \u2022 5 min read") ==
        "Mill shuts in Tarsk|3 March 2021 \u2022 5 min read");
  // A headline that is wrapped: the next word did not fit, or must follow.
  CHECK(title_of("Mill in Tarsk shuts after forty years of\nStorm and Rain") ==
        "Mill in Tarsk shuts after forty years of Storm and Rain");
  CHECK(title_of("The mayor and the\nMill of Tarsk") ==
        "The mayor and the Mill of Tarsk");
}

TEST_CASE("head_lines: credit lines above the title, marks of a heading") {
  const std::string body = "\n\nThe bank shut.\n\nIt rained.\n";
  const auto read = [&](const std::string &head) {
    const Record r = read_text(head + body);
    return r.title + "|" + r.text;
  };
  const std::string text = "The bank shut.\n\nIt rained.";
  for (const std::string top :
       {"March 3, 2021", "https://ledger.example/2021/03/03/mill",
        "By Jana Kovel"}) {
    CAPTURE(top);
    CHECK(read(top + "\nMill shuts in Tarsk") ==
          "Mill shuts in Tarsk|" + top + "\n\n" + text);
    CHECK(read(top + "\n\nMill shuts in Tarsk") ==
          "Mill shuts in Tarsk|" + top + "\n\n" + text);
  }
  CHECK(read("Title: Mill shuts in Tarsk\nAuthor: Jana Kovel") ==
        "Mill shuts in Tarsk|Author: Jana Kovel\n\n" + text);
  CHECK(read("## Mill shuts in Tarsk") == "Mill shuts in Tarsk|" + text);
  CHECK(read("Mill shuts in Tarsk\n=====") == "Mill shuts in Tarsk|" + text);
  // A day is no title.
  CHECK(read_text("March 3, 2021\n\nThe bank shut.\n\nIt rained.").title == "");
}
