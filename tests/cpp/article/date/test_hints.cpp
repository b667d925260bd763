// SPDX-License-Identifier: GPL-2.0-or-later
// The quick check for dates never misses one.
#include "article/date/hints.h"

#include "article/date/read_date.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("date hints: figures beside a month or beside marks and figures") {
  for (const char *text :
       {"11 March", "March 11", "on Mar.  11th", "11-Mar", "the 3rd of May",
        "1.2.2021", "2021-03-11", "2021\u5E743\u670811\u65E5", "11\u00A0May"}) {
    CAPTURE(text);
    CHECK(may_hold_date(text));
  }
  for (const char *text :
       {"", "11", "March", "3.5 percent of 12", "1990-92", "555-1234",
        "11 march", "March of 11", "at 3:15", "may 11", "1..2", "1.2."}) {
    CAPTURE(text);
    CHECK_FALSE(may_hold_date(text));
  }
}

TEST_CASE("date hints: no date without a hint") {
  // Pieces of dates in any order: where a date is found, the hint was there.
  const std::string pieces[] = {
      "March",  "11",  " ",   ".",      "-",      "/",     "of", "th",
      "2021",   "Mon", ",",   "the",    "\u2013", "\n",    "3",  "Sept",
      "\u00A0", "MAY", "may", "\u5E74", "\u6708", "\u65E5"};
  Rng rng(3, 1);
  std::size_t dates = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string text;
    for (int j = 0; j < 9; ++j)
      text += pieces[rng.below(std::size(pieces))];
    if (find_dates(text).empty())
      continue;
    ++dates;
    CAPTURE(text);
    REQUIRE(may_hold_date(text));
  }
  CHECK(dates > 1000);
}

TEST_CASE("date hints: weekdays") {
  CHECK(has_weekday("on Monday."));
  CHECK(has_weekday("Today, Sunday's paper"));
  CHECK_FALSE(has_weekday("today, on monday, or a Mayday"));
  CHECK_FALSE(has_weekday("Mon"));
  CHECK_FALSE(has_weekday(""));
}
