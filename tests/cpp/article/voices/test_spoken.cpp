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
