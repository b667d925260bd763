// SPDX-License-Identifier: GPL-2.0-or-later
// Which characters are quotation marks, and what comes after one.
#include "text/quotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// The quotations of a text in brackets, each after its depth: ? where it is not
// closed, > where the next paragraph goes on with it.
std::string quotations(const std::string &text) {
  std::vector<Quotation> found;
  find_quotations(text, found);
  std::string out;
  for (const Quotation &q : found) {
    CHECK(q.begin < q.inner_begin);
    CHECK(q.inner_end <= q.end);
    CHECK((q.closed ? q.inner_end < q.end : q.inner_end == q.end));
    out += std::to_string(q.depth) + "[" +
           text.substr(q.inner_begin, q.inner_end - q.inner_begin) + "]";
    out += q.goes_on ? ">" : q.closed ? "" : "?";
  }
  return out;
}

} // namespace

TEST_CASE("quotes: pairs of every kind") {
  for (const char *text :
       {"He: \"Rain\" x", "He: \u201CRain\u201D x", "He: \u201ERain\u201C x",
        "He: \u201ERain\u201D x", "He: \u201DRain\u201D x",
        "He: \u2018Rain\u2019 x", "He: \u201ARain\u2018 x",
        "He: \u00ABRain\u00BB x", "He: \u00BBRain\u00AB x",
        "He: \u00BBRain\u00BB x", "He: \u2039Rain\u203A x",
        "He: \u203ARain\u2039 x", "He: ``Rain'' x", "He: ''Rain'' x",
        "He: ``Rain\" x"}) {
    CAPTURE(text);
    CHECK(quotations(text) == "0[Rain]");
  }
}

TEST_CASE("quotes: several, nested and none") {
  CHECK(quotations("\"A,\" he said. \"B.\"") == "0[A,]0[B.]");
  CHECK(quotations("\u201CA \u2018b\u2019 c\u201D") ==
        "0[A \u2018b\u2019 c]1[b]");
  CHECK(quotations("\u201CA \"b\" c\u201D d") == "0[A \"b\" c]1[b]");
  CHECK(quotations("\u00ABA \u201Cb\u201D\u00BB") == "0[A \u201Cb\u201D]1[b]");
  // The inner one is not closed, the outer one is.
  CHECK(quotations("\u201CA \u2018b\u201D c") == "0[A \u2018b]1[b]?");
  CHECK(quotations("It's the town\u2019s, a 6' 2\" plank.").empty());
  CHECK(quotations("Rain\u201D he said.").empty());
  CHECK(quotations("").empty());
  CHECK(quotations("\"In 1990\" he") == "0[In 1990]");
}

TEST_CASE("quotes: over paragraphs") {
  CHECK(quotations("\u201CA.\n\n\u201CB.\u201D x") == "0[A.]>0[B.]");
  CHECK(quotations("\"A.\n\n\"B.\" x") == "0[A.]>0[B.]");
  CHECK(quotations("\u00ABA.\n \n\u00ABB.\u00BB") == "0[A.]>0[B.]");
  CHECK(quotations("\u201CA.\n\nB \u201CC.\u201D") == "0[A.]?0[C.]");
  CHECK(quotations("\u201CA. \n\n\"B.\"") == "0[A.]?0[B.]");
  CHECK(quotations("\u201CA\nb.\u201D") == "0[A\nb.]");
}

TEST_CASE("quotes: characters around sentences") {
  for (const char32_t c : std::u32string(U"\"')]\u2019\u201C\u201D\u00AB"
                                         U"\u00BB\u203A"))
    CHECK(may_follow_sentence(c));
  for (const char32_t c : std::u32string(U"([.,a \u2039"))
    CHECK_FALSE(may_follow_sentence(c));
  CHECK(is_after_quote("\"a", 1));
  CHECK(is_after_quote("'a", 1));
  CHECK(is_after_quote("\u201Ea", 3));
  CHECK(is_after_quote("\u00ABa", 2));
  CHECK_FALSE(is_after_quote("\u00BBa", 2));
  CHECK_FALSE(is_after_quote("\"a", 0));
  CHECK_FALSE(is_after_quote("xa", 1));
}

