// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs, lists and tables of pages, and their weights.
#include "article/page/blocks.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The blocks, joined by bars.
std::string blocks(const std::string &page) {
  const PageTree tree(page);
  std::string out;
  for (const PageBlock &block :
       find_blocks(tree, std::vector<bool>(tree.size())))
    out += (out.empty() ? "" : "|") + block.text;
  return out;
}

} // namespace

TEST_CASE("page blocks: paragraphs and inline elements") {
  CHECK(blocks("<p>One  <b>two</b>\n three</p><p>Four</p>") ==
        "One two three|Four");
  CHECK(blocks("<div>a<p>b</p>c</div>") == "a|b|c");
  CHECK(blocks("<p> </p><div><div>a</div></div>") == "a");
  CHECK(blocks("") == "");
}

TEST_CASE("page blocks: line breaks") {
  CHECK(blocks("<p>a<br/>b<br/><br/>c</p>") == "a\nb|c");
  CHECK(blocks("<td>a <br/> \n <br/> b</td>") == "a|b");
  CHECK(blocks("<p><br/>a</p>") == "a");
  CHECK(blocks("<pre>a\n  b</pre>") == "a\n  b");
}

TEST_CASE("page blocks: lists") {
  CHECK(blocks("<ul><li>a</li> <li><a>b</a> c</li></ul>") == "- a|- b c");
  CHECK(blocks("<ol><li>a</li><li/><li>b</li></ol>") == "1. a|2. b");
  CHECK(blocks("<ul><li><p>a</p></li></ul>") == "a");
}

TEST_CASE("page blocks: tables of data and of layout") {
  CHECK(blocks("<table><tr><th>a</th><th>b</th></tr>"
               "<tr><td>1</td><td>2 <i>x</i></td></tr></table>") ==
        "a\tb|1\t2 x");
  CHECK(blocks("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>") ==
        "a|b");
  CHECK(blocks("<table><tr><td><div>a</div></td><td>b</td></tr>"
               "<tr><td>c</td><td>d</td></tr></table>") == "a|b|c|d");
}

TEST_CASE("page blocks: weight is text in sentences outside of links") {
  const PageTree tree("<p>Rain fell in the whole of the land.</p><p>Rain</p>"
                      "<p><a>Rain fell in the whole of the land.</a></p>"
                      "<h2>Rain fell in the whole of the land.</h2>");
  const auto found = find_blocks(tree, std::vector<bool>(tree.size()));
  REQUIRE(found.size() == 4);
  CHECK(found[0].weight == 35);
  CHECK(found[1].weight == 0);
  CHECK(found[2].weight == 0);
  CHECK(found[2].link_chars == 35);
  CHECK(found[3].weight == 0);
}

TEST_CASE("page blocks: sentences") {
  CHECK(has_sentence("Rain fell."));
  CHECK(has_sentence("\u201cRain fell.\u201d"));
  CHECK(has_sentence("Did it? Yes"));
  CHECK_FALSE(has_sentence("Rain 3.5 mm"));
  CHECK_FALSE(has_sentence(""));
}
