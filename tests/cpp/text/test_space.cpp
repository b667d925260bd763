// SPDX-License-Identifier: GPL-2.0-or-later
// White space, trimmed and collapsed.
#include "text/space.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("space: white space of any kind is trimmed") {
  CHECK(trim_space("").empty());
  CHECK(trim_space(" \t\r\n\u00A0\u2003\u3000").empty());
  CHECK(trim_space("\u00A0 a\u00A0b \n") == "a\u00A0b");
  CHECK(trim_space("\u200Ba") == "\u200Ba");
  CHECK(trim_space(" \xFF\x80 ") == "\xFF\x80");
}

TEST_CASE("space: runs of white space become one blank") {
  CHECK(collapse_space("").empty());
  CHECK(collapse_space(" \u00A0\n").empty());
  CHECK(collapse_space("\n a \u00A0\t b\u2028c ") == "a b c");
  CHECK(collapse_space("a\xFF  \xE2\x80") == "a\xFF \xE2\x80");
}

TEST_CASE("space: words between blanks") {
  CHECK(count_blank_words("") == 0);
  CHECK(count_blank_words(" \n\t ") == 0);
  CHECK(count_blank_words("a b  c\nd-e") == 4);
}
