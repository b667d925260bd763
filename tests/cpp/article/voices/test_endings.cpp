// SPDX-License-Identifier: GPL-2.0-or-later
// Where the words end that a verb of saying gives.
#include "article/voices/endings.h"

#include "article/voices/spoken.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// What comes after the first verb of saying, up to its end.
std::string words(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  find_speech(tokens);
  const Sentence sentence(text, tokens, tokens.units[0]);
  std::uint32_t verb = 0;
  while (verb < sentence.last() && !sentence.is_verb(verb))
    ++verb;
  REQUIRE(verb < sentence.last());
  const std::vector<VoiceClause> none;
  const Subject found = SubjectFinder(sentence, none).find_subject(verb);
  const std::uint32_t end =
      content_end(sentence, verb, found, verb + 1, verb + 1);
  REQUIRE(end > verb);
  const std::size_t begin = tokens.tokens[verb].end;
  return text.substr(begin, tokens.tokens[end - 1].end - begin);
}

} // namespace

TEST_CASE("endings: a name ends with its marks") {
  CHECK(words("She called it the \u2018river lottery\u2019 and would not "
              "play.") == " it the \u2018river lottery\u2019");
  CHECK(words("The mayor described the raids as \u201Ca net without a "
              "mesh\u201D and left.") ==
        " the raids as \u201Ca net without a mesh\u201D");
  CHECK(words("It is what people call it, and nobody minds.").empty());
  CHECK(words("She called for calm, and they left.") == " for calm");
}

TEST_CASE("endings: a noun ends with the next clause, speech does not") {
  CHECK(words("The mill ordered four boats in June, when it was dry, and sold "
              "them.") == " four boats in June");
  CHECK(words("Holm wants a bridge; the river is wide.") == " a bridge");
  CHECK(words("Holm said it rains, and that nobody minds.") ==
        " it rains, and that nobody minds");
}

TEST_CASE("endings: a whole quotation, an opening, a relative clause") {
  CHECK(words("They shouted \"Which river?\" and the talk was over.") ==
        " \"Which river?\"");
  CHECK(words("Asked about the dam, Holm smiled.") == " about the dam");
  CHECK(words("Per Holm, who said it rains, left.") == " it rains");
}
