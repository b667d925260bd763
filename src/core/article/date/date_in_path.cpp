// SPDX-License-Identifier: GPL-2.0-or-later
// Looks for the most precise date between the marks of names and addresses.
#include "article/date/date_in_path.h"

#include "article/date/calendar.h"
#include "article/date/match.h"
#include "article/date/tokens.h"
#include "text/ascii.h"

#include <algorithm>
#include <vector>

namespace tritone::article {

using Kind = DateToken::Kind;

bool read_compact_day(std::string_view digits, NewsDate &out) {
  if (digits.size() < 8 ||
      !std::all_of(digits.begin(), digits.begin() + 8, text::is_ascii_digit))
    return false;
  const auto number = [digits](std::size_t from, std::size_t size) {
    int value = 0;
    for (std::size_t i = from; i < from + size; ++i)
      value = value * 10 + (digits[i] - '0');
    return value;
  };
  out = NewsDate{};
  out.year = number(0, 4);
  out.month = number(4, 2);
  out.day = number(6, 2);
  return out.year >= 1900 && out.year <= 2099 &&
         is_calendar_day(out.year, out.month, out.day);
}

bool date_in_name(std::string_view name, NewsDate &out) {
  const std::vector<DateToken> tokens = date_tokens(name);
  const auto mark = [&](std::size_t i) {
    const char c = i < tokens.size() ? name[tokens[i].begin] : ' ';
    return c == '-' || c == '_' ? c : '\0';
  };
  NewsDate best;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].number(4, 4) || tokens[i].value < 1800 ||
        tokens[i].value > 2099)
      continue;
    NewsDate date;
    date.year = static_cast<int>(tokens[i].value);
    date.begin = tokens[i].begin;
    date.end = tokens[i].end;
    if (mark(i + 1) != '\0' && i + 2 < tokens.size() &&
        tokens[i + 2].number(2, 2) && tokens[i + 2].value >= 1 &&
        tokens[i + 2].value <= 12) {
      date.month = static_cast<int>(tokens[i + 2].value);
      date.end = tokens[i + 2].end;
      if (mark(i + 3) == mark(i + 1) && i + 4 < tokens.size() &&
          tokens[i + 4].number(2, 2)) {
        date.day = static_cast<int>(tokens[i + 4].value);
        date.end = tokens[i + 4].end;
        if (!is_calendar_day(date.year, date.month, date.day))
          continue;
      }
    } else if (date.year < 1900) {
      continue; // a number, not a year
    }
    if (date_precision(date) > date_precision(best))
      best = date;
  }
  out = best;
  return best.year != 0;
}

bool date_in_address(std::string_view address, NewsDate &out) {
  const std::size_t protocol = address.find("://");
  std::size_t from = protocol == std::string_view::npos ? 0 : protocol + 3;
  from = std::min(address.find('/', from), address.size());
  const std::string_view path = address.substr(from);
  const DateMatcher matcher(path, DateStyle::alone);
  const std::vector<DateToken> &tokens = matcher.tokens();
  NewsDate best;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    NewsDate date;
    // What begins inside a number or after the number of a month is not a date.
    const bool year_first = tokens[i].number(4, 4);
    if (year_first) {
      NewsDate month;
      if (matcher.match_day(i, date) != 0 && !date.impossible &&
          date.year == tokens[i].value) {
        // /2021/03/11/
      } else if (i + 4 < tokens.size() && tokens[i + 4].number(1, 2) &&
                 matcher.match_month(i + 2, month) == 0 &&
                 month_number(matcher.word(i + 2)) != 0) {
        date = NewsDate{};
        date.year = static_cast<int>(tokens[i].value);
        date.month = month_number(matcher.word(i + 2));
        date.day = static_cast<int>(tokens[i + 4].value);
        date.begin = tokens[i].begin;
        date.end = tokens[i + 4].end;
        if (!is_calendar_day(date.year, date.month, date.day))
          date = NewsDate{};
      } else if (matcher.match_month(i, month) != 0 &&
                 month.year == tokens[i].value) {
        date = month;
      }
      if (date.year < 1990 || date.year > 2099)
        continue;
    } else if (tokens[i].kind == Kind::number && tokens[i].digits >= 8) {
      if (!read_compact_day(matcher.word(i).substr(0, 8), date) ||
          date.year < 1990)
        continue;
      date.begin = tokens[i].begin;
      date.end = tokens[i].begin + 8;
    } else {
      continue;
    }
    if (date_precision(date) > date_precision(best))
      best = date;
  }
  best.begin += from;
  best.end += from;
  out = best;
  return best.year != 0;
}

} // namespace tritone::article
