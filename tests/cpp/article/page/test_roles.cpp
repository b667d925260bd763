// SPDX-License-Identifier: GPL-2.0-or-later
// Which elements are content or asides, and rows of teasers.
#include "article/page/roles.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

PageRole role(const std::string &tag, const std::string &inside = "x") {
  const PageTree tree("<" + tag + ">" + inside + "</" +
                      tag.substr(0, tag.find(' ')) + ">");
  return page_role(tree, 1);
}

} // namespace

TEST_CASE("page roles: words of classes") {
  const PageTree tree("<div class='entry-content postBody' id='main_1'/>");
  const std::vector<std::string> words = class_words(tree[1]);
  REQUIRE(words.size() == 6);
  CHECK(words[0] == "entry");
  CHECK(words[3] == "body");
  CHECK(words[5] == "1");
}

TEST_CASE("page roles: asides") {
  for (const char *tag :
       {"nav", "aside", "footer", "figure", "form", "div class='comments'",
        "div id='comment-12'", "div class='related-stories'",
        "div role='navigation'", "section class='most-read'",
        "div class='cookieBanner'", "p class='byline'", "div hidden='hidden'",
        "div style='display:none'", "article class='comment'",
        "div class='share-tools'", "div class='ad'"})
    CHECK_MESSAGE(role(tag) == PageRole::aside, tag);
}

TEST_CASE("page roles: what only looks like an aside") {
  for (const char *tag :
       {"div", "p", "article", "div class='header'", "body class='comments'",
        "div class='adjacent'", "div class='shareholders'",
        "p class='dateline'", "main class='social'"})
    CHECK_MESSAGE(role(tag) == PageRole::plain, tag);
  CHECK(role("div class='sidebar-right'", "<h1>Rain</h1>") == PageRole::plain);
}

TEST_CASE("page roles: the element of the text") {
  for (const char *tag :
       {"div class='article-body'", "div class='entry-content'",
        "div itemprop='articleBody'", "div id='storyText'"})
    CHECK_MESSAGE(role(tag) == PageRole::content, tag);
}

TEST_CASE("page roles: teasers in a row") {
  const std::string teaser = "<li><h3><a href='x'>Rain ends</a></h3>"
                             "<p>It did.</p></li>";
  const PageTree row("<ul>" + teaser + teaser + "</ul>");
  CHECK(find_asides(row)[2]);
  const PageTree one("<ul>" + teaser + "</ul>");
  CHECK_FALSE(find_asides(one)[2]);
  const PageTree plain(
      "<ul><li><h3>Rain</h3>a</li><li><h3>Sun</h3>b</li></ul>");
  CHECK_FALSE(find_asides(plain)[2]);
}
