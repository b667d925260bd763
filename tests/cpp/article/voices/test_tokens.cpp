// SPDX-License-Identifier: GPL-2.0-or-later
// Words, marks and quotations as the rules for voices read them.
#include "article/voices/tokens.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// w, n, and marks for each token; | after a sentence.
std::string kinds(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  std::string out;
  for (const VoiceUnit &unit : tokens.units) {
    for (std::size_t i = unit.first; i < unit.last; ++i)
      out += "wn,:;-(qs"[static_cast<int>(tokens.tokens[i].kind)];
    out += "|";
  }
  return out;
}

} // namespace

TEST_CASE("tokens: words and marks") {
  CHECK(kinds("Kim, 45, said: no (yes) \u2014 so; U.S. don't.") ==
        "w,n,w:w(w(-w;ww|");
  CHECK(kinds("He left. She came.") == "ww|ww|");
  CHECK(kinds("caf\u00E9 \u2018so\u2019 it\u2019s") == "wqw|");
  CHECK(kinds("") == "");
}

TEST_CASE("tokens: a quotation is one, with the sentences in it") {
  CHECK(kinds("\"It rained. We left,\" he said. So?") == "qww|w|");
  CHECK(kinds("\u201CIt rained.\u201D He left.") == "q|ww|");
  CHECK(kinds("id=\"12\" x") == "wnw|");
}

TEST_CASE("tokens: what words do") {
  VoiceTokens tokens;
  const std::string text = "Yesterday they quickly told Kim's aide";
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  REQUIRE(tokens.tokens.size() == 6);
  CHECK((tokens.tokens[0].roles & role::time) != 0);
  CHECK((tokens.tokens[1].roles & role::pronoun) != 0);
  CHECK((tokens.tokens[2].roles & role::adverb) != 0);
  CHECK(tokens.tokens[3].verb.kind == text::Saying::speech);
  CHECK((tokens.tokens[4].roles & role::possessive) != 0);
  CHECK(tokens.tokens[4].capital);
}
