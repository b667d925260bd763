// SPDX-License-Identifier: GPL-2.0-or-later
// A date as it is written: the type that every file of this room works with.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>

namespace tritone::article {

// Which of the first two figures of 3/4/2021 is the day: `fixed` if the form
// decides (2021-04-03, March 3), `unknown` if both readings are days and
// nothing has decided yet.
enum class DateOrder : std::uint8_t { fixed, day_first, month_first, unknown };

// A date as it is written. What is not written is 0.
struct NewsDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0; // 1 Monday .. 7 Sunday
  // With `unknown`, month and day are read day first.
  DateOrder order = DateOrder::fixed;
  bool short_year = false; // the year is written with two figures
  bool range = false;      // the first of several days (March 3-5)
  bool serial = false;     // written as the number of a day by a spreadsheet
  // Does the day not exist (February 30), in any order?
  bool impossible = false;
  std::size_t begin = 0; // bytes of the text it is written in
  std::size_t end = 0;
};

// How much of a date is written: 3 its day, 2 its month, 1 its year, 0 nothing.
inline int date_precision(const NewsDate &date) {
  return date.day != 0 ? 3 : date.month != 0 ? 2 : date.year != 0 ? 1 : 0;
}

} // namespace tritone::article
