// SPDX-License-Identifier: GPL-2.0-or-later
// Short forms that a text explains, and their counts over articles.
#include "article/collection/acronyms.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string found(std::string_view text) {
  std::vector<Acronym> all;
  find_acronyms(text, all);
  std::string out;
  for (const Acronym &one : all)
    out += (out.empty() ? "" : "|") + one.short_form + '=' + one.long_form;
  return out;
}

} // namespace

TEST_CASE("acronyms: in brackets after the long form") {
  CHECK(found("The Halvera Press Agency (HPA) said so.") ==
        "HPA=Halvera Press Agency");
  CHECK(found("The Halvera Press Agency [HPA] said so.") ==
        "HPA=Halvera Press Agency");
  CHECK(found("the\nHalvera  Press\nAgency ( H.P.A. ) said") ==
        "HPA=Halvera Press Agency");
  CHECK(found("The Bureau of Mines and Rivers (BMR) said") ==
        "BMR=Bureau of Mines and Rivers");
  CHECK(found("Food and Agriculture Office (FAO)") ==
        "FAO=Food and Agriculture Office");
  CHECK(found("The Kessa Electric Power Corporation (KEPCO) said") ==
        "KEPCO=Kessa Electric Power Corporation");
  CHECK(found("a non-governmental organisation (NGO)") ==
        "NGO=non-governmental organisation");
  CHECK(found("non-governmental organisations (NGOs)") ==
        "NGO=non-governmental organisations");
  CHECK(found("the Halvera State Press Agency (HPA)") ==
        "HPA=Halvera State Press Agency");
  CHECK(found("the Halvera Press Agency\u2019s (HPA) men") ==
        "HPA=Halvera Press Agency");
  CHECK(found("Group of 20 (G20)") == "");
  CHECK(found("One Bank (OB) and Two Mills (TM).") ==
        "OB=One Bank|TM=Two Mills");
}

TEST_CASE("acronyms: the long form in brackets") {
  CHECK(found("HPA (Halvera Press Agency) said") == "HPA=Halvera Press Agency");
  CHECK(found("HPA (the Halvera Press Agency) said").empty());
  CHECK(found("HPA (Halvera) said").empty());
  CHECK(found("HPA (which is a Halvera Press Agency) said").empty());
}

TEST_CASE("acronyms: what is not one") {
  for (const std::string text :
       {"", "(", ")", "()", "(HPA", "HPA)", "(HPA)", "Agency (HPA)",
        "TARSK, March 3 (HPA) \u2014 Rain fell.", "Jana Kovel (R-Osm.)",
        "Halvera. Press Agency (HPA)", "\u201CHalvera\u201D Press Agency (HPA)",
        "Halvera (a state) Press Agency (HPA)", "many people here (below)",
        "the Two big old new Press Agency (HTPA)", "at 10 (20)",
        "Halvera Press Agency (HPA]", "((((((((((", "\xFF\xFE (HPA)"})
    CHECK_MESSAGE(found(text).empty(), text);
}

TEST_CASE("acronyms: hard cases end quickly") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += i % 2 == 0 ? "ab " : "aab ";
  CHECK_FALSE(found(text + "(AAAAAAAAAA)").empty());
  CHECK(found(text + "(BAAAAAAAAA)").empty());
}

TEST_CASE("acronyms: counts over articles, in any order") {
  const std::vector<std::string> texts{
      "Halvera Press Agency (HPA). The HALVERA press agency (HPA).",
      "Halvera Press Agency (HPA)", "Hill Path Association (HPA)",
      "One Bank (OB)"};
  AcronymCounter forward;
  AcronymCounter backward;
  AcronymCounter rest;
  for (const std::string &text : texts)
    forward.add_article(text);
  backward.add_article(texts[3]);
  backward.add_article(texts[2]);
  rest.add_article(texts[1]);
  rest.add_article(texts[0]);
  backward.merge(std::move(rest));
  for (const AcronymCounter *counter : {&forward, &backward}) {
    const std::vector<AcronymCount> counts = counter->counts();
    REQUIRE(counts.size() == 3);
    CHECK(counts[0].short_form == "HPA");
    CHECK(counts[0].long_form == "HALVERA press agency");
    CHECK(counts[0].count == 3);
    CHECK(counts[0].articles == 2);
    CHECK(counts[1].long_form == "Hill Path Association");
    CHECK(counts[2].short_form == "OB");
  }
}
