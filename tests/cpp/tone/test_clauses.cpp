// SPDX-License-Identifier: GPL-2.0-or-later
// Clauses of sentences, from their marks.
#include "tone/clauses.h"

#include "tone/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

// One letter a token: w word, n number, c clause, d dash, q quote, . other.
std::string marks_of(const std::string &text) {
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  std::vector<Mark> marks(3, Mark::quote); // what was there must go
  find_marks({text, tokens.data(), tokens.size(), false}, marks);
  REQUIRE(marks.size() == tokens.size());
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    switch (marks[i]) {
    case Mark::clause:
      out += 'c';
      break;
    case Mark::dash:
      out += 'd';
      break;
    case Mark::quote:
      out += 'q';
      break;
    case Mark::none:
      out += tokens[i].kind == TokenKind::word     ? 'w'
             : tokens[i].kind == TokenKind::number ? 'n'
                                                   : '.';
    }
  return out;
}

} // namespace

TEST_CASE("tone clauses: the marks of a clause") {
  CHECK(marks_of("") == "");
  CHECK(marks_of("Yes, no; so: why? oh! a (b) [c] {d}") ==
        "wcwcwcwcwcwcwccwccwc");
  CHECK(marks_of("wait… go") == "wcw");
  CHECK(marks_of("wait... go") == "wcccw");
  CHECK(marks_of("Gen. Kim") == "w.w");
  CHECK(marks_of("and/or 5% of $3") == "w.wn.w.n");
}

TEST_CASE("tone clauses: dashes, but no hyphen inside or at a word") {
  CHECK(marks_of("good—bad") == "wdw");
  CHECK(marks_of("good – bad") == "wdw");
  CHECK(marks_of("good - bad") == "wdw");
  CHECK(marks_of("good--bad") == "wddw");
  CHECK(marks_of("well-known") == "w");
  CHECK(marks_of("pre- and post-war") == "w.ww");
}

TEST_CASE("tone clauses: quotation marks of every kind, apostrophes left out") {
  CHECK(marks_of("a \"b\" c") == "wqwqw");
  CHECK(marks_of("a “b” c") == "wqwqw");
  CHECK(marks_of("a «b» c") == "wqwqw");
  CHECK(marks_of("a ‘b’ c") == "wqwqw");
  CHECK(marks_of("a 'b' c") == "wqwqw");
  CHECK(marks_of("a ``b'' c") == "wqqwqqw");
  CHECK(marks_of("the workers’ hope") == "ww.w");
  CHECK(marks_of("the workers' hope") == "ww.w");
  CHECK(marks_of("they don’t") == "ww");
  CHECK(marks_of("“a ‘b’” c") == "qwqwqqw");
}
