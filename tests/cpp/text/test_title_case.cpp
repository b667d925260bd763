// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines are in Title Case.
#include "text/title_case.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("title case: most, or nearly all, of the longer words") {
  TitleCase style;
  CHECK_FALSE(style.most());
  CHECK_FALSE(style.nearly_all());
  style.add(true);
  CHECK(style.most());
  CHECK_FALSE(style.nearly_all()); // one word is no line
  style.add(true);
  CHECK(style.nearly_all());
  style.add(false);
  CHECK(style.most());
  CHECK_FALSE(style.nearly_all());
  style.add(true); // three of four
  CHECK(style.nearly_all());
  style.add(false);
  style.add(false); // three of six
  CHECK_FALSE(style.most());
  CHECK(style.words() == 6);
}

TEST_CASE("title case: words that count") {
  CHECK(has_four_letters("rain1s"));
  CHECK_FALSE(has_four_letters("a1b2c"));
  CHECK(has_four_letters("\u00E9t\u00E9s"));
  CHECK_FALSE(has_four_letters("\u00E9t\u00E9"));
  CHECK_FALSE(has_four_letters(""));
}

TEST_CASE("title case: headlines") {
  CHECK(is_title_line("River Rises at Tarsk"));
  CHECK(is_title_line("Mayor of the Town Resigns"));
  CHECK_FALSE(is_title_line("River Rises at Tarsk."));
  CHECK_FALSE(is_title_line("River rises at Tarsk"));
  CHECK_FALSE(is_title_line("Tarsk"));
  std::string long_line = "Rain";
  for (int i = 1; i < 25; ++i)
    long_line += " Rain";
  CHECK(is_title_line(long_line));
  CHECK_FALSE(is_title_line(long_line + " Rain"));
}
