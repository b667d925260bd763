// SPDX-License-Identifier: GPL-2.0-or-later
// Whom a mention stands for, and when the text does not decide it.
#include "article/voices/speakers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

// What the last of the mentions stands for, and on which basis.
std::string speaker(const std::string &text,
                    const std::vector<std::string> &mentions) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  std::vector<text::Span> spans;
  std::size_t from = 0;
  for (const std::string &mention : mentions) {
    const std::size_t at = text.find(mention, from);
    REQUIRE(at != std::string::npos);
    spans.push_back({at, at + mention.size()});
    from = at + mention.size();
  }
  std::vector<Speaker> found;
  find_speakers(text, tokens, spans, found);
  REQUIRE(found.size() == mentions.size());
  const Speaker &last = found.back();
  return text.substr(last.name.begin, last.name.end - last.name.begin) + "/" +
         basis_name(last.basis);
}

} // namespace

TEST_CASE("speakers: surnames with and without a title") {
  CHECK(speaker("Ida Holm left. Holm spoke.", {"Ida Holm", "Holm"}) ==
        "Ida Holm/surname");
  CHECK(speaker("Ida Holm left. Mrs. Holm spoke.", {"Mrs. Holm"}) ==
        "Ida Holm/surname");
  CHECK(speaker("Ida Holm and Nils Holm left. Then Holm spoke.",
                {"Ida Holm", "Nils Holm", "Holm"}) == "Holm/unclear");
  CHECK(speaker("Then Holm spoke.", {"Holm"}) == "Holm/mention");
}

TEST_CASE("speakers: pronouns only where nobody else is named") {
  CHECK(speaker("Ida Holm left. She spoke.", {"Ida Holm", "She"}) ==
        "Ida Holm/pronoun");
  CHECK(speaker("Ida Holm left. Tessa Lorne came. She spoke.",
                {"Ida Holm", "She"}) == "She/unexplained");
  CHECK(speaker("Mr. Holm left. She spoke.", {"Mr. Holm", "She"}) ==
        "She/unexplained");
  CHECK(speaker("He spoke.", {"He"}) == "He/unexplained");
}

TEST_CASE("speakers: acronyms and descriptions") {
  CHECK(speaker("The Tarsk River Board [TRB] met. The TRB spoke.",
                {"The TRB"}) == "Tarsk River Board/acronym");
  CHECK(speaker("NATO spoke.", {"NATO"}) == "NATO/mention");
  CHECK(speaker("A trader left. The trader spoke.",
                {"A trader", "The trader"}) == "A trader/description");
  CHECK(speaker("A trader in Tarsk left, a trader from Vister too. The trader "
                "spoke.",
                {"A trader in Tarsk", "a trader from Vister", "The trader"}) ==
        "The trader/unclear");
}

TEST_CASE("speakers: no mention") {
  VoiceTokens tokens;
  std::vector<Speaker> found;
  find_speakers("x", tokens, {{0, 0}}, found);
  REQUIRE(found.size() == 1);
  CHECK(found[0].basis == SpeakerBasis::none);
}

TEST_CASE("speakers: he who was spoken of is not she") {
  CHECK(speaker("Ida Holm spoke. Ole Lund spoke. he said. she said.",
                {"Ida Holm", "Ole Lund", "he", "she"}) == "Ida Holm/pronoun");
  CHECK(speaker("Ole Lund spoke. he said. she said.",
                {"Ole Lund", "he", "she"}) == "she/unexplained");
}

TEST_CASE("speakers: a long form with its short form, or after the") {
  const std::string text = "The Tarsk Ferry Union (TFU) spoke. The TFU spoke. "
                           "The Tarsk Ferry Union spoke.";
  CHECK(speaker(text, {"The Tarsk Ferry Union (TFU)"}) ==
        "Tarsk Ferry Union/acronym");
  CHECK(speaker(text, {"The Tarsk Ferry Union (TFU)", "The TFU"}) ==
        "Tarsk Ferry Union/acronym");
  CHECK(speaker(text, {"The TFU", "The Tarsk Ferry Union"}) ==
        "Tarsk Ferry Union/acronym");
}
