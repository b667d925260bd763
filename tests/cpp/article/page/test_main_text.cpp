// SPDX-License-Identifier: GPL-2.0-or-later
// The main element of a page and its text.
#include "article/page/main_text.h"

#include "article/page/asides.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

const std::string kOne = "Rain fell in the whole of the land, all day long.";
const std::string kTwo = "It fell on the just and the unjust, said the mayor.";

std::string p(const std::string &text) { return "<p>" + text + "</p>"; }

std::string text(const std::string &page, const std::string &title = {}) {
  const PageTree tree(page);
  const auto aside = find_asides(tree);
  const auto blocks = find_blocks(tree, aside);
  const std::size_t main = find_main(tree, aside, blocks);
  return main == 0 ? "none" : main_text(tree, blocks, main, title, true);
}

} // namespace

TEST_CASE("main text: the element with the text") {
  const std::string both = kOne + "\n\n" + kTwo;
  CHECK(text("<body><div>Menu</div><div>" + p(kOne) + p(kTwo) +
             "</div></body>") == both);
  CHECK(text("<body>" + p(kOne) + p(kTwo) + "</body>") == both);
  CHECK(text("<body><table><tr><td>" + p(kOne) + p(kTwo) +
             "</td><td>A box of the site. It has a sentence.</td></tr></table>"
             "</body>") == both);
  CHECK(text("<body><p>Menu</p></body>") == "none");
  CHECK(text("") == "none");
}

TEST_CASE("main text: the title is not in it") {
  CHECK(text("<body><h2>Rain!</h2>" + p(kOne) + p(kTwo) + "</body>", "Rain") ==
        kOne + "\n\n" + kTwo);
}

TEST_CASE("main text: headings without text, links and lines of the site") {
  CHECK(text("<article>" + p(kOne) + "<h2>Where</h2>" + p(kTwo) +
             "<h2>More</h2><p><a>Sun shines</a></p></article>") ==
        kOne + "\n\nWhere\n\n" + kTwo);
  CHECK(text("<article>" + p(kOne) + p("Share this") + p(kTwo) +
             p("Tarsk Edition") + "</article>") == kOne + "\n\n" + kTwo);
  CHECK(text("<article>" + p(kOne) + p("(Reporting by Petr Olm)") +
             "</article>") == kOne + "\n\n(Reporting by Petr Olm)");
}

TEST_CASE("main text: lines of dates and times") {
  CHECK(text("<article>" + p("09:00") + p(kOne) +
             p("3 December 2021, 7:15 pm") + p("12") + p(kTwo) +
             "</article>") == kOne + "\n\n12\n\n" + kTwo);
}

TEST_CASE("main text: keys of titles") {
  CHECK(title_key("Rain, again!") == "rainagain");
  CHECK(title_key("") == "");
  CHECK(title_key("\u2014") == "");
}
