// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of a sentence are verbs of saying.
#include "article/voices/sentence.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The verbs of saying of a sentence.
std::string verbs(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  std::string out;
  for (const VoiceUnit &unit : tokens.units) {
    const Sentence sentence(text, tokens, unit);
    for (std::uint32_t i = sentence.first(); i < sentence.last(); ++i)
      if (sentence.is_verb(i))
        out += std::string(tokens.at(text, i)) + ";";
  }
  return out;
}

} // namespace

TEST_CASE("sentence: verbs, and nouns that look like them") {
  CHECK(verbs("Ida Holm said that the claims were false.") == "said;");
  CHECK(verbs("They deny it, but the charge was heavy.") == "deny;");
  CHECK(verbs("His answer surprised her.").empty());
  CHECK(verbs("We rule the waves.").empty());
  CHECK(verbs("The court ruled that it rains.") == "ruled;");
}

TEST_CASE("sentence: tokens outside it are nothing") {
  const std::string text = "He said so. Kim left.";
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  REQUIRE(tokens.units.size() == 2);
  const Sentence second(text, tokens, tokens.units[1]);
  CHECK_FALSE(second.has(0, role::pronoun));
  CHECK_FALSE(second.before(second.first(), role::pronoun));
  CHECK_FALSE(second.is_capital(second.last()));
  CHECK(second.is_capital(second.first()));
  CHECK(second.is_text(second.first(), "kim"));
}

TEST_CASE("sentence: numbers before nouns, the other, clauses at the end") {
  CHECK(verbs("His 112 calls made him known.").empty());
  CHECK(verbs("The other said it rains.") == "said;");
  CHECK(verbs("The said man left.").empty());
  CHECK(verbs("Three boats must go home, a court ruled on Monday.") ==
        "ruled;");
  CHECK(verbs("The queen ruled on Monday.").empty());
}
