// SPDX-License-Identifier: GPL-2.0-or-later
// Dates that are a whole string, or occur in running text.
#pragma once

#include "base/config.h"

#include "article/date/date.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Reads a text that is a date, with at most a time of day, a zone, a weekday or
// words such as Published and Updated beside it. False if it is not a date.
//   March 3, 2021       3 March 2021        Tuesday, Oct. 11     11 October
//   Fri Dec 03 07:15:00 +0000 2021
//   3rd of March, 2021  Mar 3               March 2021           2021
//   2021-03-11T14:02:00+01:00               Thu, 11 Mar 2021 14:02:00 GMT
//   2021/03/11          11.03.2021          03/04/2021           11-Mar-21
//   20210311            20210311140200      1615471320 (seconds, or
//   milliseconds, since 1970)               2021年3月11日
//   3 de diciembre de 2021                  2021. március 3.
//   20211203T104500Z                        44533 (the day of a spreadsheet,
//   1990 .. 2049)
// Names of months and weekdays are English or of a language of names.h, in any
// case, also shortened. Years are 1700 .. 2199; two figures are 1970 .. 2069.
// Figures with full stops are read day first. Of a day of publication and one
// of change ("Published: March 3, 2021 | Updated: March 4, 2021") the first
// counts; the writer in "Posted on March 3, 2021 by admin" is passed over.
bool read_date(std::string_view text, NewsDate &out);

// Does a text have a label such as Published or Updated?
bool has_day_label(std::string_view text);

// Does it have labels of the days of changes alone, such as Updated?
bool has_change_label_only(std::string_view text);

// The dates with a month and a day in running text, in order and disjoint; of
// the forms above, only those with the name of a month that begins with a
// capital, and those of figures with a year of four digits.
std::vector<NewsDate> find_dates(std::string_view text);

} // namespace tritone::article
