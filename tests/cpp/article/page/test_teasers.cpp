// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of teasers.
#include "article/page/teasers.h"

#include "article/page/asides.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("page teasers: several in a row") {
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
