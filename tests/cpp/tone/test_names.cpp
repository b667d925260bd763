// SPDX-License-Identifier: GPL-2.0-or-later
// Names in sentences, which carry no tone.
#include "tone/names.h"

#include "tone/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

// The tokens of `text` that are names, with a blank between them.
std::string names_in(const std::string &text, bool in_title = false) {
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  const SentenceTokens sentence{text, tokens.data(), tokens.size(), in_title};
  std::vector<Mark> marks;
  find_marks(sentence, marks);
  NameRule rule(sentence, marks);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (rule.is_name(i))
      out += (out.empty() ? "" : " ") + std::string(sentence.at(i));
  return out;
}

} // namespace

TEST_CASE("tone names: a capital inside a sentence") {
  CHECK(names_in("United, the Justice Minister said.") == "Justice Minister");
  CHECK(names_in("the war in Hope county.") == "Hope");
  CHECK(names_in("Él dijo Ámbar ayer.") == "Ámbar");
  CHECK(names_in("no capitals at all.") == "");
  CHECK(names_in("") == "");
}

TEST_CASE("tone names: the first word, after quotes and after dashes") {
  CHECK(names_in("“Good,” he said, “Bad news.”") == "");
  CHECK(names_in("he said 'Bad' and \"Worse\".") == "");
  CHECK(names_in("he said \"bad\" Justice.") == "Justice");
  CHECK(names_in("1. Violence broke out.") == "");
  CHECK(names_in("the town (agency) — Violence broke out.") == "");
  CHECK(names_in("the town (agency) - Violence broke out.") == "");
  CHECK(names_in("the workers' Justice group.") == "Justice");
}

TEST_CASE("tone names: headlines in Title Case and lines in capitals") {
  CHECK(names_in("Storm Kills Five in Brave Town", true) == "");
  CHECK(names_in("Storm kills five in Brave town", true) == "Brave");
  CHECK(names_in("Storm Kills Five in Brave Town") == ""); // no full stop
  // With a full stop all but the small words need a capital.
  CHECK(names_in("Storm Kills Five in Brave Town.") == "");
  CHECK(names_in("Storm Kills Five in Brave Town.’”") == "");
  CHECK(names_in("Storm Kills Five!") == "");
  CHECK(names_in("Storm Kills five in Brave Town.") == "Kills Brave Town");
  CHECK(names_in("He met Prince Brave.") == "Prince Brave");
  // Half is not more than half; words of three letters do not count.
  CHECK(names_in("Storm Kills five people", true) == "Kills");
  CHECK(names_in("Storm Kills Five people", true) == "");
  CHECK(names_in("STORM KILLS 5 IN BRAVE TOWN.") == "");
}

TEST_CASE("tone names: capitals throughout are emphasis") {
  CHECK(names_in("they said GOOD things.") == "");
  CHECK(names_in("it was BAD, a TOTAL DISASTER.") == "");
  CHECK(names_in("it was ÄRGER, they said.") == "");
  CHECK(names_in("the HERO'S end.") == "");
  CHECK(names_in("the UN and the U.S. said.") == "UN U.S.");
  CHECK(names_in("the CEOs saw the G20 of AIDS.") == "CEOs G20 AIDS");
}

TEST_CASE("tone names: won after a number is a currency") {
  CHECK(names_in("it cost 500 won there.") == "won");
  CHECK(names_in("they won 500 there.") == "");
  CHECK(names_in("in 2019 they won.") == "");
}
