// SPDX-License-Identifier: GPL-2.0-or-later
// Trees of pages, also from broken markup.
#include "article/page/tree.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("page tree: elements, text and attributes") {
  const PageTree tree(
      "<!DOCTYPE html><html lang=\"en\"><!-- <p>no</p> --><body>"
      "<P Class='a &amp; b' hidden>One <b>two</b></P><br/>"
      "<?php x?></body></html>");
  REQUIRE(tree.size() == 8);
  CHECK(tree[1].name == "html");
  CHECK(tree[1].attribute("lang") == "en");
  CHECK(tree[3].name == "p");
  CHECK(tree[3].attribute("class") == "a & b");
  CHECK(tree[3].has("hidden"));
  CHECK_FALSE(tree[3].has("id"));
  CHECK(tree[3].end == 7);
  CHECK(tree[6].text == "two");
  CHECK(tree[6].parent == 5);
  CHECK(tree.text(0) == "One two");
  CHECK(tree.holds(3, 6));
  CHECK_FALSE(tree.holds(3, 7));
}

TEST_CASE("page tree: entities and raw text") {
  const PageTree tree("<p>a &lt;b&gt; &#233;&#x20AC; &amp;nbsp; &nope; &</p>"
                      "<script><![CDATA[if (a < b) \"&amp;\"]]></script>");
  CHECK(tree[2].text == "a <b> \u00E9\u20AC &nbsp; &nope; &");
  CHECK(tree[4].text == "if (a < b) \"&amp;\"");
  CHECK(tree.text(0) == "a <b> \u00E9\u20AC &nbsp; &nope; &");
  CHECK(decode_entities("Caf&eacute; &ldquo;x&rdquo; &hellip;") ==
        "Caf\u00E9 \u201Cx\u201D \u2026");
  CHECK(decode_entities("&#0;&#xD800;&#13;&quot;") == "&#0;&#xD800;\n\"");
}

TEST_CASE("page tree: any other input") {
  for (const char *text :
       {"", "<", ">", "</", "</p>", "<p", "<p a", "<p a=", "<p a='x", "<!--",
        "<!", "<?", "<![CDATA[x", "&#", "<>", "< p>", "<p/>x", "a</b></i>c"}) {
    const PageTree tree(text);
    CHECK(tree.size() >= 1);
    for (std::size_t i = 1; i < tree.size(); ++i) {
      CHECK(tree[i].parent < i);
      CHECK(tree[i].end > i);
      CHECK(tree[i].end <= tree[tree[i].parent].end);
    }
  }
  CHECK(PageTree("<p>a<b>b</p>c").text(0) == "abc");
}
