// SPDX-License-Identifier: GPL-2.0-or-later
// Days that exist, their numbers and weekdays.
#include "article/date/calendar.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("calendar: days that exist and days that do not") {
  CHECK(is_calendar_day(2020, 2, 29));
  CHECK(is_calendar_day(2000, 2, 29));
  CHECK_FALSE(is_calendar_day(1900, 2, 29));
  CHECK_FALSE(is_calendar_day(2021, 2, 29));
  CHECK_FALSE(is_calendar_day(2021, 4, 31));
  CHECK_FALSE(is_calendar_day(2021, 0, 1));
  CHECK_FALSE(is_calendar_day(2021, 13, 1));
  CHECK_FALSE(is_calendar_day(2021, 1, 0));
  CHECK_FALSE(is_calendar_day(0, 1, 1));
}

TEST_CASE("calendar: numbers of days") {
  CHECK(day_number(1970, 1, 1) == 0);
  CHECK(day_number(2000, 3, 1) == 11017);
  CHECK(day_number(1969, 12, 31) == -1);
  CHECK(weekday_of(0) == 4);
  CHECK(weekday_of(-1) == 3);
  CHECK(weekday_of(day_number(2021, 10, 11)) == 1);
}

TEST_CASE("calendar: every day of four centuries comes back") {
  std::int64_t number = day_number(1799, 12, 31);
  int weekday = weekday_of(number);
  for (int year = 1800; year < 2200; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; is_calendar_day(year, month, day); ++day) {
        REQUIRE(day_number(year, month, day) == ++number);
        const CalendarDay back = calendar_day(number);
        REQUIRE(back.year == year);
        REQUIRE(back.month == month);
        REQUIRE(back.day == day);
        weekday = weekday % 7 + 1;
        REQUIRE(weekday_of(number) == weekday);
      }
}
