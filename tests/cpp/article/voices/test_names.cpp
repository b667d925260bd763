// SPDX-License-Identifier: GPL-2.0-or-later
// Full names and the titles before them.
#include "article/voices/names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string names(const std::string &text) {
  VoiceTokens tokens;
  read_voice_tokens(text, {{0, text.size()}}, tokens);
  std::vector<PersonName> found;
  find_person_names(text, tokens, found);
  std::string out;
  for (const PersonName &name : found)
    out += text.substr(name.at.begin, name.at.end - name.at.begin) + "/" +
           std::string(name.last) + ";";
  return out;
}

} // namespace

TEST_CASE("names: without titles and possessives, over no other mark") {
  CHECK(names("Then Senator Ida Holm met Nils Lund's aide.") ==
        "Ida Holm/Holm;Nils Lund/Lund;");
  CHECK(names("Holm left. Kim, Lund and others stayed.").empty());
  CHECK(names("").empty());
}

TEST_CASE("names: titles") {
  CHECK(is_person_title("mr."));
  CHECK(is_person_title("president"));
  CHECK_FALSE(is_person_title("holm"));
  CHECK_FALSE(is_person_title(""));
}
