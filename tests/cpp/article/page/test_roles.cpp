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
        "section class='most-read'", "div role='navigation'",
        "div class='cookieBanner'", "p class='byline'", "div hidden='hidden'",
        "div style='display:none'", "article class='comment'",
        "div class='share-tools'", "div class='ad'"})
    CHECK_MESSAGE(is_aside(role(tag)), tag);
}

TEST_CASE("page roles: what only looks like an aside") {
  for (const char *tag :
       {"div", "p", "article", "div class='header'", "body class='comments'",
        "div class='adjacent'", "div class='shareholders'",
        "p class='dateline'", "main class='social'"})
    CHECK_MESSAGE(role(tag) == PageRole::plain, tag);
  CHECK(role("div class='sidebar-right'", "<h1>Rain</h1>") == PageRole::plain);
}

TEST_CASE("page roles: classes that say what is beside an element") {
  for (const char *tag : {"div class='has-sidebar'", "div class='no-comments'",
                          "section class='with_social'"})
    CHECK_MESSAGE(role(tag) == PageRole::plain, tag);
  CHECK(role("amp-sidebar") == PageRole::named);
}

TEST_CASE("page roles: what announces another story has a link") {
  CHECK(role("div class='teaser'", "<a>Rain</a>") == PageRole::named);
  CHECK(role("div class='teaser'", "<p>Rain</p>") == PageRole::plain);
  CHECK(role("div class='teaser ad'", "<p>Rain</p>") == PageRole::named);
}

TEST_CASE("page roles: a figure around a table is no picture") {
  CHECK(role("figure", "<img/>") == PageRole::marked);
  CHECK(role("figure", "<table><tr><td>1</td></tr></table>") ==
        PageRole::plain);
}

TEST_CASE("page roles: the element of the text") {
  for (const char *tag :
       {"div class='article-body'", "div class='entry-content'",
        "div itemprop='articleBody'", "div id='storyText'"})
    CHECK_MESSAGE(role(tag) == PageRole::content, tag);
}
