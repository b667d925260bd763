// SPDX-License-Identifier: GPL-2.0-or-later
// The forms of dates, one function each, over the tokens of a text.
#include "article/date/match.h"

#include "article/date/calendar.h"
#include "article/date/names.h"
#include "text/ascii.h"
#include "text/word_list.h"

#include <algorithm>
#include <utility>

namespace tritone::article {
namespace {

using Kind = DateToken::Kind;

} // namespace

int full_year(int two_figures) {
  return two_figures + (two_figures < 70 ? 2000 : 1900);
}

void check_day(NewsDate &date) {
  // Without a year February may have 29 days.
  const int year = date.year == 0 ? 2000 : date.year;
  date.impossible = !is_calendar_day(year, date.month, date.day);
  if (date.order == DateOrder::unknown) {
    const bool swapped = is_calendar_day(year, date.day, date.month);
    if (date.impossible && swapped) {
      std::swap(date.month, date.day);
      date.impossible = false;
      date.order = DateOrder::month_first;
    } else if (!swapped || date.month == date.day) {
      date.order = date.impossible || date.month == date.day
                       ? DateOrder::fixed
                       : DateOrder::day_first;
    }
  }
}

// A day of the month, with a second one after a hyphen.
std::size_t DateMatcher::day(std::size_t i, NewsDate &out) const {
  if (i >= tokens_.size() || !tokens_[i].number(1, 2))
    return 0;
  out.day = static_cast<int>(tokens_[i].value);
  i = suffix(i + 1);
  const bool hyphen = is_mark(i, '-') || is_mark(i, '/') ||
                      (i < tokens_.size() && word(i) == "\xE2\x80\x93");
  if (hyphen && glued(i) && glued(i + 1) && tokens_[i + 1].number(1, 2)) {
    out.range = true;
    i = suffix(i + 2);
  }
  return i;
}

// The token after the year that follows a day and month, or i if no year does.
std::size_t DateMatcher::take_year(std::size_t i, NewsDate &out) const {
  std::size_t at = i;
  const bool hyphen = is_mark(at, '-') || is_mark(at, '/');
  if (is_mark(at, ',') || is_mark(at, '.') || hyphen)
    ++at;
  if (year(at) != 0) {
    // 2,000 people, a time
    const bool number = is_mark(at + 1, ',') && glued(at + 1) &&
                        glued(at + 2) && tokens_[at + 2].number(3, 3);
    if (number)
      return i;
    out.year = year(at);
    return at + 1;
  }
  if (at < tokens_.size() && tokens_[at].number(2, 2) &&
      style_ != DateStyle::running && !is_mark(at + 1, ':') &&
      (hyphen || at == i)) {
    out.year = full_year(static_cast<int>(tokens_[at].value));
    out.short_year = true;
    return at + 1;
  }
  return i;
}

std::size_t DateMatcher::month_day(std::size_t i, NewsDate &out) const {
  i = after_month(i, out.month);
  if (i == 0)
    return 0;
  if (is_mark(i, '.') || is_mark(i, '-'))
    ++i;
  i = day(i, out);
  return i == 0 || !ends_well(i) ? 0 : take_year(i, out);
}

std::size_t DateMatcher::day_month(std::size_t i, NewsDate &out) const {
  i = day(i, out);
  if (i == 0)
    return 0;
  const bool ordinal = is_mark(i, '.');
  if (ordinal || is_mark(i, '-') || is_mark(i, '/'))
    ++i;
  else
    i = link(i);
  const std::size_t name = i;
  i = after_month(i, out.month);
  if (i == 0)
    return 0;
  // In Croatian the day is an ordinal number, and the name is that of October.
  if (style_ == DateStyle::alone && ordinal && word(name) == "listopada")
    out.month = 10;
  if (style_ == DateStyle::alone && year(link(i)) != 0)
    i = link(i);
  // 3 de dez. de 2021
  else if (style_ == DateStyle::alone && is_mark(i, '.') && glued(i) &&
           year(link(i + 1)) != 0)
    i = link(i + 1);
  // The full stop of a short form; one that ends the sentence is not taken.
  if (is_mark(i, '.') && glued(i) && year(i + 1) != 0)
    ++i;
  return take_year(i, out);
}

std::size_t DateMatcher::figures(std::size_t i, NewsDate &out) const {
  if (i + 4 >= tokens_.size() || tokens_[i].kind != Kind::number)
    return 0;
  const char mark = text_[tokens_[i + 1].begin];
  // Alone, a blank may come after a full stop: 3. 12. 2021
  const bool spaced = style_ == DateStyle::alone && mark == '.';
  if ((mark != '-' && mark != '/' && mark != '.') || !is_mark(i + 3, mark) ||
      !glued(i + 1) || !glued(i + 3) ||
      (!spaced && (!glued(i + 2) || !glued(i + 4))))
    return 0;
  const DateToken &first = tokens_[i];
  const DateToken &second = tokens_[i + 2];
  const DateToken &third = tokens_[i + 4];
  if (!second.number(1, 2))
    return 0;
  if (year(i) != 0 && third.number(1, 2)) {
    out.year = year(i);
    out.month = static_cast<int>(second.value);
    out.day = static_cast<int>(third.value);
  } else if (first.number(1, 2) &&
             (year(i + 4) != 0 ||
              (style_ != DateStyle::running && third.number(2, 2)))) {
    out.short_year = third.digits == 2;
    out.year =
        out.short_year ? full_year(static_cast<int>(third.value)) : year(i + 4);
    out.day = static_cast<int>(first.value);
    out.month = static_cast<int>(second.value);
    out.order =
        mark == '.' && out.month <= 12 ? DateOrder::fixed : DateOrder::unknown;
  } else {
    return 0;
  }
  return i + 5;
}

// 2021 March 3, 2021. március 3.
std::size_t DateMatcher::year_first(std::size_t i, NewsDate &out) const {
  if (style_ != DateStyle::alone || year(i) == 0)
    return 0;
  std::size_t at = i + 1;
  if (is_mark(at, '.') || is_mark(at, ','))
    ++at;
  const std::size_t word_end = after_year_word(at);
  const bool spelled = word_end != at;
  const std::size_t name = after_month(word_end, out.month);
  if (name != 0) {
    at = day(is_mark(name, '.') ? name + 1 : name, out);
  } else {
    // 2021. gada 3. decembris
    at = spelled ? day(word_end, out) : 0;
    if (at != 0)
      at = after_month(is_mark(at, '.') || is_mark(at, '-') ? at + 1 : at,
                       out.month);
  }
  if (at == 0 || year(at) != 0)
    return 0;
  out.year = year(i);
  return at;
}

// 2021 оны 3 сарын 11, 2021 оны 3-р сарын 11
std::size_t DateMatcher::mongolian(std::size_t i, NewsDate &out) const {
  if (!foreign_ || i + 4 >= tokens_.size() || year(i) == 0 ||
      word(i + 1) != "оны" || !tokens_[i + 2].number(1, 2))
    return 0;
  const std::size_t at =
      is_mark(i + 3, '-') && word(i + 4) == "р" ? i + 5 : i + 3;
  if (at + 1 >= tokens_.size() || word(at) != "сарын")
    return 0;
  out.year = year(i);
  out.month = static_cast<int>(tokens_[i + 2].value);
  return day(at + 1, out);
}

// 2021年3月11日, also with its weekday, and the Korean words.
std::size_t DateMatcher::characters(std::size_t i, NewsDate &out) const {
  if (i + 5 >= tokens_.size() || year(i) == 0 || !tokens_[i + 2].number(1, 2) ||
      !tokens_[i + 4].number(1, 2))
    return 0;
  const std::string_view last = word(i + 5);
  const std::string_view sign = last.substr(0, 3);
  const bool chinese =
      word(i + 1) == "\xE5\xB9\xB4" && word(i + 3) == "\xE6\x9C\x88" &&
      (sign == "\xE6\x97\xA5" || sign == "\xE5\x8F\xB7") &&
      (last.size() == sign.size() ||
       (foreign_ && foreign_weekday_number(last.substr(3)) != 0));
  const bool korean = word(i + 1) == "\xEB\x85\x84" &&
                      word(i + 3) == "\xEC\x9B\x94" &&
                      word(i + 5) == "\xEC\x9D\xBC";
  if (!chinese && !korean)
    return 0;
  out.year = year(i);
  out.month = static_cast<int>(tokens_[i + 2].value);
  out.day = static_cast<int>(tokens_[i + 4].value);
  return i + 6;
}

// May token i follow a day? Not if it makes the day part of a number, a time
// or a measure: 3,000  3.5  3:15  3%  3-year  3 percent
bool DateMatcher::ends_well(std::size_t i) const {
  constexpr std::string_view kMeasures[] = {
      "percent", "per", "pct", "million", "billion", "trillion", "mln", "bln"};
  if (style_ == DateStyle::alone || i >= tokens_.size())
    return true;
  if (!glued(i))
    return !text::is_one_of(word(i), kMeasures);
  if (tokens_[i].kind != Kind::mark)
    return false;
  const char c = text_[tokens_[i].begin];
  if (c == '%' || c == ':' || c == '-')
    return false;
  return (c != ',' && c != '.') || !glued(i + 1) ||
         tokens_[i + 1].kind != Kind::number;
}

std::size_t DateMatcher::match_day(std::size_t i, NewsDate &out) const {
  const std::size_t first = i;
  if (i >= tokens_.size() || tokens_[i].kind == Kind::mark)
    return 0;
  if (style_ != DateStyle::alone && glued(i)) {
    // A bracket, a quote or a dash may come before it, but not part of a
    // number.
    const char c = text_[tokens_[i - 1].begin];
    if (tokens_[i - 1].kind != Kind::mark || c == '-' || c == '/' || c == '.' ||
        c == ',' || c == '$' || c == ':' || c == '#')
      return 0;
  }
  const int weekday_of_date = weekday(i);
  if (weekday_of_date != 0) {
    ++i;
    if (is_mark(i, '.'))
      ++i;
    if (is_mark(i, ','))
      ++i;
    if (i < tokens_.size() && word(i) == "the")
      ++i;
  }
  using Match = std::size_t (DateMatcher::*)(std::size_t, NewsDate &) const;
  constexpr Match kForms[] = {
      &DateMatcher::characters, &DateMatcher::mongolian,
      &DateMatcher::figures,    &DateMatcher::year_first,
      &DateMatcher::month_day,  &DateMatcher::day_month};
  for (const Match form : kForms) {
    NewsDate date;
    const std::size_t end = (this->*form)(i, date);
    if (end == 0)
      continue;
    date.weekday = weekday_of_date;
    date.begin = tokens_[first].begin;
    date.end = tokens_[end - 1].end;
    check_day(date);
    out = date;
    return end;
  }
  return 0;
}

std::size_t DateMatcher::match_month(std::size_t i, NewsDate &out) const {
  if (i >= tokens_.size())
    return 0;
  NewsDate date;
  std::size_t end = 0;
  if (std::size_t at = after_month(i, date.month); at != 0) {
    while (is_mark(at, '.') || is_mark(at, ',') || is_mark(at, '-') ||
           is_mark(at, '/'))
      ++at;
    if (style_ == DateStyle::alone)
      at = link(at);
    date.year = year(at);
    end = date.year != 0 ? at + 1 : 0;
  } else if (is_mark(i + 1, '-') || is_mark(i + 1, '/')) {
    const std::size_t year_at = year(i) != 0 ? i : i + 2;
    const std::size_t month_at = year(i) != 0 ? i + 2 : i;
    if (i + 2 < tokens_.size() && year(year_at) != 0 &&
        tokens_[month_at].number(1, 2)) {
      date.year = year(year_at);
      date.month = static_cast<int>(tokens_[month_at].value);
      end = date.month >= 1 && date.month <= 12 ? i + 3 : 0;
    }
  }
  if (end == 0)
    return 0;
  date.begin = tokens_[i].begin;
  date.end = tokens_[end - 1].end;
  out = date;
  return end;
}

std::vector<NewsDate> find_dates(const DateMatcher &matcher) {
  std::vector<NewsDate> out;
  const std::size_t n = matcher.tokens().size();
  for (std::size_t i = 0; i < n;) {
    NewsDate date;
    const std::size_t end = matcher.match_day(i, date);
    if (end == 0) {
      ++i;
      continue;
    }
    // "in March 10 people": a month, then a count of something else.
    const bool number = date.year == 0 && date.weekday == 0 && i > 0 &&
                        text::ascii_lowered(matcher.word(i - 1)) == "in";
    if (!number)
      out.push_back(date);
    i = end;
  }
  return out;
}

} // namespace tritone::article
