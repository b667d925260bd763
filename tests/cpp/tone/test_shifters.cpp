// SPDX-License-Identifier: GPL-2.0-or-later
// Negators, amplifiers and their windows.
#include "tone/shifters.h"

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
  static const Lexicon lexicon({{"good", 1}, {"bad", 1}, {"danger", 1}},
                               {{"not", Kind::negator, -0.5},
                                {"never", Kind::negator, -0.8},
                                {"no danger of", Kind::negator, -0.5},
                                {"not only", Kind::none},
                                {"very", Kind::amplifier, 1.5},
                                {"a lot of", Kind::amplifier, 1.25},
                                {"slightly", Kind::downtoner, 0.5},
                                {"but", Kind::adversative, 1.25},
                                {"despite", Kind::adversative, 0.8}});
  return lexicon;
}

// The products of all hits of a text that is one sentence.
std::vector<double> products(const std::string &text) {
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  std::vector<std::uint32_t> ids;
  for (const std::string &word : phrase_words(text))
    ids.push_back(rules().word(word));
  std::vector<FoundHit> hits;
  std::vector<FoundPhrase> found;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto at = rules().match(ids.data() + i, ids.size() - i);
    if (at.entry.tokens > 0)
      hits.push_back({i, i + at.entry.tokens,
                      rules().entries()[at.entry.id].valence, at.entry.id});
    const Lexicon::Match &shifter = at.modifier();
    if (shifter.tokens > 0 && (found.empty() || found.back().end <= i))
      found.push_back({i, i + shifter.tokens, shifter.id});
  }
  std::vector<Shifted> out(2);
  ShifterScratch scratch;
  const SentenceTokens sentence{text, tokens.data(), tokens.size(), false};
  std::vector<Mark> marks;
  find_marks(sentence, marks);
  apply_shifters(sentence, marks, rules().shifters(), found, hits, scratch,
                 out);
  std::vector<double> kept;
  for (const Shifted &shifted : out)
    if (!shifted.dropped)
      kept.push_back(shifted.product);
  return kept;
}

double product(const std::string &text) {
  const auto all = products(text);
  REQUIRE(all.size() == 1);
  return all[0];
}

} // namespace

TEST_CASE("tone shifters: nothing acts where nothing is") {
  CHECK(products("").empty());
  CHECK(products("not very").empty());
  CHECK(product("a good day") == 1);
}

TEST_CASE("tone shifters: a negator reaches over four words") {
  CHECK(product("not good") == -0.5);
  CHECK(product("not a b c good") == -0.5);
  CHECK(product("not a b c d good") == 1);
  CHECK(product("not a 12 c d good") == 1); // numbers are words here
  CHECK(product("good not") == 1);
}

TEST_CASE("tone shifters: at most two negators, the nearest") {
  CHECK(product("never not good") == -0.8 * -0.5);
  CHECK(product("not never not good") == -0.8 * -0.5);
}

TEST_CASE("tone shifters: a blocked negator does not act") {
  CHECK(product("not only good") == 1);
  CHECK(product("not just good") == -0.5);
}

TEST_CASE("tone shifters: a negating phrase acts on what it holds and on what "
          "follows") {
  CHECK(products("no danger of bad") == std::vector<double>{-0.5, -0.5});
  CHECK(products("danger of bad") == std::vector<double>{1, 1});
}

TEST_CASE("tone shifters: marks end the window") {
  for (const char *text :
       {"not, good", "not; good", "not: good", "not — good", "not – good",
        "not - good", "not (good)", "not it “good”", "not it \"good\"",
        "not it 'good'", "not it... good", "not? good", "not despite good",
        "no, not a, good"})
    CHECK_MESSAGE(product(text) >= 0.8, text);
  CHECK(product("not the workers' good") == -0.5);
  CHECK(product("not Gen. good") == -0.5);
}

TEST_CASE("tone shifters: one more mark never widens a window") {
  const std::vector<std::string> words = {"not", "very", "b", "slightly",
                                          "good"};
  std::string plain;
  for (const auto &word : words)
    plain += (plain.empty() ? "" : " ") + word;
  CHECK(product(plain) == -0.5 * (1.5 * 0.5));
  for (std::size_t at = 1; at < words.size(); ++at) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
      text += (i == 0 ? "" : i == at ? ", " : " ") + words[i];
    double expected = 1;
    for (std::size_t i = at; i < words.size(); ++i)
      expected *= words[i] == "very" ? 1.5 : words[i] == "slightly" ? 0.5 : 1;
    CHECK_MESSAGE(product(text) == expected, text);
  }
}

TEST_CASE("tone shifters: an amplifier belongs to the nearest hit after it") {
  CHECK(product("very good") == 1.5);
  CHECK(product("good very") == 1);
  CHECK(product("a lot of good") == 1.25);
  CHECK(product("slightly good") == 0.5);
  CHECK(products("very good and bad") == std::vector<double>{1.5, 1});
  CHECK(products("not good and bad") == std::vector<double>{-0.5, -0.5});
  CHECK(product("not very good") == -0.5 * 1.5);
  CHECK(product("very a b c d good") == 1);
}

TEST_CASE("tone shifters: the scale is kept in bounds") {
  CHECK(product("very very good") == kMaxScale);
  CHECK(product("slightly slightly slightly good") == kMinScale);
  std::string text = "good";
  for (int i = 0; i < 5000; ++i)
    text += ", but bad";
  const auto all = products(text);
  CHECK(all.front() == kMinScale);
  CHECK(all.back() == kMaxScale);
  for (const double p : all)
    CHECK(p == p);
}

TEST_CASE("tone shifters: an adversative weighs what lies before and after") {
  CHECK(products("good, but bad") == std::vector<double>{1 / 1.25, 1.25});
  CHECK(products("But good") == std::vector<double>{1.25});
  CHECK(products("“But good") == std::vector<double>{1.25});
  CHECK(products("Despite bad, good") == std::vector<double>{0.8, 0.8});
  CHECK(products("good, despite bad") == std::vector<double>{1 / 0.8, 0.8});
  // Inside a clause it ends the window and weighs nothing.
  CHECK(products("good but bad") == std::vector<double>{1, 1});
  CHECK(products("not good but bad") == std::vector<double>{-0.5, 1});
}
