// SPDX-License-Identifier: GPL-2.0-or-later
// What negators are about: asides, "and", lists and superlatives.
#include "tone/reach.h"

#include "tone/lexicon.h"
#include "tone/score.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

const Lexicon &rules() {
  using Kind = ShifterKind;
  static const Lexicon lexicon({{"good", 2},
                                {"hope", 2},
                                {"better", 2},
                                {"bitter", -2},
                                {"bad", -2},
                                {"war", -2},
                                {"worse", -2}},
                               {{"not", Kind::negator, -0.5},
                                {"couldn't", Kind::negator, -0.5},
                                {"never", Kind::negator, -0.5},
                                {"no", Kind::negator, -0.5},
                                {"nothing", Kind::negator, -0.5},
                                {"neither", Kind::negator, -0.5},
                                {"nor", Kind::negator, -0.5},
                                {"without", Kind::negator, -0.5},
                                {"ever", Kind::amplifier, 1.5},
                                {"however", Kind::adversative, 1.25},
                                {"prevent", Kind::shifter, -0.5}});
  return lexicon;
}

// What shifters multiply each hit of a text by.
std::vector<double> products(const std::string &text) {
  article::Article article;
  article.text = text;
  ToneOptions options;
  options.keep_hits = true;
  NullMonitor monitor;
  const ToneScores scores = tone_score(article::MemorySource({article}),
                                       rules(), options, 1, monitor);
  std::vector<double> out;
  for (const ToneHit &hit : scores.hits)
    out.push_back(hit.product);
  return out;
}

using All = std::vector<double>;

} // namespace

TEST_CASE("tone reach: over an aside that a negator stands directly before") {
  CHECK(products("not, as they said, good") == All{-0.5});
  CHECK(products("not (yet) good") == All{-0.5});
  CHECK(products("not [in fact] good") == All{-0.5});
  CHECK(products("not -- as we know -- good") == All{-0.5});
  CHECK(products("not — as we know — good") == All{-0.5});
  CHECK(products("has not been, so far, good") == All{-0.5});
  CHECK(products("never, ever good") == All{-0.75});
  CHECK(products("not, a bad idea, good") == All{1, -0.5});
  CHECK(products("not, however, good") == All{-0.5 * 1.25});
  // What is no aside, or not the negator's.
  CHECK(products("no, the plan, as we know, is good") == All{1});
  CHECK(products("no, they said, it is good") == All{1});
  CHECK(products("not, they said; it is good") == All{1});
  CHECK(products("not here, they said, is it good") == All{1});
  CHECK(products("not, a b c d e f g, good") == All{1});
  CHECK(products("not,, good") == All{1});
  CHECK(products(", good") == All{1});
}

TEST_CASE("tone reach: negators in a row") {
  CHECK(products("neither good nor bad") == All{-0.5, -0.5});
  CHECK(products("neither they nor good") == All{-0.5});
  CHECK(products("no hope and no good") == All{-0.5, -0.5});
  CHECK(products("not without hope") == All{0.25});
  CHECK(products("never prevent war") == All{0.25});
}

TEST_CASE("tone reach: over and") {
  CHECK(products("no war and bad") == All{-0.5, -0.5});
  CHECK(products("no hope and bad") == All{-0.5, 1});
  CHECK(products("no plan and bad") == All{1});
  CHECK(products("no plan and hope") == All{-0.5});
  CHECK(products("no plan or bad") == All{-0.5});
  CHECK(products("no plan and a war") == All{1});
  CHECK(products("no hope & a war") == All{-0.5, 1});
  CHECK(products("not a war and a bad") == All{-0.5, -0.5});
  CHECK(products("no war and a bad") == All{-0.5, 1});
  CHECK(products("no war and they bad") == All{-0.5, 1});
  CHECK(products("prevent war and bad") == All{-0.5, -0.5});
  CHECK(products("prevent it and bad") == All{-0.5});
  CHECK(products("prevent good and bad") == All{-0.5, 1});
}

TEST_CASE("tone reach: lists of one sign") {
  CHECK(products("no war, bad or worse") == All{-0.5, -0.5, -0.5});
  CHECK(products("no war, bad and worse") == All{-0.5, -0.5, -0.5});
  CHECK(products("not bad, worse") == All{-0.5, 1});
  CHECK(products("no war, good or worse") == All{-0.5, 1, 1});
  CHECK(products("not in any way good or a hope") == All{-0.5, -0.5});
  CHECK(products("not very much in the way good and a hope") == All{1, 1});
  CHECK(products("not a good and a hope") == All{-0.5, -0.5});
}

TEST_CASE("tone reach: negated comparatives") {
  CHECK(products("could not be better") == All{1.25});
  CHECK(products("couldn’t have been worse") == All{1.25});
  CHECK(products("nothing could be better") == All{1.25});
  CHECK(products("has never been better") == All{1.25});
  CHECK(products("never been so bad") == All{1.25});
  CHECK(products("could not be bitter") == All{-0.5});
  CHECK(products("could not be good") == All{-0.5});
  CHECK(products("is not better") == All{-0.5});
  CHECK(products("nothing is better") == All{-0.5});
  CHECK(products("not be better") == All{-0.5});
  CHECK(products("could not see it better") == All{-0.5});
}

TEST_CASE("tone reach: words are compared whole and without case") {
  const std::string text = "And an AND";
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(text, tokens);
  const SentenceTokens sentence{text, tokens.data(), tokens.size(), false};
  CHECK(is_one_of(sentence, 0, " or and "));
  CHECK(!is_one_of(sentence, 1, " or and "));
  CHECK(is_one_of(sentence, 2, " or and "));
  CHECK(!is_one_of(sentence, 3, " or and "));
}
