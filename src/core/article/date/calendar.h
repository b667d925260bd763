// SPDX-License-Identifier: GPL-2.0-or-later
// The Gregorian calendar: which days exist, their numbers and weekdays.
#pragma once

#include "base/config.h"

#include <cstdint>

namespace tritone::article {

// The Gregorian calendar for years 1 .. 9999; months and days count from 1.

// Does the day exist?
bool is_calendar_day(int year, int month, int day);

// Days since 1 January 1970, as in R's Date. The day must exist.
std::int64_t day_number(int year, int month, int day);

// The year, month and day of a day number.
struct CalendarDay {
  int year;
  int month;
  int day;
};
CalendarDay calendar_day(std::int64_t number);

// 1 for Monday .. 7 for Sunday.
int weekday_of(std::int64_t number);

} // namespace tritone::article
