// SPDX-License-Identifier: GPL-2.0-or-later
// Which words are verbs of saying.
#include "text/attribution.h"

#include "base/hash.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("attribution: verbs of saying of two kinds") {
  for (const char *word : {"said", "says", "told", "stated", "added"}) {
    CAPTURE(word);
    CHECK(saying(word) == Saying::speech);
    CHECK(is_attribution(word));
  }
  for (const char *word : {"announced", "reported", "confirmed"}) {
    CAPTURE(word);
    CHECK(saying(word) == Saying::report);
    CHECK(is_attribution(word));
  }
  for (const char *word : {"", "sai", "saids", "Said", "released"}) {
    CAPTURE(word);
    CHECK(saying(word) == Saying::none);
    CHECK_FALSE(is_attribution(word));
  }
}

TEST_CASE("attribution: speech inside a text") {
  CHECK(speech_at("he said.", 3) == 4);
  CHECK(speech_at("he told", 3) == 4);
  CHECK(speech_at("according to him", 0) == 12);
  CHECK(speech_at("according", 0) == 0);
  CHECK(speech_at("saids", 0) == 0);
  CHECK(speech_at("said\u00E9", 0) == 0);
  CHECK(speech_at("reported", 0) == 0);
  CHECK(speech_at("", 0) == 0);
}

TEST_CASE("attribution: forms of verbs of saying and thinking") {
  const auto verb = [](const std::string &word) {
    return saying_verb(word, hash_bytes(word));
  };
  CHECK(verb("warned").kind == Saying::say);
  CHECK(verb("warned").form == VerbForm::past);
  CHECK(verb("denies").form == VerbForm::third);
  CHECK(verb("denying").form == VerbForm::ing);
  CHECK(verb("planning").kind == Saying::thought);
  CHECK(verb("thought").form == VerbForm::past);
  CHECK(verb("criticizes").kind == Saying::judge);
  CHECK(verb("informed").addressed);
  CHECK(verb("told").addressed);
  CHECK_FALSE(verb("said").doubtful);
  CHECK(verb("replied").doubtful);
  CHECK(verb("referred").kind == Saying::say);
  CHECK(verb("refered").kind == Saying::none);
  CHECK(verb("agreeing").kind == Saying::thought);
  CHECK_FALSE(is_attribution("warned"));
}
