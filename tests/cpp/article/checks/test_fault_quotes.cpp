// SPDX-License-Identifier: GPL-2.0-or-later
// Quotation marks that are open or mixed, and customs that are neither.
#include "article/checks/fault_quotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::vector<Finding> found(const std::string &text) {
  std::vector<Finding> out;
  find_quotes(text, out);
  return out;
}

} // namespace

TEST_CASE("quotes: right ones") {
  for (const char *text :
       {"", "No marks. It's 'fine'.", "\"Rain,\" he said. \"More.\"",
        "\u201CRain,\u201D he said.", "\u201CRain, \u2018so\u2019\u201D",
        // Every paragraph begins with a mark of its own.
        "\u201COne.\n\n\u201CTwo.\n\n\u201CThree.\u201D", "\"One.\n\n\"Two.\"",
        // Or only the first has one.
        "\"One.\n\nTwo.\n\nThree,\" he said.", "\u201COne.\n\nTwo.\u201D",
        // Other customs.
        "\u201ERegen\u201C, sagte er. \u201EMehr.\u201C",
        "\u201DRegn\u201D, sade han.", "A plank of 6' 2\" and a pipe.",
        "\"In 1990\" he said."}) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}

TEST_CASE("quotes: without end or beginning") {
  auto f = found("\u201CRain, he said.");
  REQUIRE(f.size() == 1);
  CHECK(f[0].fault == Fault::open_quote);
  CHECK(f[0].begin == 0);
  CHECK(f[0].end == 3);
  f = found("Rain,\u201D he said. \u201CMore.\u201D");
  REQUIRE(f.size() == 1);
  CHECK(f[0].begin == 5);
  CHECK(f[0].detail == "ends what did not begin");
  f = found("\"Rain,\" he said. \"More.\n\nHe left.");
  REQUIRE(f.size() == 1);
  CHECK(f[0].begin == 17);
  // Too far for one quotation.
  CHECK(found("\"One.\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n\nTwo.\"").size() == 2);
}

TEST_CASE("quotes: two kinds") {
  const auto f = found("\"Rain,\" he said. \u201CMore.\u201D");
  REQUIRE(f.size() == 1);
  CHECK(f[0].fault == Fault::mixed_quotes);
  CHECK(f[0].begin == Finding::kNowhere);
  CHECK(f[0].detail == "2 straight, 2 curly");
}

TEST_CASE("quotes: many faults are not all reported") {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += "Rain.\u201D\n\n";
  text += "\u201CSo.\u201D";
  CHECK(found(text).size() == kMaxPlaces);
}

TEST_CASE("quotes: a mark without a partner is whole, in any language") {
  const std::string text = "\u201DRegn\u201D, sade han. \u201DMer.";
  const auto f = found(text);
  REQUIRE(f.size() == 1);
  CHECK(f[0].fault == Fault::open_quote);
  CHECK(text.substr(f[0].begin, f[0].end - f[0].begin) == "\u201D");
}
