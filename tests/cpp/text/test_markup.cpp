// SPDX-License-Identifier: GPL-2.0-or-later
// Tags of HTML in a text: which are tags, and the text without them.
#include "text/markup.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone::text;

namespace {

std::string stripped(const std::string &text) {
  std::string out = "none";
  strip_markup(text, out);
  return out;
}

} // namespace

TEST_CASE("markup: blocks stay apart, words stay together") {
  CHECK(stripped("<p>The ferry to <a href=\"https://x.example\">Skarn</a> "
                 "sailed.</p><p>Barley fell &amp; oats rose.</p>") ==
        "The ferry to Skarn sailed.\n\nBarley fell &amp; oats rose.");
  CHECK(stripped("<p>Barley fell.</p><aside>x</aside>") == "Barley fell.\n\nx");
  CHECK(stripped("One<br>two<br/>three") == "One\ntwo\nthree");
  CHECK(stripped("<ul><li>One</li><li>Two</li></ul>End") ==
        "One\n\nTwo\n\nEnd");
  CHECK(stripped("<table><tr><td>1</td><td>2</td></tr></table>") == "1 2");
  CHECK(stripped("un<b>believ</b>able") == "unbelievable");
  CHECK(stripped("a <i>b</i> c") == "a b c");
  CHECK(stripped("<P>One.</P>\n<P>Two.</P>") == "One.\n\nTwo.");
  CHECK(stripped("<p></p>") == "");
}

TEST_CASE("markup: scripts, styles and comments have no text") {
  CHECK(stripped("A<script>if (a<b) x('<p>')</script>B") == "AB");
  CHECK(stripped("<style>p {color: red}</style><p>A</p>") == "A");
  CHECK(stripped("A<!-- not this -->B") == "AB");
  CHECK(stripped("A <script>never closed") == "A never closed");
}

TEST_CASE("markup: what is no tag stays") {
  for (const char *text : {"", "a < b > c", "<b and c>", "<F> rose", "<foo>",
                           "if x<y and y>z", "<", "<p", "1 <2> 3"})
    CHECK_MESSAGE(stripped(text) == "none", text);
  std::vector<MarkupTag> tags;
  find_markup("<p>a</p><br>", 2, tags);
  REQUIRE(tags.size() == 2);
  CHECK(tags[1].close);
  CHECK(tags[1].name == "p");
}

TEST_CASE("markup: the marks of a section of XML go, what is in it stays") {
  std::string out;
  CHECK(strip_markup("<![CDATA[<p>One.</p><p>Two.</p>]]>", out) == 6);
  CHECK(out == "One.\n\nTwo.");
  CHECK(strip_markup("a <![CDATA[b]]> c", out) == 2);
  CHECK(out == "a b c");
  CHECK(strip_markup("an open <![CDATA[ mark", out) == 0);
  CHECK(strip_markup("x[a[1]]> 3", out) == 0);
}
