// SPDX-License-Identifier: GPL-2.0-or-later
// The one matcher of dates: which tokens of a text are a date, in any of the
// forms of read_date.h, wherever the text comes from.
#pragma once

#include "base/config.h"

#include "article/date/date.h"
#include "article/date/tokens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// Where a date is written, which decides what may be one:
//                              alone   dateline   running
//   may touch other characters   yes      no         no
//   years of two figures         yes      yes        no
//   months without a capital     yes      yes        no
//   languages of names.h         yes      no         no
//   the Buddhist era of Thai     yes      no         no
//   a year before the month      yes      no         no
enum class DateStyle : std::uint8_t { alone, dateline, running };

// Matches the forms of dates at a token of a text. Each match_...() fills `out`
// and returns the token after the date, 0 if there is none.
class DateMatcher {
public:
  DateMatcher(std::string_view text, DateStyle style);

  const std::vector<DateToken> &tokens() const { return tokens_; }
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  // [weekday] month day [year], [weekday] day month [year], figures: dates with
  // a month and a day.
  std::size_t match_day(std::size_t i, NewsDate &out) const;

  // March 2021, 2021-03, 03/2021.
  std::size_t match_month(std::size_t i, NewsDate &out) const;

  // The year that token i is; 0 if it is not a year. The same for a weekday, 1
  // Monday .. 7.
  int year(std::size_t i) const;
  int weekday(std::size_t i) const;

private:
  bool is_mark(std::size_t i, char c) const;
  bool glued(std::size_t i) const; // to the token before
  int month(std::size_t i) const;
  std::size_t after_month(std::size_t i, int &number) const;
  std::size_t after_year_word(std::size_t i) const;
  std::size_t link(std::size_t i) const;
  std::size_t suffix(std::size_t i) const;
  std::size_t day(std::size_t i, NewsDate &out) const;
  std::size_t take_year(std::size_t i, NewsDate &out) const;
  std::size_t month_day(std::size_t i, NewsDate &out) const;
  std::size_t day_month(std::size_t i, NewsDate &out) const;
  std::size_t figures(std::size_t i, NewsDate &out) const;
  std::size_t year_first(std::size_t i, NewsDate &out) const;
  std::size_t characters(std::size_t i, NewsDate &out) const;
  std::size_t mongolian(std::size_t i, NewsDate &out) const;
  bool ends_well(std::size_t i) const;

  std::string_view text_;
  std::vector<DateToken> tokens_;
  DateStyle style_;
  bool foreign_ = false; // may be in a language of names.h, beyond ASCII
  bool thai_ = false;
};

// The dates with a month and a day, in order and disjoint.
std::vector<NewsDate> find_dates(const DateMatcher &matcher);

// The full year for a year of two figures.
int full_year(int two_figures);

// Sets `impossible`, and the order of figures that can be read in two.
void check_day(NewsDate &date);

} // namespace tritone::article
