// SPDX-License-Identifier: GPL-2.0-or-later
// The one matcher of dates: which tokens of a text are a date, in any of the
// forms of read_date.h, wherever the text comes from.
#pragma once

#include "base/config.h"

#include "article/date/date.h"
#include "article/date/match_words.h"

#include <cstddef>
#include <vector>

namespace tritone::article {

// Matches the forms of dates at a token of a text. Each match_...() fills `out`
// and returns the token after the date, 0 if there is none.
class DateMatcher : public DateWords {
public:
  using DateWords::DateWords;

  // [weekday] month day [year], [weekday] day month [year], figures: dates with
  // a month and a day.
  std::size_t match_day(std::size_t i, NewsDate &out) const;

  // March 2021, 2021-03, 03/2021.
  std::size_t match_month(std::size_t i, NewsDate &out) const;

private:
  std::size_t day(std::size_t i, NewsDate &out) const;
  std::size_t take_year(std::size_t i, NewsDate &out) const;
  std::size_t month_day(std::size_t i, NewsDate &out) const;
  std::size_t day_month(std::size_t i, NewsDate &out) const;
  std::size_t figures(std::size_t i, NewsDate &out) const;
  std::size_t year_first(std::size_t i, NewsDate &out) const;
  std::size_t characters(std::size_t i, NewsDate &out) const;
  std::size_t mongolian(std::size_t i, NewsDate &out) const;
  bool ends_well(std::size_t i) const;
};

// The dates with a month and a day, in order and disjoint.
std::vector<NewsDate> find_dates(const DateMatcher &matcher);

// The full year for a year of two figures.
int full_year(int two_figures);

// Sets `impossible`, and the order of figures that can be read in two.
void check_day(NewsDate &date);

} // namespace tritone::article
