// SPDX-License-Identifier: GPL-2.0-or-later
// Capitals, figures, hard wraps, and all rules together on one article.
#include "article/checks/faults.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::vector<Finding> found(const std::string &text,
                           const std::string &title = "") {
  Article article;
  article.text = text;
  article.title = title;
  FaultFinder finder;
  std::vector<Finding> out;
  finder.find(article, out);
  return out;
}

bool has(const std::vector<Finding> &all, Fault fault) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Finding &f) { return f.fault == fault; });
}

const std::string kStory =
    "The river at Tarsk rose by two metres on Monday and the council asked "
    "people in the lower town to leave their houses.\n\nNobody was hurt, the "
    "mayor said.";

} // namespace

TEST_CASE("faults: a clean article has none") {
  CHECK(found(kStory, "River rises at Tarsk").empty());
  CHECK(found("").empty());
  CHECK(found("Rain.").empty());
  Article missing;
  missing.missing = true;
  FaultFinder finder;
  std::vector<Finding> out;
  finder.find(missing, out);
  CHECK(out.empty());
}

TEST_CASE("faults: titles have damage too") {
  const auto f = found(kStory, "River &amp; town");
  REQUIRE(f.size() == 1);
  CHECK(f[0].in_title);
  CHECK(f[0].fault == Fault::entity);
  CHECK(f[0].begin == 6);
  CHECK(f[0].detail == "&amp; for &");
}

TEST_CASE("faults: damage of each kind") {
  CHECK(has(found("It\u00E2\u20AC\u2122s rain"), Fault::mojibake));
  CHECK(has(found("It\u0092s rain"), Fault::control));
  CHECK(has(found("FranA\u0303\u0083A\u0302\u00A7ois"), Fault::mojibake));
  CHECK(has(found("It\uFFFDs rain"), Fault::replacement));
}

TEST_CASE("faults: wraps, but no lists or tables") {
  CHECK(has(found("The river at Tarsk rose by two metres on\nMonday and the "
                  "council asked people in\nthe lower town to leave their "
                  "houses\nbefore the night. Nobody was hurt."),
            Fault::hard_wraps));
  CHECK_FALSE(has(found("Scores:\n- Tarsk two\n- Ishl three\n- Varn four"),
                  Fault::hard_wraps));
  CHECK_FALSE(has(found("One paragraph.\nAnother paragraph.\nA third one."),
                  Fault::hard_wraps));
  CHECK(has(found("Rates follow.\n\nTarsk   1.25  2.50  3.75\nIshl    1.30  "
                  "2.60  3.80\nVarn    1.35  2.70  3.90"),
            Fault::figures));
}

TEST_CASE("faults: capitals and figures") {
  CHECK(has(found("THE RIVER AT TARSK ROSE BY TWO METRES ON MONDAY AND THE "
                  "COUNCIL ASKED PEOPLE TO LEAVE."),
            Fault::all_caps));
  CHECK_FALSE(has(found("RIVER AT TARSK"), Fault::all_caps));
  CHECK(has(found("12.5 13.5 14.5 1,250 1,300 1,400 April 12.5 13.5 1,200 "
                  "1,300 1,400 1,500 1,600 May 12 13 14 15 16"),
            Fault::figures));
}

TEST_CASE("faults: small letters, and no full stops") {
  const std::string small =
      "the river at tarsk rose by two metres on monday and the council asked "
      "people in the lower town to leave their houses nobody was hurt said the "
      "mayor of the town";
  const auto all = found(small);
  REQUIRE(all.size() == 1);
  CHECK(all[0].fault == Fault::lower_case);
  CHECK(all[0].detail == "all in small letters, without full stops");
  // With its stops, whether it is cut off can be said again.
  const auto stops = found(small + ". nobody was hurt. it then rained and");
  REQUIRE(stops.size() == 2);
  CHECK(stops[0].detail == "all in small letters");
  CHECK(has(stops, Fault::cut_off));
  CHECK_FALSE(
      has(found(small + "\nand it rained\nall day"), Fault::hard_wraps));
  CHECK_FALSE(has(found("the river at tarsk"), Fault::lower_case));
  std::string spoken;
  for (int i = 0; i < 40; ++i)
    spoken += "And then Anna said ";
  CHECK(has(found(spoken), Fault::no_stops));
  CHECK_FALSE(has(found(spoken), Fault::cut_off));
  CHECK_FALSE(has(found(spoken + "x. y. z. And"), Fault::no_stops));
  CHECK(has(found("And then Anna said that it had rained all day in Tarsk and "
                  "in the lower town, where the river rose and"),
            Fault::cut_off));
  // Chinese has no capitals.
  std::string chinese;
  for (int i = 0; i < 50; ++i)
    chinese += "\u6e21\u8f6e\u6062\u590d\u4e86\u3002";
  CHECK(found(chinese).empty());
}

TEST_CASE("faults: every fault has a name") {
  for (std::size_t i = 0; i < kFaults; ++i)
    for (std::size_t j = 0; j < i; ++j)
      CHECK(std::string(fault_name(static_cast<Fault>(i))) !=
            fault_name(static_cast<Fault>(j)));
}
