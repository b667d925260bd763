// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/date/read_date.h"
#include "article/date/tokens.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone {

// Matches the forms of dates at a token of a text. Each match_...() fills `out`
// and returns the token behind the date, 0 where there is none.
class DateMatcher {
public:
  // Running text asks for a capital in the name of a month and for nothing
  // glued to the date.
  DateMatcher(std::string_view text, bool running)
      : text_(text), tokens_(date_tokens(text)), running_(running) {}

  const std::vector<DateToken> &tokens() const { return tokens_; }
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  // [weekday] month day [year], [weekday] day month [year], figures: dates with
  // a month and a day.
  std::size_t match_day(std::size_t i, NewsDate &out) const;

  // March 2021, 2021-03, 03/2021.
  std::size_t match_month(std::size_t i, NewsDate &out) const;

private:
  bool is_mark(std::size_t i, char c) const;
  bool glued(std::size_t i) const; // to the token before
  int month(std::size_t i) const;
  int year(std::size_t i) const;
  std::size_t suffix(std::size_t i) const;
  std::size_t day(std::size_t i, NewsDate &out) const;
  std::size_t take_year(std::size_t i, NewsDate &out) const;
  std::size_t month_day(std::size_t i, NewsDate &out) const;
  std::size_t day_month(std::size_t i, NewsDate &out) const;
  std::size_t figures(std::size_t i, NewsDate &out) const;
  std::size_t characters(std::size_t i, NewsDate &out) const;
  bool ends_well(std::size_t i) const;

  std::string_view text_;
  std::vector<DateToken> tokens_;
  bool running_;
};

// find_dates() of a text in running words that was taken apart already.
std::vector<NewsDate> find_dates(const DateMatcher &matcher);

// The year that two figures stand for.
int full_year(int two_figures);

// Sets `impossible`, and where figures may be read in two orders, the order.
void check_day(NewsDate &date);

} // namespace tritone
