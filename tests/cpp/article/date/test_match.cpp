// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/date/match.h"

#include <doctest/doctest.h>

using namespace tritone;

TEST_CASE("date match: the token behind the date") {
  NewsDate date;
  const DateMatcher matcher("On Tuesday, March 3, 2021, rain", true);
  CHECK(matcher.match_day(0, date) == 0);
  CHECK(matcher.match_day(1, date) == 7);
  CHECK(date.weekday == 2);
  CHECK(date.year == 2021);
  CHECK(matcher.match_day(99, date) == 0);
}

TEST_CASE("date match: running text asks for capitals") {
  NewsDate date;
  CHECK(DateMatcher("march 3", true).match_day(0, date) == 0);
  CHECK(DateMatcher("march 3", false).match_day(0, date) == 2);
}

TEST_CASE("date match: months") {
  NewsDate date;
  CHECK(DateMatcher("March 2021", true).match_month(0, date) == 2);
  CHECK(date.day == 0);
  CHECK(DateMatcher("2021-13", true).match_month(0, date) == 0);
  CHECK(DateMatcher("March 3", true).match_month(0, date) == 0);
  CHECK(DateMatcher("", true).match_month(0, date) == 0);
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
