// SPDX-License-Identifier: GPL-2.0-or-later
// The subjects of verbs of saying, on either side of them.
#include "article/voices/subjects.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

// The subject of the first verb of saying of a sentence: < before one that
// comes after it.
std::string subject(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  const Sentence sentence(text, tokens, tokens.units[0]);
  std::uint32_t verb = 0;
  while (verb < sentence.last() && !sentence.is_verb(verb))
    ++verb;
  REQUIRE(verb < sentence.last());
  const std::vector<VoiceClause> none;
  const Subject found = SubjectFinder(sentence, none).find_subject(verb);
  if (found.subject.empty())
    return "";
  const std::size_t begin = tokens.tokens[found.subject.first].begin;
  return (found.inverted ? "<" : "") +
         text.substr(begin, tokens.tokens[found.subject.last - 1].end - begin);
}

} // namespace

TEST_CASE("subjects: before the verb and after it") {
  CHECK(subject("On Monday Ida Holm said it rains.") == "Ida Holm");
  CHECK(subject("Per Holm, a trader from Tarsk, said it rains.") == "Per Holm");
  CHECK(subject("It rains, said Ida Holm in a letter.") == "<Ida Holm");
  CHECK(subject("Ida Holm left, saying it rains.") == "Ida Holm");
}

TEST_CASE("subjects: the first name where no verb gives one") {
  const std::string text = "After the talks, Ida Holm smiled: no";
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  const TokenRange name = first_name(text, tokens, tokens.units[0], 6);
  REQUIRE_FALSE(name.empty());
  CHECK(text.substr(tokens.tokens[name.first].begin, 8) == "Ida Holm");
}

TEST_CASE("subjects: an office is an apposition, what has a verb no subject") {
  CHECK(subject("Ida Holm, director of the mill in Tarsk, said the town had a "
                "share in it.") == "Ida Holm");
  CHECK(subject("Nils Holm, who drives a van, found his tyres "
                "let down on Monday.") == "Nils Holm");
}
