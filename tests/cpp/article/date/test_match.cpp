// SPDX-License-Identifier: GPL-2.0-or-later
// The matcher of dates in each of its three styles.
#include "article/date/match.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("date match: the token after the date") {
  NewsDate date;
  const DateMatcher matcher("On Tuesday, March 3, 2021, rain",
                            DateStyle::running);
  CHECK(matcher.match_day(0, date) == 0);
  CHECK(matcher.match_day(1, date) == 7);
  CHECK(date.weekday == 2);
  CHECK(date.year == 2021);
  CHECK(matcher.match_day(99, date) == 0);
}

TEST_CASE("date match: running text requires capitals") {
  NewsDate date;
  CHECK(DateMatcher("march 3", DateStyle::running).match_day(0, date) == 0);
  CHECK(DateMatcher("march 3", DateStyle::alone).match_day(0, date) == 2);
}

TEST_CASE("date match: what each style requires") {
  // For each text: alone, dateline, running.
  const struct {
    const char *text;
    bool found[3];
  } cases[] = {
      {"11.3.21", {true, true, false}},     {"11.3.2021", {true, true, true}},
      {"11/3/21", {true, true, false}},     {"11 March 21", {true, true, true}},
      {"march 3", {true, true, false}},     {"March 3%", {true, false, false}},
      {"March 3,000", {true, false, false}}};
  for (const auto &one : cases)
    for (const DateStyle style :
         {DateStyle::alone, DateStyle::dateline, DateStyle::running}) {
      NewsDate date;
      const std::size_t end = DateMatcher(one.text, style).match_day(0, date);
      CHECK_MESSAGE((end != 0) == one.found[static_cast<std::size_t>(style)],
                    one.text);
    }
  NewsDate date;
  DateMatcher("11 March 21", DateStyle::dateline).match_day(0, date);
  CHECK(date.year == 2021);
  DateMatcher("11 March 21", DateStyle::running).match_day(0, date);
  CHECK(date.year == 0);
}

TEST_CASE("date match: months") {
  NewsDate date;
  CHECK(DateMatcher("March 2021", DateStyle::running).match_month(0, date) ==
        2);
  CHECK(date.day == 0);
  CHECK(DateMatcher("2021-13", DateStyle::running).match_month(0, date) == 0);
  CHECK(DateMatcher("March 3", DateStyle::running).match_month(0, date) == 0);
  CHECK(DateMatcher("", DateStyle::running).match_month(0, date) == 0);
}

TEST_CASE("date match: years of two figures") {
  CHECK(full_year(0) == 2000);
  CHECK(full_year(69) == 2069);
  CHECK(full_year(70) == 1970);
  CHECK(full_year(99) == 1999);
}

TEST_CASE("date match: both orders, one, or none") {
  NewsDate date;
  date.order = DateOrder::unknown;
  date.year = 2021;
  date.month = 13;
  date.day = 4;
  check_day(date);
  CHECK(date.order == DateOrder::month_first);
  CHECK(date.day == 13);
  CHECK_FALSE(date.impossible);
  date = NewsDate{};
  date.month = 40;
  date.day = 40;
  check_day(date);
  CHECK(date.impossible);
}
