// SPDX-License-Identifier: GPL-2.0-or-later
// Lines that several articles begin or end with.
#include "article/collection/standing_lines.h"

#include "article/collection/repeats.h"

#include "article/parts/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::vector<StandingLine> lines_of(const std::vector<std::string> &texts,
                                   std::uint64_t least, bool backward = false) {
  std::vector<Article> articles(texts.size());
  LineCounter counter;
  LineCounter other;
  std::vector<Span> paragraphs;
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const std::size_t i = backward ? texts.size() - 1 - k : k;
    find_paragraphs(texts[i], paragraphs);
    (k % 2 == 0 ? counter : other)
        .add_article(i, texts[i], exact_hash(texts[i]), paragraphs);
  }
  counter.merge(std::move(other));
  return counter.lines(MemorySource(articles, 16), least);
}

} // namespace

TEST_CASE("standing lines: what begins or ends several articles") {
  const std::vector<std::string> texts{
      "The Ledger, No. 4\n\nRain fell.\n\nCall 555.",
      "The Ledger, No. 5\n\nSun shone.\n\nCall\n777.",
      "Rain fell again.\n\nCALL 123."};
  for (const bool backward : {false, true}) {
    const auto lines = lines_of(texts, 2, backward);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].line == "call 0.");
    CHECK(lines[0].articles == 3);
    CHECK(lines[0].at_end == 3);
    CHECK(lines[0].at_start == 1);
    CHECK(lines[1].line == "the ledger, no. 0");
    CHECK(lines[1].at_start == 2);
  }
  CHECK(lines_of(texts, 4).empty());
  CHECK(lines_of({}, 1).empty());
  CHECK(lines_of({"", "One.", "One."}, 1).empty());
}

TEST_CASE("standing lines: a text that occurs twice counts once") {
  CHECK(lines_of({"One.\n\nTwo.", "One.\n\nTwo."}, 2).empty());
  const auto lines = lines_of({"One.\n\nTwo.\n\nTwo.", "Three.\n\nTwo."}, 2);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].articles == 2);
}

TEST_CASE("standing lines: none from the middle, no long ones") {
  std::string text = "Two.\n\nMiddle.";
  for (int i = 0; i < 7; ++i)
    text += "\n\nEnd.";
  const auto lines = lines_of({"One.\n\n" + text, "Three.\n\n" + text}, 2);
  // "Two." comes after a paragraph that differs: no article is read without it.
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].line == "end.");
  const std::string line(601, 'a');
  CHECK(lines_of({"One.\n\n" + line, "Two.\n\n" + line}, 2).empty());
}
