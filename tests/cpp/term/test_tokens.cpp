// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens of articles with their places.
#include "term/tokens.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::term;

namespace {

Tokens cut(const std::vector<Article> &articles,
           const TokensOptions &options = {}, std::size_t threads = 1,
           std::size_t block_articles = 1024) {
  NullMonitor monitor;
  return term_tokens(MemorySource(articles, 1 << 17, block_articles), options,
                     threads, monitor);
}

std::vector<std::string> types(const Tokens &tokens) {
  std::vector<std::string> out;
  for (std::uint32_t t = 0; t < tokens.types.size(); ++t)
    out.emplace_back(tokens.types[t]);
  return out;
}

using Ints = std::vector<std::int32_t>;

} // namespace

TEST_CASE("tokens: ids, places and sentences of a small collection") {
  const std::string text = "Caf\u00e9s fill. Rain, rain!";
  const Tokens t =
      cut({{"Rain", text, false}, {{}, {}, true}, {{}, "Fill", false}});
  CHECK(types(t) == std::vector<std::string>{"rain", "caf\u00e9s", "fill"});
  CHECK(t.first == std::vector<std::int64_t>{0, 5, 5, 6});
  CHECK(t.type == Ints{0, 1, 2, 0, 0, 2});
  CHECK(t.sentence == Ints{1, 2, 2, 3, 3, 1});
  CHECK(t.begin == Ints{0, 0, 6, 12, 18, 0});
  CHECK(t.end == Ints{4, 5, 10, 16, 22, 4});
  CHECK(t.in_title == std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0});
}

TEST_CASE("tokens: nothing to cut") {
  CHECK(cut({}).first == std::vector<std::int64_t>{0});
  const Tokens t = cut({{" ", "... 12", false}});
  CHECK(t.first == std::vector<std::int64_t>{0, 0});
  CHECK(t.type.empty());
  CHECK(t.types.empty());
}

TEST_CASE("tokens: what is not asked for is left empty") {
  TokensOptions options;
  options.sentences = false;
  options.places = false;
  const Tokens t = cut({{"One", "Two", false}}, options);
  CHECK(t.type == Ints{0, 1});
  CHECK(t.sentence.empty());
  CHECK(t.begin.empty());
  CHECK(t.in_title.empty());
}

TEST_CASE("tokens: sentences follow the rules of the words") {
  const std::string text = "He met Gen. Smith\nat noon.";
  TokensOptions options;
  CHECK(cut({{{}, text, false}}, options).sentence == Ints{1, 1, 1, 1, 1, 1});
  options.words.rules = WordRules::uax29;
  CHECK(cut({{{}, text, false}}, options).sentence == Ints{1, 1, 1, 2, 3, 3});
}

TEST_CASE("tokens: parts that do not touch are different sentences") {
  const std::string text =
      "Rain fell\n\nContact us: write to desk@paper.example with questions.";
  TokensOptions options;
  options.reading.by_part = true;
  const Tokens t = cut({{"Wet", text, false}}, options);
  REQUIRE(t.sentence.size() > 4);
  CHECK(t.sentence[0] == 1);
  CHECK(t.sentence[1] == 2);
  CHECK(t.sentence[3] == 3);
}

TEST_CASE("tokens: the same for any threads and any blocks") {
  Rng rng(5, 6);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (std::uint32_t w = rng.below(50); w > 0; --w)
      text += "w" + std::to_string(rng.below(400)) +
              (rng.below(9) == 0 ? ". \u00c9t\u00e9 " : " ");
    texts.push_back(text);
  }
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back({"Title one", text, false});
  const Tokens one = cut(articles);
  for (std::size_t threads : {1U, 2U, 7U}) {
    for (std::size_t block : {1U, 13U}) {
      const Tokens t = cut(articles, {}, threads, block);
      CHECK(types(t) == types(one));
      CHECK(t.first == one.first);
      CHECK(t.type == one.type);
      CHECK(t.sentence == one.sentence);
      CHECK(t.begin == one.begin);
      CHECK(t.end == one.end);
      CHECK(t.in_title == one.in_title);
    }
  }
}
