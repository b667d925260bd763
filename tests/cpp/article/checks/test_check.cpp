// SPDX-License-Identifier: GPL-2.0-or-later
// The check of a collection: findings with their places, repeats, repeated
// lines.
#include "article/checks/check.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

CheckResult check(const std::vector<std::string> &texts,
                  std::size_t threads = 1, CheckOptions options = {}) {
  std::vector<Article> articles(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  NullMonitor monitor;
  return check_articles(MemorySource(articles, 256), options, threads, monitor);
}

std::vector<std::string> collection() {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    std::string text = "\u00C4 river " + std::to_string(i) +
                       " rose at the town of number" +
                       std::string(static_cast<std::size_t>(i) + 1, 'x') +
                       " and people there left.\n\nThey said so " +
                       std::string(static_cast<std::size_t>(i) + 1, 'y') +
                       " times, it&#39;s said.";
    if (i % 2 == 0)
      text += "\n\nHalvera Press Agency, 12" + std::to_string(i) +
              " Quay Street, Tarsk";
    texts.push_back(text);
  }
  texts.push_back(texts[3]);
  texts.push_back(" " + texts[4] + "\n");
  return texts;
}

} // namespace

TEST_CASE("check: nothing in nothing") {
  const CheckResult r = check({});
  CHECK(r.words.empty());
  CHECK(r.findings.empty());
  CHECK(check({"", " "}).exact.empty());
}

TEST_CASE("check: repeats and lines") {
  const CheckResult r = check(collection());
  REQUIRE(r.exact.size() == 2);
  CHECK(r.exact[0].article == 60);
  CHECK(r.exact[0].original == 3);
  CHECK(r.exact[1].original == 4);
  REQUIRE(r.lines.size() == 31); // a copy has its line too
  CHECK(r.lines[0].article == 0);
  CHECK(r.lines[0].articles == 30);
  // In characters: the text begins with one of two bytes.
  const std::string text = collection()[0];
  CHECK(r.lines[0].end == text.size() - 1);
  CHECK(r.lines[0].begin == text.rfind('\n'));
  CheckOptions options;
  options.line_articles = 31;
  CHECK(check(collection(), 1, options).lines.empty());
}

TEST_CASE("check: places in characters") {
  const CheckResult r = check({"\u00C4\u00C4 &amp; b"});
  REQUIRE(r.findings.size() == 1);
  CHECK(r.findings[0].finding.begin == 3);
  CHECK(r.findings[0].finding.end == 8);
}

TEST_CASE("check: the same for any number of threads") {
  const CheckResult one = check(collection());
  CHECK(one.findings.size() >= 60);
  for (std::size_t threads : {2U, 7U}) {
    const CheckResult other = check(collection(), threads);
    REQUIRE(other.findings.size() == one.findings.size());
    for (std::size_t i = 0; i < one.findings.size(); ++i) {
      CHECK(other.findings[i].article == one.findings[i].article);
      CHECK(other.findings[i].finding.detail == one.findings[i].finding.detail);
    }
    CHECK(other.words == one.words);
    CHECK(other.lines.size() == one.lines.size());
    CHECK(other.near.size() == one.near.size());
  }
}
