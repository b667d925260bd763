// SPDX-License-Identifier: GPL-2.0-or-later
// What the profile of a collection counts, for any number of threads.
#include "article/collection/profile.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

Profile profile(const std::vector<std::string> &texts, std::uint64_t least = 1,
                std::size_t threads = 1) {
  std::vector<Article> articles(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  NullMonitor monitor;
  ProfileOptions options;
  options.least = least;
  options.line_articles = 2;
  return learn(MemorySource(articles, 32), options, threads, monitor);
}

std::vector<WordCase> cases(const std::vector<std::string> &texts,
                            std::uint64_t least = 1, std::size_t threads = 1) {
  return profile(texts, least, threads).words;
}

WordCase of(const std::vector<WordCase> &all, const std::string &word) {
  for (const WordCase &at : all)
    if (at.word == word)
      return at;
  return {};
}

} // namespace

TEST_CASE("article profile: capitals inside sentences") {
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

TEST_CASE("article profile: counts from a minimum on, for any threads") {
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

TEST_CASE("article profile: words with a hyphen and without it") {
  const Profile found =
      profile({"The sea-wall broke. A Seawall!", "The sea-\nwall of the co-op.",
               "A sea-wall's end. The har-\n vest-time of 2-3 men-of-war."});
  REQUIRE(found.hyphens.size() == 1);
  CHECK(found.hyphens[0].word == "sea-wall");
  CHECK(found.hyphens[0].hyphenated == 2);
  CHECK(found.hyphens[0].joined == 1);
  CHECK(found.hyphens[0].broken == 1);
}

TEST_CASE("article profile: lines and acronyms, for any threads") {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i)
    texts.push_back("Rain fell on Mill " + std::string(1 + i % 30, 'x') +
                    (i % 3 == 0 ? " of One Bank (OB)." : ".") +
                    (i % 2 == 0 ? "\n\nCall 555." : ""));
  const Profile one = profile(texts);
  REQUIRE(one.lines.size() == 1);
  CHECK(one.lines[0].line == "call 0.");
  CHECK(one.lines[0].articles == 15);
  REQUIRE(one.acronyms.size() == 1);
  CHECK(one.acronyms[0].articles == 20);
  for (std::size_t threads : {2U, 7U}) {
    const Profile other = profile(texts, 1, threads);
    REQUIRE(other.lines.size() == 1);
    CHECK(other.lines[0].articles == 15);
    REQUIRE(other.acronyms.size() == 1);
    CHECK(other.acronyms[0].count == 20);
    CHECK(other.words.size() == one.words.size());
  }
}
