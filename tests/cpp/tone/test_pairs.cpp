// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs of words, a quantity and its direction, in a sentence.
#include "tone/pairs.h"

#include "tone/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

const std::vector<Shifter> &rules() {
  using Kind = ShifterKind;
  static const std::vector<Shifter> all = {
      {"rose", Kind::direction_up, 1.5}, {"fell", Kind::direction_down, 1},
      {"exports", Kind::good_up, 1.2},   {"prices", Kind::bad_up, -1},
      {"high", Kind::level_up, 1},       {"low", Kind::level_down, 1},
      {"up", Kind::level_up, 1},         {"down", Kind::level_down, 1},
      {"but", Kind::adversative, 1.25}};
  return all;
}

std::vector<FoundHit> pairs(const std::string &text) {
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  const SentenceTokens sentence{text, tokens.data(), tokens.size(), false};
  std::vector<std::vector<FoundPhrase>> found(kShifterRoles);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (std::uint32_t id = 0; id < rules().size(); ++id)
      if (sentence.at(i) == rules()[id].phrase)
        found[static_cast<std::size_t>(shifter_role(rules()[id].kind))]
            .push_back({i, i + 1, id});
  std::vector<Mark> marks;
  find_marks(sentence, marks);
  std::vector<FoundHit> out(3);
  find_pairs(sentence, marks, rules(), found[0], found[1], found[2], out);
  return out;
}

} // namespace

TEST_CASE("tone pairs: a quantity and a direction, in either order") {
  auto found = pairs("exports rose");
  REQUIRE(found.size() == 1);
  CHECK(found[0].is_pair());
  CHECK(found[0].begin == 1);
  CHECK(found[0].end == 2);
  CHECK(found[0].quantity == 0);
  CHECK(found[0].quantity_end == 1);
  CHECK(found[0].valence == doctest::Approx(1.8));
  found = pairs("fell the prices");
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 0);
  CHECK(found[0].quantity == 2);
  CHECK(found[0].valence == doctest::Approx(1));
  CHECK(pairs("exports and prices").empty());
  CHECK(pairs("rose").empty());
  CHECK(pairs("").empty());
}

TEST_CASE("tone pairs: marks, adversatives and distance part them") {
  CHECK(pairs("exports , rose").empty());
  CHECK(pairs("exports but rose").empty());
  CHECK(pairs("exports a b c d e f g rose").size() == 1);
  CHECK(pairs("exports a b c d e f g h rose").empty());
}

TEST_CASE("tone pairs: each word is used once, the closest first") {
  auto found = pairs("prices rose and exports fell");
  REQUIRE(found.size() == 2);
  CHECK(found[0].valence == doctest::Approx(-1.5));
  CHECK(found[1].valence == doctest::Approx(-1.2));
  found = pairs("prices a b rose exports");
  REQUIRE(found.size() == 1);
  CHECK(found[0].quantity == 4);
  // At the same distance what comes before the direction goes first.
  found = pairs("prices a rose a exports");
  REQUIRE(found.size() == 1);
  CHECK(found[0].quantity == 0);
  found = pairs("rose exports fell");
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 2);
}

TEST_CASE("tone pairs: long sentences take linear time") {
  std::string text;
  for (int i = 0; i < 200000; ++i)
    text += i % 3 == 0 ? "exports " : i % 3 == 1 ? "rose " : "prices ";
  CHECK(pairs(text).size() == 66667);
}

TEST_CASE("tone pairs: levels are close to their quantity or joined to it") {
  const auto valence = [](const std::string &text) {
    const auto found = pairs(text);
    return found.size() == 1 ? found[0].valence : 0;
  };
  CHECK(valence("low prices") == doctest::Approx(1));
  CHECK(valence("low food prices") == doctest::Approx(1));
  CHECK(valence("low cost of prices") == 0);
  CHECK(valence("high court prices") == 0);
  CHECK(valence("prices high") == doctest::Approx(-1));
  CHECK(valence("prices in the south remain low") == doctest::Approx(1));
  CHECK(valence("prices are still very low") == doctest::Approx(1));
  CHECK(valence("prices in the south low") == 0);
  CHECK(valence("exports are up") == doctest::Approx(1.2));
  CHECK(valence("exports up") == doctest::Approx(1.2));
  CHECK(valence("exports were well down") == doctest::Approx(-1.2));
  CHECK(valence("exports made up") == 0);
  CHECK(valence("up exports") == 0);
  CHECK(valence("exports are up to you") == 0);
  CHECK(valence("low, prices") == 0);
}

TEST_CASE("tone pairs: one aside between a quantity and what it does") {
  const auto size = [](const std::string &text) { return pairs(text).size(); };
  CHECK(size("exports, he said, fell") == 1);
  CHECK(size("exports (of steel) fell") == 1);
  CHECK(size("exports [of steel] fell") == 1);
  CHECK(size("exports -- of steel -- sharply fell") == 1);
  CHECK(size("exports \u2013 of steel \u2013 have also fell") == 1);
  CHECK(size("exports to China, but not to Peru, fell") == 1);
  CHECK(size("prices, he said, are high") == 1);
  CHECK(size("exports, it seems, are down") == 1);
  // Two asides, none that closes, others that move, a new clause.
  CHECK(size("exports, he said, as planned, fell") == 0);
  CHECK(size("exports, he said fell") == 0);
  CHECK(size("exports (of steel fell") == 0);
  CHECK(size("exports, he said, he fell") == 0);
  CHECK(size("exports, a b c d e f g h i, fell") == 0);
  CHECK(size("exports but, he said, fell") == 0);
  CHECK(size("exports to close, he said, fell") == 0);
  CHECK(size("exports, , fell") == 0);
  CHECK(size("fell, he said, exports") == 0);
}
