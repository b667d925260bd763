// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of saying, their subjects, and what they give.
#include "article/voices/clauses.h"
#include "article/voices/spoken.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// "subject|cue|content" for each clause of a sentence.
std::string clauses(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  find_speech(tokens);
  std::vector<VoiceClause> found;
  std::string out;
  const auto words = [&](TokenRange range) {
    if (range.empty())
      return std::string();
    const std::size_t begin = tokens.tokens[range.first].begin;
    return text.substr(begin, tokens.tokens[range.last - 1].end - begin);
  };
  for (const VoiceUnit &unit : tokens.units) {
    find_clauses(text, tokens, unit, found);
    for (const VoiceClause &clause : found)
      out += words(clause.subject) + "|" + words(clause.cue) + "|" +
             words(clause.content[0]) + ";";
  }
  return out;
}

} // namespace

TEST_CASE("clauses: subjects") {
  CHECK(clauses("Ida Holm has repeatedly said that it rains.") ==
        "Ida Holm|said|it rains;");
  CHECK(clauses("Per Holm, who lives in Tarsk, said it rains.") ==
        "Per Holm|said|it rains;");
  CHECK(clauses("Ida Holm (Tarsk) said it rains.") ==
        "Ida Holm (Tarsk)|said|it rains;");
  CHECK(clauses("Ida Holm, clad in red, said the dam could break.") ==
        "Ida Holm|said|the dam could break;");
  CHECK(clauses("It rains, said former mayor Per Holm on Monday.") ==
        "former mayor Per Holm|said|It rains;");
}

TEST_CASE("clauses: whom is spoken to is no speaker and not said") {
  CHECK(clauses("Ida Holm told Daily Post that it rains.") ==
        "Ida Holm|told|it rains;");
  CHECK(clauses("Ida Holm told him it rains.") == "Ida Holm|told|it rains;");
}

TEST_CASE("clauses: nouns that look like verbs") {
  CHECK(clauses("The claims were false.").empty());
  CHECK(clauses("Their plans failed.").empty());
  CHECK(clauses("The reported case was mild.").empty());
}

TEST_CASE("clauses: two sentences in one") {
  CHECK(clauses("Ida Holm said it rains, and Per Holm said it snows.") ==
        "Ida Holm|said|it rains;Per Holm|said|it snows;");
}

TEST_CASE("clauses: a label before a colon") {
  CHECK(clauses("Daily Post: The dam is safe") ==
        "Daily Post||The dam is safe;");
}

TEST_CASE("clauses: words end at the next attribution, whoever it is of") {
  CHECK(clauses("Ida Holm wanted the transfer, a person close to the mayor "
                "said.") == "Ida Holm|wanted|the transfer;a person close to "
                            "the mayor|said|Ida Holm wanted the transfer;");
  CHECK(clauses("Engineers had asked why it leaks, according to a letter.") ==
        "Engineers|asked|why it leaks;a letter|according to|Engineers had "
        "asked why it leaks;");
}

TEST_CASE("clauses: to whom and to do what") {
  CHECK(clauses("In Tarsk, Ida Holm told her men to carry on.") ==
        "Ida Holm|told|to carry on;");
  CHECK(clauses("Ida Holm told a committee of the house that it rains.") ==
        "Ida Holm|told|it rains;");
}

TEST_CASE("clauses: whom something is done to does not speak") {
  CHECK(clauses("Ida Holm was told that it rains.") == "|told|it rains;");
}

TEST_CASE("clauses: months and names that look like auxiliaries") {
  CHECK(clauses("\"It rains hard,\" she said on a bright morning in May, with "
                "two boys on board.") == "she|said|\"It rains hard,\";");
  CHECK(clauses("It rains, the mayor told the Today programme.") ==
        "the mayor|told|It rains;");
}

TEST_CASE("clauses: as somebody said") {
  CHECK(clauses("As Ida Holm said, the dam was safe.") ==
        "Ida Holm|said|the dam was safe;");
}
