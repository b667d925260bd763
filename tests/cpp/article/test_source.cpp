// SPDX-License-Identifier: GPL-2.0-or-later
// Articles in blocks, and their repair to UTF-8.
#include "article/source.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::vector<Article> articles(const std::vector<std::string> &texts) {
  std::vector<Article> out;
  for (const std::string &text : texts) {
    Article article;
    article.text = text;
    out.push_back(article);
  }
  return out;
}

} // namespace

TEST_CASE("source: nothing has no blocks") {
  const MemorySource source({});
  CHECK(source.size() == 0);
  CHECK(source.blocks() == 0);
}

TEST_CASE("source: blocks end where they are full, and follow each other") {
  const std::vector<std::string> texts = {"aaaa", "bb", "", "cccccccc",
                                          "d",    "e",  "f"};
  const MemorySource source(articles(texts), 6, 3);
  CHECK(source.size() == 7);
  ArticleBlock block;
  std::vector<std::size_t> firsts;
  std::string all;
  for (std::size_t b = 0; b < source.blocks(); ++b) {
    source.load(b, block);
    firsts.push_back(block.first);
    CHECK_FALSE(block.articles.empty());
    for (const Article &article : block.articles)
      all += std::string(article.text) + "|";
  }
  // 4 + 2 bytes; 0 + 8 bytes; three articles.
  CHECK(firsts == std::vector<std::size_t>{0, 2, 4});
  CHECK(all == "aaaa|bb||cccccccc|d|e|f|");
}

TEST_CASE("source: valid texts are views, bad bytes are replaced") {
  const std::string good = "caf\u00E9", bad = "a\xFF"
                                              "b\xE2\x80";
  std::vector<Article> given(2);
  given[0].title = good;
  given[0].text = bad;
  given[1].text = good;
  given[1].missing = true;
  const MemorySource source(given);
  REQUIRE(source.blocks() == 1);
  ArticleBlock block;
  source.load(0, block);
  REQUIRE(block.articles.size() == 2);
  CHECK(block.articles[0].title.data() == good.data());
  CHECK(block.articles[0].text == "a\uFFFDb\uFFFD");
  CHECK(block.articles[1].text.data() == good.data());
  CHECK(block.articles[1].missing);
  CHECK(block.storage.size() == 1);
  source.load(0, block);
  CHECK(block.articles.size() == 2);
  CHECK(block.storage.size() == 1);
}

TEST_CASE("source: made texts stay where they are") {
  const std::vector<std::string> texts(500, "\xFF\xFE short");
  const MemorySource source(articles(texts));
  REQUIRE(source.blocks() == 1);
  ArticleBlock block;
  source.load(0, block);
  REQUIRE(block.articles.size() == 500);
  std::size_t right = 0;
  for (const Article &article : block.articles)
    right += article.text == "\uFFFD\uFFFD short";
  CHECK(right == 500);
}
