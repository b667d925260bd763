// SPDX-License-Identifier: GPL-2.0-or-later
// Categories straight from texts, beside those of their tokens.
#include "term/dictionary_texts.h"

#include "base/error.h"
#include "base/rng.h"
#include "term/tokens.h"
#include "text/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

using Texts = std::vector<std::string>;

article::MemorySource source(const Texts &texts) {
  std::vector<article::Article> articles;
  for (const std::string &text : texts)
    articles.push_back({{}, text, false});
  return article::MemorySource(articles, 1 << 17, 3);
}

Columns from_texts(const Texts &texts, const Texts &words,
                   const Dictionary &dictionary, const Texts &remove = {},
                   std::size_t threads = 1) {
  NullMonitor monitor;
  DictionaryTexts options;
  options.remove = remove;
  return count_categories(source(texts), options, words, dictionary, threads,
                          monitor);
}

// The same by cutting tokens first.
Columns from_tokens(const Texts &texts, const Texts &words,
                    Dictionary dictionary, const Texts &remove = {}) {
  NullMonitor monitor;
  const Tokens tokens = term_tokens(source(texts), {}, 1, monitor);
  const text::PatternSet removed(remove);
  Texts types;
  for (std::uint32_t t = 0; t < tokens.types.size(); ++t)
    types.emplace_back(tokens.types[t]);
  dictionary.fits.assign(words.size(), {});
  for (const text::PatternMatch &match : text::match_patterns(words, types))
    dictionary.fits[match.pattern].push_back(
        static_cast<std::int32_t>(match.term) + 1);
  std::vector<std::int32_t> type;
  for (const std::int32_t t : tokens.type)
    type.push_back(removed.matches(types[static_cast<std::size_t>(t)]) ? 0
                                                                       : t + 1);
  TokensView view;
  view.type = type.data();
  view.stretch = tokens.stretch.data();
  view.first = tokens.first;
  return count_categories(view, types.size(), dictionary, 1, monitor);
}

void check_same(const Columns &a, const Columns &b) {
  CHECK(a.rows == b.rows);
  CHECK(a.start == b.start);
  CHECK(a.row == b.row);
  CHECK(a.value == b.value);
}

} // namespace

TEST_CASE("dictionary of texts: what its tokens give, for any threads") {
  const Texts parts = {"rate ", "Interest ", "U.S. ", "the ", ". ",
                       ", ",    "rate\n",    "bank-", "The ", "\n\n",
                       "5 ",    "rates ",    "J. ",   "\" ",  "(rate) "};
  Texts texts;
  Rng rng(3, 1);
  for (int d = 0; d < 200; ++d) {
    std::string text;
    for (std::uint32_t w = rng.below(40); w > 0; --w)
      text += parts[rng.below(static_cast<std::uint32_t>(parts.size()))];
    texts.push_back(text);
  }
  const Texts words = {"interest", "rate", "rate*", "u.s.", "the", "j."};
  Dictionary dictionary;
  dictionary.categories = 4;
  dictionary.entries = {{0, {0, 1}}, {0, {1}},       {1, {1, 2}},
                        {1, {3, 4}}, {2, {4, 2, 0}}, {3, {5, 4}}};
  for (const Texts &remove : {Texts{}, Texts{"the", "in*"}}) {
    const Columns one = from_texts(texts, words, dictionary, remove);
    CHECK(one.entries() > 200);
    check_same(one, from_tokens(texts, words, dictionary, remove));
    for (const std::size_t threads : {2, 7})
      check_same(one, from_texts(texts, words, dictionary, remove, threads));
  }
}

TEST_CASE("dictionary of texts: nothing to read, and numbers out of range") {
  Dictionary dictionary;
  dictionary.categories = 1;
  dictionary.entries = {{0, {0}}};
  CHECK(from_texts({}, {"rain"}, dictionary).entries() == 0);
  CHECK(from_texts({""}, {"rain"}, dictionary).entries() == 0);
  CHECK(from_texts({""}, {"rain"}, dictionary).rows == 1);
  CHECK_THROWS_AS(from_texts({"rain"}, {}, dictionary), input_error);
}

TEST_CASE("dictionary of texts: words alone need no places of tokens") {
  Dictionary dictionary;
  dictionary.categories = 2;
  dictionary.entries = {{1, {0}}, {0, {1}}, {0, {0}}};
  const Texts texts = {"Rain, rain. No rain-coat", "5 rains"};
  const Texts words = {"rain*", "no"};
  check_same(from_texts(texts, words, dictionary),
             from_tokens(texts, words, dictionary));
}
