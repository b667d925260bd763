// SPDX-License-Identifier: GPL-2.0-or-later
// What negators are about: "and", lists, reasons, objects.
#include "tone/reach.h"

#include "tone/products.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

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

TEST_CASE("tone reach: what is not denied") {
  CHECK(products("no rain since war") == All{1});
  CHECK(products("not here because of war") == All{1});
  CHECK(products("not after war") == All{-0.5});
  CHECK(products("no help as deaths rise") == All{1});
  CHECK(products("not as good") == All{-0.5});
  CHECK(products("no better than war") == All{-0.5, 1});
  CHECK(products("no plan and no hope") == All{-0.5});
}

TEST_CASE("tone reach: objects after a verb") {
  CHECK(products("they won nothing") == All{-0.5});
  CHECK(products("they won no cup") == All{-0.5});
  CHECK(products("they won no one.") == All{-0.5});
  CHECK(products("they won no one knew") == All{1});
  CHECK(products("they won, no doubt") == All{1});
  CHECK(products("they won No. 4") == All{1});
  CHECK(products("they won no.") == All{1});
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