TEST_CASE("quotes: a mark without its partner") {
  const auto unpaired = [](const std::string &text) {
    std::vector<QuoteMark> marks;
    find_quote_marks(text, marks);
    const QuoteMark *const mark =
        unpaired_mark(marks.data(), marks.data() + marks.size());
    return mark == nullptr ? -1 : static_cast<int>(mark->at);
  };
  CHECK(unpaired("\"a\"") == -1);
  CHECK(unpaired("\"a\" \"b") == 4);
  CHECK(unpaired("a\u201D \u201Cb\u201D") == 1);
  CHECK(unpaired("6\" wide") == -1);
  CHECK(begins_with_quote("\n \u201Ea", 0));
  CHECK_FALSE(begins_with_quote("\na\"", 0));
}

TEST_CASE("quotes: a lost mark does not turn those that follow") {
  CHECK(quotations("He said \"A. \"B,\" he said.") == "0[A. ]?0[B,]");
  CHECK(quotations("A,\" he said. \"B.\"") == "0[B.]");
  CHECK(quotations("\u201CA. \u201CB,\u201D he said.") == "0[A. ]?0[B,]");
  CHECK(quotations("\u201CA \u201Cb\u201D c\u201D d") ==
        "0[A \u201Cb\u201D c]1[b]");
}

TEST_CASE("quotes: apostrophes are no marks") {
  CHECK(quotations("The '90s were 'great,' he said.") == "0[great,]");
  CHECK(quotations("Rock 'n' roll, 'em and 'tis.").empty());
  CHECK(quotations("'The workers' union agreed,' he said.") ==
        "0[The workers' union agreed,]");
  CHECK(quotations("\u2018The workers\u2019 union agreed,\u2019 he") ==
        "0[The workers\u2019 union agreed,]");
  CHECK(quotations("Don't 'lectrify the \"big\" barn.") == "0[big]");
  CHECK(quotations("\u201CA \u2018Those are scary.'\u201D") ==
        "0[A \u2018Those are scary.']1[Those are scary.]");
}

TEST_CASE("quotes: inches inside a quotation do not end it") {
  CHECK(quotations("He said: \"The board is 12\" long,\" and left. \"Yes.\"") ==
        "0[The board is 12\" long,]0[Yes.]");
  CHECK(quotations("The plank, \"12\" long,\" said Kim, was cut.") ==
        "0[12\" long,]");
  CHECK(quotations("\"It was 12\" wide and 6\" thick,\" she said. \"Yes.\"") ==
        "0[It was 12\" wide and 6\" thick,]0[Yes.]");
  CHECK(quotations("\"I saw a 5'6\" man.\" He left.") ==
        "0[I saw a 5'6\" man.]");
  CHECK(quotations("A 24\" screen. \"It is cheap,\" he said.") ==
        "0[It is cheap,]");
  CHECK(quotations("\"The 24\" one,\" he said, \"and the 32\" one.\"") ==
        "0[The 24\" one,]0[and the 32\" one.]");
  // No inches: numbers at the end of what is quoted, years, the next paragraph.
  CHECK(quotations("It was \"12\" and then \"13\" of them.") == "0[12]0[13]");
  CHECK(quotations("\"I was 12\" he said. \"Then I left.\"") ==
        "0[I was 12]0[Then I left.]");
  CHECK(quotations("\"It was in 1990\" he said, and left.\"") ==
        "0[It was in 1990]");
  CHECK(quotations("\"I was 12\" he said.\n\nHe left.\" x") == "0[I was 12]");
}

TEST_CASE("quotes: corners, full width, marks typed the wrong way round") {
  CHECK(quotations("\u300CRain,\u300D he said, \u300Cand \u300Esnow\u300F"
                   "\u300D.") == "0[Rain,]0[and \u300Esnow\u300F]1[snow]");
  CHECK(quotations("\uFF02Rain,\uFF02 he said.") == "0[Rain,]");
  CHECK(quotations("\u201CRain,\u201C he said. \u201CSnow.\u201C") ==
        "0[Rain,]0[Snow.]");
  CHECK(quotations("\u201CRain,\u201D he said. \u201DSnow.\u201D") ==
        "0[Rain,]0[Snow.]");
}
