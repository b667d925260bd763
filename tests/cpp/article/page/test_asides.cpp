// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a page are left out, whatever they are called.
#include "article/page/asides.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

const std::string kOne =
    "<p>Rain fell in the whole of the land, all day long, and then all night, "
    "as it had done in the year of the great flood. Nobody was surprised.</p>";
const std::string kTwo =
    "<p>It fell on the just and the unjust, said the mayor of Tarsk, who had "
    "an umbrella and lent it to nobody. It was an old umbrella.</p>";
const std::string kText = kOne + kTwo + kOne;

const std::string kLink = "<a>Rain ends</a>";

std::string element(const std::string &name, const std::string &inside) {
  return "<div class='" + name + "'>" + inside + "</div>";
}

// Is the first element of this class an aside?
bool left_out(const std::string &page, const std::string &name,
              PageTrust trust = PageTrust::all) {
  const PageTree tree("<html><body>" + page + "</body></html>");
  const std::vector<bool> aside = find_asides(tree, trust);
  for (std::size_t i = 1; i < tree.size(); ++i)
    if (tree[i].attribute("class") == name)
      return aside[i];
  FAIL("no element of the class " << name);
  return false;
}

} // namespace

TEST_CASE("page asides: what contains most of the text stays") {
  for (const char *name :
       {"sidebar", "comment", "related", "widget", "share-this", "promo",
        "social", "paywall", "newsletter", "post-meta", "read-more", "tags",
        "caption", "cookie-settings", "modal", "login"}) {
    CHECK_FALSE_MESSAGE(left_out(element(name, kText), name), name);
    CHECK_FALSE_MESSAGE(left_out("<h1>Rain</h1>" + kOne + element(name, kText) +
                                     element("footer", kOne),
                                 name),
                        name);
    CHECK_MESSAGE(left_out(kText + element(name, kOne + kLink), name), name);
  }
}

TEST_CASE("page asides: an article beside is the article") {
  const std::string longer = kText + kText + kText + kLink;
  for (const char *name : {"sidebar", "related", "widget"}) {
    CHECK_MESSAGE(
        left_out("<article>" + kText + "</article>" + element(name, longer),
                 name),
        name);
    CHECK_MESSAGE(left_out("<h1>Rain</h1><div>" + kOne + kTwo + "</div>" +
                               element(name, longer),
                           name),
                  name);
    CHECK_MESSAGE(left_out(element(name, longer) + "<h1>Rain</h1><div>" + kOne +
                               kTwo + "</div>",
                           name),
                  name);
  }
}

TEST_CASE("page asides: many elements of one name that are the article") {
  std::string widgets;
  for (int i = 0; i < 5; ++i)
    widgets += element("widget text", kOne);
  CHECK_FALSE(left_out("<h1>Rain</h1>" + widgets, "widget text"));
  CHECK(left_out("<h1>Rain</h1><article>" + kText + "</article>" + widgets,
                 "widget text"));
}

TEST_CASE("page asides: threads and notices are never the article") {
  const std::string thread =
      element("comments", element("comment", kOne) + element("comment", kTwo) +
                              element("comment", kTwo));
  CHECK(left_out(thread, "comments"));
  CHECK(left_out(kOne + thread + thread, "comments"));
  CHECK(left_out(element("comments", kText + element("reply-link", "Reply") +
                                         element("reply-link", "Reply")),
                 "comments", PageTrust::text));
  const std::string cookies = element(
      "cookie-box", kOne + "<p>We use cookies. They are good ones.</p>" + kTwo);
  CHECK(left_out(cookies, "cookie-box"));
  CHECK(left_out(cookies, "cookie-box", PageTrust::tags));
}

TEST_CASE("page asides: read again without names, and without tags") {
  CHECK(left_out(element("sidebar", kOne), "sidebar"));
  CHECK_FALSE(left_out(element("sidebar", kOne), "sidebar", PageTrust::tags));
  const std::string hidden =
      "<div class='app' style='Display: none'>" + kOne + "</div>";
  CHECK(left_out(hidden, "app"));
  CHECK(left_out(hidden, "app", PageTrust::tags));
  CHECK_FALSE(left_out(hidden, "app", PageTrust::text));
}
