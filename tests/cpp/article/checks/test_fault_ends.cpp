// SPDX-License-Identifier: GPL-2.0-or-later
// Which stories and paragraphs are cut off, and which only look so.
#include "article/checks/fault_ends.h"

#include "text/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::vector<Finding> found(const std::string &text) {
  std::vector<Finding> out;
  find_ends(text, out);
  return out;
}

const std::string kStory =
    "The river at Tarsk rose by two metres on Monday and the council asked "
    "people in the lower town to leave their houses.\n\nNobody was hurt, the "
    "mayor said.";

} // namespace

TEST_CASE("ends: of the story") {
  const auto cut = [](const std::string &tail) {
    return !found(kStory + tail).empty();
  };
  CHECK_FALSE(cut(""));
  CHECK_FALSE(cut("\n\nThe council \u201Cwill meet again on Tuesday.\u201D"));
  CHECK_FALSE(cut("\n\nThe council will meet again on (Tuesday)."));
  CHECK_FALSE(cut("\n\n-30-"));
  CHECK_FALSE(cut("\n\nJan Kessa"));
  CHECK_FALSE(cut("\n\nNewsroom: desk@hpa.example"));
  CHECK_FALSE(cut("\n\nWrite to the people who made this at desk@hpa.example"));
  CHECK_FALSE(cut("\n\nTarsk Council Closes Lower Town Until Tuesday"));
  CHECK(cut("\n\nThe council will meet again on"));
  CHECK(cut("\n\nThe council will meet again on Tuesday,"));
  CHECK(cut(" The council will meet again \u2026"));
  CHECK(cut("\n\nThe council..."));
  CHECK(cut("\n\nThe council will meet again on\n\nJan Kessa"));
  // Hard wraps: the last line may be short.
  CHECK_FALSE(cut("\nThe council will meet again in the large hall of the "
                  "town\non Tuesday."));
  const auto f = found(kStory + " The council will meet again on");
  REQUIRE(f.size() == 1);
  CHECK(f[0].end == kStory.size() + 31);
}

TEST_CASE("ends: of paragraphs") {
  const std::string more = "\n\n" + kStory;
  const auto f =
      found("The council will meet again on the day that the" + more);
  REQUIRE(f.size() == 1);
  CHECK(f[0].fault == Fault::cut_off);
  CHECK(f[0].end == 47);
  CHECK(found("The guard told him that it was all the neighbours'" + more)
            .size() == 1);
  CHECK(found("They left the town, the river, the cows, the houses," + more)
            .size() == 1);
  for (const char *text :
       {"Rain in the lower town", "What Became Of The Lower Town And Its Cows",
        "- the council will meet again on the day that suits",
        "1. the council will meet again on the day that suits",
        "(Reporting by some people of the house in the town)",
        "The council will meet again on the day that they chose:"}) {
    CAPTURE(text);
    CHECK(found(text + more).empty());
  }
  CHECK(found("The council will meet again on the day that the\n\nriver "
              "falls." +
              more)
            .empty());
  CHECK(found("").empty());
  CHECK(found("\n\n\n").empty());
}

// The check and the unwrapping of lines ask the same question.
TEST_CASE("ends: every mark that may close a sentence") {
  for (const char *mark : {"\"", "'", ")", "]", "\u2019", "\u201D", "\u201C",
                           "\u00BB", "\u00AB", "\u203A", "\uFF02"}) {
    CAPTURE(mark);
    const std::string tail = std::string("The town will wait for it.") + mark;
    CHECK(found(kStory + "\n\n" + tail).empty());
    CHECK(text::line_ends_sentence(tail));
  }
}
