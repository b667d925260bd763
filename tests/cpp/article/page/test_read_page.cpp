// SPDX-License-Identifier: GPL-2.0-or-later
// Whole pages, with and without an article.
#include "article/page/read_page.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("read page: declared encodings") {
  CHECK(declared_charset("<meta charset=\"UTF-8\">") == "utf-8");
  CHECK(declared_charset("<META http-equiv=Content-Type content='text/html; "
                         "charset=windows-1252'>") == "windows-1252");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding='iso-8859-2'?>") ==
        "iso-8859-2");
  CHECK(declared_charset("<meta name=x content=y>charset=koi8-r") == "");
  CHECK(declared_charset("<p charset=koi8-r>") == "");
  CHECK(declared_charset("") == "");
  CHECK(declared_charset("<meta charset=") == "");
}

TEST_CASE("read page: the end of the source") {
  CHECK(ends_in_tag("<p>a</p"));
  CHECK(ends_in_tag("<p>a<"));
  CHECK_FALSE(ends_in_tag("<p>a < 3"));
  CHECK_FALSE(ends_in_tag("<p>a</p>"));
  CHECK_FALSE(ends_in_tag(""));
}

TEST_CASE("read page: pages with and without an article") {
  const std::string text = "Rain fell in the whole of the land, all day long. "
                           "It fell on the just and the unjust, said the mayor "
                           "of Tarsk, who had an umbrella.";
  const PageRecord page =
      read_page("<html><head><title>Rain</title></head><body><p>" + text +
                "</p></body></html>");
  CHECK(page.text == text);
  CHECK(page.meta.title == "Rain");
  CHECK(page.problems.empty());
  for (const char *none : {"", "<html/>", "<p>Rain</p>", "<a>x</a>"}) {
    const PageRecord out = read_page(none);
    CHECK(out.text.empty());
    REQUIRE(out.problems.size() == 1);
    CHECK(out.problems[0].code == std::string("no_article"));
  }
  CHECK(read_page("<html><frameset><frame/></frameset></html>")
            .problems[0]
            .code == std::string("frames"));
}
