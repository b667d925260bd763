// SPDX-License-Identifier: GPL-2.0-or-later
// What pages say about their articles, and which source is trusted.
#include "article/page/meta.h"

#include "article/page/asides.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

PageMeta meta(const std::string &page) {
  const PageTree tree(page);
  return find_meta(tree, find_asides(tree));
}

} // namespace

TEST_CASE("page meta: trust in dates") {
  const std::string time = "<time datetime='2021-12-05'>x</time>";
  CHECK(meta(time).date == "2021-12-05");
  CHECK(meta("<meta name='date' content='2021-12-04'/>" + time).date ==
        "2021-12-04");
  CHECK(meta("<meta property='article:published_time' content='2021-12-03'/>" +
             time)
            .date == "2021-12-03");
  CHECK(meta("<time>3 December 2021</time>").date == "3 December 2021");
  CHECK(meta("<p class='date'>December 3, 2021</p>").date ==
        "December 3, 2021");
  CHECK(meta("<p class='date'>Two days ago</p>").date == "");
  CHECK(meta("<div class='comment'>" + time + "</div>").date == "");
}

TEST_CASE("page meta: bylines") {
  CHECK(meta("<a rel='author'>By Jana Kovel</a>").byline == "Jana Kovel");
  CHECK(meta("<p class='byline'>by Jana Kovel, Tarsk</p>").byline ==
        "Jana Kovel, Tarsk");
  CHECK(meta("<meta name='author' content='Petr Olm'/>").byline == "Petr Olm");
  CHECK(meta("<meta property='article:author' content='https://x.example/y'/>"
             "<p class='author'>Petr Olm</p>")
            .byline == "Petr Olm");
}

TEST_CASE("page meta: JSON-LD names its entities") {
  const PageMeta m =
      meta("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
           "\"headline\": \"Caf&eacute; floods\"}</script>");
  CHECK(m.title == "Caf\u00E9 floods");
}

TEST_CASE("page meta: JSON-LD") {
  const auto script = [](const std::string &json) {
    return meta("<script type='application/ld+json'><![CDATA[" + json +
                "]]></script>");
  };
  const PageMeta out = script(
      R"([{"@type":"Person","name":"x"},{"@type":"NewsArticle",
         "headline":"Rain &amp; snow","author":["Jana Kovel",{"name":"P. Olm"}],
         "publisher":{"name":"HPA"},"datePublished":"2021-12-03",
         "articleBody":"It rained.","isAccessibleForFree":"False"}])");
  CHECK(out.title == "Rain & snow");
  CHECK(out.byline == "Jana Kovel, P. Olm");
  CHECK(out.source == "HPA");
  CHECK(out.date == "2021-12-03");
  CHECK(out.article_body == "It rained.");
  CHECK(out.paid);
  CHECK_FALSE(out.bad_json);
  CHECK(script("{").bad_json);
  CHECK(script("{\"@type\":\"Organization\"}").title == "");
}
