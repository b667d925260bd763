// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/evidence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;

namespace {

std::vector<WordCase> cases(const std::vector<std::string> &texts,
                            std::uint64_t least = 1, std::size_t threads = 1) {
  std::vector<Article> articles(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  NullMonitor monitor;
  return word_cases(MemorySource(articles, 32), {}, least, threads, monitor);
}

WordCase of(const std::vector<WordCase> &all, const std::string &word) {
  for (const WordCase &at : all)
    if (at.word == word)
      return at;
  return {};
}

} // namespace

TEST_CASE("article evidence: capitals inside sentences") {
  const auto all =
      cases({"Rain fell on Ishl. The Ishl's rain, he said.", "RAIN ON ISHL.",
             "They said \"Rain came\" and left."});
  CHECK(of(all, "rain").inside == 1);
  CHECK(of(all, "rain").capital == 0);
  CHECK(of(all, "ishl").inside == 2);
  CHECK(of(all, "ishl").capital == 2);
  CHECK(of(all, "they").inside == 0);
  CHECK(cases({}).empty());
  CHECK(cases({"", " "}).empty());
}

TEST_CASE("article evidence: counts from some number on, for any threads") {
  std::vector<std::string> texts;
  for (int i = 0; i < 100; ++i)
    texts.push_back(i % 2 == 0 ? "In the bay of Ishl." : "In a bay.");
  const auto one = cases(texts, 60);
  REQUIRE(one.size() == 1);
  CHECK(one[0].word == "bay");
  CHECK(one[0].inside == 100);
  for (std::size_t threads : {2U, 7U}) {
    const auto other = cases(texts, 60, threads);
    REQUIRE(other.size() == 1);
    CHECK(other[0].inside == 100);
  }
}
