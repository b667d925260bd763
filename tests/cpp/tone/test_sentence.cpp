// SPDX-License-Identifier: GPL-2.0-or-later
// The hits of one sentence and their weights.
#include "tone/sentence.h"

#include "tone/lexicon.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

const Lexicon &rules() {
  using Kind = ShifterKind;
  static const Lexicon lexicon({{"debt", -1.2},
                                {"good", 2},
                                {"lost", -1.8},
                                {"war", -3},
                                {"quiet", 0},
                                {"ban", -1},
                                {"good war", 3},
                                {"good peace", 0},
                                {"peace", 2}},
                               {{"not", Kind::negator, -0.5},
                                {"eased", Kind::shifter, -0.5},
                                {"eased", Kind::direction_down, 1},
                                {"lost", Kind::shifter, -0.5},
                                {"ban on", Kind::shifter, -0.5},
                                {"sharply", Kind::amplifier, 1.5},
                                {"debt", Kind::bad_up, -1.4}});
  return lexicon;
}

struct Scored {
  std::vector<FoundHit> hits;
  std::vector<double> product;
  bool marked = false;
};

Scored score(const std::string &text) {
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  std::vector<std::uint32_t> ids;
  for (const std::string &word : phrase_words(text))
    ids.push_back(rules().word(word));
  const SentenceTokens sentence{text, tokens.data(), tokens.size(), false};
  SentenceScorer scorer(rules());
  std::vector<Mark> marks;
  Scored out;
  scorer.score(sentence, ids.data(), marks, out.marked);
  for (std::size_t h = 0; h < scorer.hits().size(); ++h) {
    if (scorer.shifted()[h].dropped)
      continue;
    out.hits.push_back(scorer.hits()[h]);
    out.product.push_back(scorer.shifted()[h].product);
  }
  return out;
}

} // namespace

TEST_CASE("tone sentence: a sentence without a hit is not looked at closely") {
  CHECK(score("").hits.empty());
  const Scored none = score("it was eased, and quiet");
  CHECK(none.hits.empty());
  CHECK_FALSE(none.marked);
}

TEST_CASE("tone sentence: a pair takes the place of its entry and shifter") {
  const Scored pair = score("the debt eased sharply");
  REQUIRE(pair.hits.size() == 1);
  CHECK(pair.hits[0].is_pair());
  CHECK(pair.hits[0].valence == doctest::Approx(1.4));
  CHECK(pair.product[0] == doctest::Approx(1.5));
  const Scored both = score("it is good that debt eased in the war");
  REQUIRE(both.hits.size() == 3);
  CHECK_FALSE(both.hits[0].is_pair());
  CHECK(both.hits[1].is_pair());
  CHECK(both.product[2] == 1); // the word is used in the pair
}

TEST_CASE("tone sentence: a word of two kinds is a shifter or a hit") {
  const Scored hit = score("they lost the war");
  REQUIRE(hit.hits.size() == 2);
  CHECK(hit.product == std::vector<double>{1, 1});
  const Scored shifter = score("they lost a good one");
  REQUIRE(shifter.hits.size() == 1);
  CHECK(shifter.hits[0].valence == 2);
  CHECK(shifter.product[0] == doctest::Approx(-0.5));
  const Scored phrase = score("the ban on war holds");
  REQUIRE(phrase.hits.size() == 1);
  CHECK(phrase.hits[0].valence == -3);
  CHECK(phrase.product[0] == doctest::Approx(-0.5));
}

TEST_CASE("tone sentence: a shifter acts on what precedes it") {
  const Scored behind = score("the war was eased");
  REQUIRE(behind.hits.size() == 1);
  CHECK(behind.product[0] == doctest::Approx(-0.5));
  const Scored apart = score("the war, they say, eased");
  REQUIRE(apart.hits.size() == 1);
  CHECK(apart.product[0] == 1);
}

TEST_CASE("tone sentence: names are no quantities") {
  CHECK(score("they say the Debt office eased it").hits.empty());
}

TEST_CASE("tone sentence: a phrase that is a name leaves its words free") {
  auto found = score("the Good war and other things");
  REQUIRE(found.hits.size() == 1);
  CHECK(found.hits[0].valence == -3);
  CHECK(found.hits[0].begin == 2);
  CHECK(score("the Good War and other things").hits.empty());
  // One that only blocks does so with a capital too.
  CHECK(score("the Good peace and other things").hits.empty());
  // The same for quantities and their directions.
  CHECK(score("the Debt eased and other things").hits.empty());
}
