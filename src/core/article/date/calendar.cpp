// SPDX-License-Identifier: GPL-2.0-or-later
// Days and their numbers, both ways, without a table of years.
#include "article/date/calendar.h"

namespace tritone::article {
namespace {

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// The days of a year before its month; the year is taken to begin with March,
// so that the leap day is its last.
int days_before(int month) { return (153 * ((month + 9) % 12) + 2) / 5; }

constexpr std::int64_t kEpoch = 719468; // 1 March of year 0 to 1 January 1970
constexpr std::int64_t kDaysOf400Years = 146097;

} // namespace

bool is_calendar_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= kDays[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

std::int64_t day_number(int year, int month, int day) {
  const std::int64_t y = year - (month <= 2 ? 1 : 0);
  return y * 365 + y / 4 - y / 100 + y / 400 + days_before(month) + day - 1 -
         kEpoch;
}

CalendarDay calendar_day(std::int64_t number) {
  number += kEpoch;
  const std::int64_t era =
      (number >= 0 ? number : number - kDaysOf400Years + 1) / kDaysOf400Years;
  const std::int64_t of_era = number - era * kDaysOf400Years;
  const std::int64_t year =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t from_march = (5 * of_year + 2) / 153;
  const int month = static_cast<int>(from_march + (from_march < 10 ? 3 : -9));
  return {static_cast<int>(year + era * 400 + (month <= 2 ? 1 : 0)), month,
          static_cast<int>(of_year - (153 * from_march + 2) / 5 + 1)};
}

int weekday_of(std::int64_t number) {
  // 1 January 1970 was a Thursday.
  return static_cast<int>(((number + 3) % 7 + 7) % 7) + 1;
}

} // namespace tritone::article
