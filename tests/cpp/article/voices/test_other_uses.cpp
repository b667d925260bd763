// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of saying that give nobody's words.
#include "article/voices/other_uses.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// Of the first verb of saying of a sentence: o for another use, p for a
// passive.
std::string uses(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  const Sentence sentence(text, tokens, tokens.units[0]);
  std::uint32_t verb = 0;
  while (verb < sentence.last() && !sentence.is_verb(verb))
    ++verb;
  REQUIRE(verb < sentence.last());
  return std::string(has_other_use(sentence, verb) ? "o" : "") +
         (is_passive(sentence, verb) ? "p" : "");
}

} // namespace

TEST_CASE("other uses: passives") {
  CHECK(uses("The panels were recognised by a painter.") == "op");
  CHECK(uses("The river is called slow here.") == "op");
  CHECK(uses("The mayor has repeatedly been told to leave.") == "p");
  CHECK(uses("The bank is expected to open.") == "p");
  CHECK(uses("The bank expected to open.").empty());
}

TEST_CASE("other uses: acts") {
  CHECK(uses("She found himself at home.") == "o");
  CHECK(uses("They found her at home.") == "o");
  CHECK(uses("They found her answer false.").empty());
  CHECK(uses("They agreed on a loan.") == "o");
  CHECK(uses("They agreed that it rains.").empty());
  CHECK(uses("She learned to swim.") == "o");
  CHECK(uses("She learned that it rains.").empty());
  CHECK(uses("He asked for water.") == "o");
  CHECK(uses("He asked for whom it rains.") == "o");
  CHECK(uses("He asked whether it rains.").empty());
}

TEST_CASE("other uses: done, and not said") {
  CHECK(uses("The boat was claimed by the sea.") == "op");
  CHECK(uses("The plan, opposed by farmers, failed.") == "o");
  CHECK(uses("He was asked by a reader whether it rains.") == "p");
  CHECK(uses("The wind added to the noise.") == "o");
  CHECK(uses("She added that it rains.").empty());
  CHECK(uses("The index added 0.2 percent.") == "o");
  CHECK(uses("The union claimed 40 seats.") == "o");
  CHECK(uses("The minister showed up late.") == "o");
  CHECK(uses("The grain grew again, thanks to the rain.") == "o");
  CHECK(uses("Two men were admitted to a ward.") == "op");
  CHECK(uses("Two men admitted to theft.").empty());
  CHECK(uses("The judge was confirmed on Monday.") == "op");
  CHECK(uses("It was confirmed that it rains.") == "p");
  CHECK(uses("They could find a way.") == "o");
  CHECK(uses("They find that it rains.").empty());
}

TEST_CASE("other uses: sources that want no name") {
  CHECK(uses("A trader declined to be named.") == "o");
  CHECK(uses("A trader asked not to be identified.") == "o");
  CHECK(uses("A trader declined to sell.").empty());
}
