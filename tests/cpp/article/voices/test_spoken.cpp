// SPDX-License-Identifier: GPL-2.0-or-later
// Which quotations are speech.
#include "article/voices/spoken.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// One letter for each quotation: s for speech, - for none.
std::string spoken(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  find_speech(tokens);
  std::string out;
  for (const VoiceQuote &quote : tokens.quotes)
    out += quote.speech ? 's' : '-';
  return out;
}

} // namespace

TEST_CASE("spoken: speech, titles and scare quotes") {
  CHECK(spoken("\"It rained all night,\" said Ida Holm.") == "s");
  CHECK(spoken("Ida Holm said: \"No.\"") == "s");
  CHECK(spoken("A \"roundup\" of men began.") == "-");
  CHECK(spoken("Her \"Songs of the River\" won a prize.") == "-");
  CHECK(spoken("no marks").empty());
}

TEST_CASE("spoken: names of things and headlines are none") {
  CHECK(spoken("The lack, which officials call \"discipline,\" grew.") == "-");
  CHECK(spoken("What the carriers call \u2018the ants\u2019 cross.") == "-");
  CHECK(spoken("She called it the \u2018lottery\u2019.") == "-");
  CHECK(spoken("She called it \u201Cunfair\u201D.") == "s");
  CHECK(spoken("It was what Holm called \"a river problem.\"") == "s");
  CHECK(spoken("A story headlined \"Fever in town traced to a main\" was "
               "wrong.") == "-");
}

TEST_CASE("spoken: a comma or a stop after the marks, \"that\" before them") {
  CHECK(spoken("\u2018It is safe\u2019, Holm said. \u2018It always "
               "was\u2019.") == "ss");
  CHECK(spoken("Holm said \u201Cthe dam is safe\u201D and that \u201Cnobody "
               "need worry\u201D.") == "ss");
}
