// SPDX-License-Identifier: GPL-2.0-or-later
// What a word may do, whichever way it is looked up.
#include "article/voices/describe.h"

#include "text/ascii.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

VoiceToken described(const std::string &before, const std::string &word,
                     const std::string &after) {
  const std::string text = before + word + after;
  VoiceToken token{};
  token.kind = VoiceToken::Kind::word;
  token.begin = static_cast<std::uint32_t>(before.size());
  token.end = static_cast<std::uint32_t>(before.size() + word.size());
  describe_word(text, token);
  return token;
}

} // namespace

TEST_CASE("describe: the same at the end of a text and by its key") {
  for (const char *one :
       {"he", "The", "said", "SAID", "told", "quickly", "fly", "mill", "Monday",
        "Today", "that", "To", "headlined", "themselves", "announced", "Tarsk",
        "a", "reportedly", "acknowledges"}) {
    const std::string word = one;
    CAPTURE(word);
    const VoiceToken a = described("Kim ", word, " and what comes after it");
    const VoiceToken b = described("", word, "");
    VoiceToken c{};
    describe_letters(string_key(text::ascii_lowered(word)), c);
    CHECK(a.capital == text::is_ascii_upper(word[0]));
    CHECK(b.capital == a.capital);
    for (const VoiceToken &other : {b, c}) {
      CHECK(other.roles == a.roles);
      CHECK(other.verb.kind == a.verb.kind);
      CHECK(other.verb.form == a.verb.form);
    }
  }
}

TEST_CASE("describe: roles and verbs") {
  CHECK(described("", "said", " x").verb.kind != text::Saying::none);
  CHECK((described("", "\u00C9mile\u2019s", " mill").roles &
         role::possessive) != 0);
  CHECK(described("", "\u00C9mile", " said").capital);
  CHECK(described("", "didn\u2019t", " x").roles ==
        described("", "didn't", " x").roles);
  CHECK((described("", "extraordinarilyslowly", " x").roles & role::adverb) !=
        0);
  CHECK(described("", "Extraordinarilyslowly", " x").roles == 0);
}
