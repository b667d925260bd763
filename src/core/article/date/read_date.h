// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone {

enum class DateOrder : std::uint8_t { fixed, day_first, month_first, unknown };

// A date as it is written. What is not written is 0.
struct NewsDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0; // 1 Monday .. 7 Sunday
  // Of figures alone (3/4/2021): which of the first two is the day. `unknown`
  // where both readings are days; then month and day are read day first.
  DateOrder order = DateOrder::fixed;
  bool short_year = false; // the year is written with two figures
  bool range = false;      // the first of several days (March 3-5)
  // Is there no such day (February 30), in any order?
  bool impossible = false;
  std::size_t begin = 0; // bytes of the text it is written in
  std::size_t end = 0;
};

// Reads a text that is a date and nothing else but the time of the day, a zone,
// a weekday or words such as Published and Updated. False where it is not one.
//   March 3, 2021       3 March 2021        Tuesday, Oct. 11     11 October
//   Fri Dec 03 07:15:00 +0000 2021
//   3rd of March, 2021  Mar 3               March 2021           2021
//   2021-03-11T14:02:00+01:00               Thu, 11 Mar 2021 14:02:00 GMT
//   2021/03/11          11.03.2021          03/04/2021           11-Mar-21
//   20210311            20210311140200      1615471320 (seconds, or
//   milliseconds, since 1970)               2021年3月11日
// Names of months and weekdays are English, in any case, also shortened. Years
// are 1700 .. 2199; two figures mean 1970 .. 2069. Figures with full stops are
// read day first.
bool read_date(std::string_view text, NewsDate &out);

// The dates with a month and a day in running text, in order and disjoint; of
// the forms above those with the name of a month, in capitals or with a
// capital, and those of figures with a year of four.
std::vector<NewsDate> find_dates(std::string_view text);

// The date in the name of a file: 2021-03-11, 2021_03_11, not inside a longer
// number; or a year (1900 .. 2099), with a month (2021-03), alone. False where
// there is none.
bool date_in_name(std::string_view name, NewsDate &out);

// The date in the address of a page (/2021/03/11/, /2021/mar/11/, 2021-03-11,
// 20210311 at the start of a number), its protocol and host left out; or
// /2021/03/ alone. False where there is none.
bool date_in_address(std::string_view address, NewsDate &out);

} // namespace tritone
