// SPDX-License-Identifier: GPL-2.0-or-later
// Whole strings and running text, each with the forms of match.h that it
// allows.
#include "article/date/read_date.h"

#include "article/date/calendar.h"
#include "article/date/date_in_path.h"
#include "article/date/day_words.h"
#include "article/date/match.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/span.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tritone::article {
namespace {

using Kind = DateToken::Kind;

constexpr std::size_t kMaxBytes = 120;

// am, pm, h, o'clock, T, Z, GMT, CET: what marks figures as a time.
bool is_time_word(std::string_view word) {
  constexpr std::string_view kTimes[] = {
      "am", "pm", "a", "p", "m", "h", "hr", "hrs", "uhr", "o", "t", "z",
      "clock",
      // Finnish, Scandinavian, Polish, Turkish, Indonesian, Vietnamese
      "klo", "kl", "godz", "saat", "pukul", "jam", "lúc", "giờ",
      // Arabic, Thai, Hindi, Chinese, Japanese, Korean
      "الساعة", "ص", "น", "เวลา", "बजे", "时", "時", "分", "秒", "上午", "下午",
      "午前", "午後", "시", "분", "오전", "오후"};
  if (text::is_one_of(text::ascii_lowered(word), kTimes))
    return true;
  return word.size() >= 2 && word.size() <= 5 &&
         std::all_of(word.begin(), word.end(), text::is_ascii_upper);
}

// Is the text outside tokens first .. last - 1 only a time, a zone, a weekday
// or a label? Notes the weekday.
bool stands_alone(const DateMatcher &matcher, std::size_t first,
                  std::size_t last, int &weekday) {
  const std::vector<DateToken> &tokens = matcher.tokens();
  bool figures = false;
  bool time = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i >= first && i < last)
      continue;
    const std::string_view word = matcher.word(i);
    if (tokens[i].kind == Kind::number) {
      const bool fraction = i > 0 && matcher.word(i - 1) == ".";
      // Of a number alone: 1638528300.25
      if (fraction && i == last + 1 && last == first + 1 &&
          !tokens[i].blank_before && !tokens[i - 1].blank_before &&
          tokens[first].digits > 4)
        continue;
      // 20211203T104500Z
      const bool clock =
          i > 0 && tokens[i].digits == 6 && (matcher.word(i - 1) == "T");
      if (clock) {
        figures = true;
        continue;
      }
      if (tokens[i].digits > 6 || (tokens[i].digits > 4 && !fraction))
        return fraction && tokens[i].digits <= 9;
      figures = true;
    } else if (tokens[i].kind == Kind::mark) {
      if (word.size() == 1 && std::string_view(":.,+-()[]/|'*").find(word[0]) ==
                                  std::string_view::npos)
        return false;
      time = time || word == ":" || word == "：";
    } else if (matcher.weekday(i) != 0) {
      weekday = matcher.weekday(i);
    } else if (day_word(text::folded(word)) == DayWord::none) {
      if (!is_time_word(word))
        return false;
      time = true;
    }
  }
  return time || !figures;
}

// The year at the very end, after the time: Fri Dec 03 07:15:00 +0000 2021
void take_last_year(const DateMatcher &matcher, std::size_t after,
                    NewsDate &date) {
  const std::vector<DateToken> &tokens = matcher.tokens();
  const DateToken &last = tokens.back();
  if (date.day == 0 || date.year != 0 || after + 1 >= tokens.size() ||
      !last.number(4, 4) || !last.blank_before || last.value < 1900 ||
      last.value > 2199)
    return;
  date.year = static_cast<int>(last.value);
  check_day(date);
}

// The number of a day in a spreadsheet: 1 is 1900-01-01, and 60 a day that
// there was not. Of 1990 to 2049, as other numbers have five figures too.
bool read_serial(std::int64_t number, NewsDate &out) {
  constexpr std::int64_t kFirst = 32874;
  constexpr std::int64_t kLast = 54788;
  constexpr std::int64_t kEpoch = 25569; // 1970-01-01
  if (number < kFirst || number > kLast)
    return false;
  const CalendarDay day = calendar_day(number - kEpoch);
  out.year = day.year;
  out.month = day.month;
  out.day = day.day;
  out.serial = true;
  return true;
}

// One number alone: a year, the day of a spreadsheet, a compact date, seconds
// since 1970.
bool read_number(const DateToken &token, std::string_view digits,
                 NewsDate &out) {
  out = NewsDate{};
  if (token.digits == 4) {
    out.year = static_cast<int>(token.value);
    return out.year >= 1700 && out.year <= 2199;
  }
  if (token.digits == 8 || token.digits == 14)
    return read_compact_day(digits, out);
  if (token.digits == 5)
    return read_serial(token.value, out);
  if (token.digits != 10 && token.digits != 13)
    return false;
  const std::int64_t seconds =
      token.digits == 13 ? token.value / 1000 : token.value;
  const CalendarDay day = calendar_day(seconds / 86400);
  out.year = day.year;
  out.month = day.month;
  out.day = day.day;
  return day.year >= 1985 && day.year <= 2099;
}

// 2021-03-11 and nothing else, as most tables write their days.
bool read_plain_day(std::string_view text, NewsDate &out) {
  constexpr std::string_view kForm = "0000-00-00";
  if (text.size() != kForm.size())
    return false;
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] == '0' ? !text::is_ascii_digit(text[i]) : text[i] != '-')
      return false;
  const auto figures = [text](std::size_t i) {
    return 10 * (text[i] - '0') + (text[i + 1] - '0');
  };
  NewsDate date;
  date.year = 100 * figures(0) + figures(2);
  date.month = figures(5);
  date.day = figures(8);
  date.end = text.size();
  if (date.year < 1700 || date.year > 2199 ||
      !is_calendar_day(date.year, date.month, date.day))
    return false;
  out = date;
  return true;
}

bool read_one(std::string_view text, NewsDate &out) {
  const DateMatcher matcher(text, DateStyle::alone);
  const std::vector<DateToken> &tokens = matcher.tokens();
  NewsDate best;
  std::size_t longest = 0;
  const auto take = [&](std::size_t i, std::size_t end, NewsDate date) {
    int weekday = date.weekday;
    if (end == 0 || !stands_alone(matcher, i, end, weekday))
      return;
    date.weekday = weekday;
    take_last_year(matcher, end, date);
    if (date_precision(date) > date_precision(best) ||
        (date_precision(date) == date_precision(best) && end - i > longest)) {
      best = date;
      longest = end - i;
    }
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    NewsDate date;
    take(i, matcher.match_day(i, date), date);
    take(i, matcher.match_month(i, date), date);
    if (tokens[i].kind == Kind::number &&
        read_number(tokens[i], matcher.word(i), date)) {
      date.begin = tokens[i].begin;
      date.end = tokens[i].end;
      take(i, i + 1, date);
    }
  }
  out = best;
  return longest > 0;
}

// Every label has six letters or more, and most dates have no such word.
bool has_long_word(std::string_view text) {
  constexpr std::size_t kMinLetters = 6;
  std::size_t letters = 0;
  for (const char c : text) {
    letters = text::is_ascii_letter(c) || (c & 0x80) != 0 ? letters + 1 : 0;
    if (letters == kMinLetters)
      return true;
  }
  return false;
}

// Where each label of a first or a later day begins, with what it is.
struct DayLabel {
  std::size_t begin;
  bool change;
};

// "Last updated", "first published" begin with their first word.
std::vector<DayLabel> day_labels(std::string_view text) {
  std::vector<DayLabel> out;
  const std::vector<DateToken> tokens = date_tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DateToken &token = tokens[i];
    if (token.kind != DateToken::Kind::word)
      continue;
    const auto word = [&](std::size_t at) {
      return text::folded(
          text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin));
    };
    const DayWord kind = day_word(word(i));
    const bool change = kind == DayWord::change;
    if (!change && kind != DayWord::first)
      continue;
    const bool last = change && i > 0 && word(i - 1) == "last";
    out.push_back({tokens[last ? i - 1 : i].begin, change});
  }
  return out;
}

// Without the writer who is named after a label: Posted on March 3 by admin.
std::string_view without_writer(std::string_view text) {
  const std::string lower = text::ascii_lowered(text);
  const std::size_t at = lower.rfind(" by ");
  return at == std::string::npos || day_labels(text.substr(0, at)).empty() ||
                 text.find_first_of("0123456789", at) != std::string_view::npos
             ? text
             : text.substr(0, at);
}

// Without a word that joins the next stretch: published on 3 December and
std::string_view without_link(std::string_view piece) {
  constexpr std::string_view kLinks[] = {"and", "und", "et", "y", "e", "en"};
  const std::size_t blank = piece.rfind(' ');
  return blank != std::string_view::npos &&
                 text::is_one_of(piece.substr(blank + 1), kLinks)
             ? piece.substr(0, piece.find_last_not_of(' ', blank) + 1)
             : piece;
}

// "This article was" before a label says nothing more than the label.
std::string_view without_subject(std::string_view text) {
  constexpr std::string_view kStarts[] = {
      "This article was ", "This story was ", "This post was ",
      "This piece was ", "This report was "};
  for (const std::string_view start : kStarts)
    if (text.substr(0, start.size()) == start)
      return text.substr(start.size());
  return text;
}

// Two days of one line are written in one order: the one whose figures show it
// decides the other.
void decide_order(std::string_view text, const std::vector<DayLabel> &labels,
                  NewsDate &date) {
  if (date.order != DateOrder::unknown)
    return;
  for (const DateToken &token : date_tokens(text))
    if (token.kind == Kind::word &&
        is_day_first_label(
            text::folded(text.substr(token.begin, token.end - token.begin)))) {
      date.order = DateOrder::day_first;
      return;
    }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t end =
        i + 1 < labels.size() ? labels[i + 1].begin : text.size();
    NewsDate other;
    if (!read_one(text.substr(labels[i].begin, end - labels[i].begin), other) ||
        other.day == 0)
      continue;
    if (other.order != DateOrder::day_first &&
        other.order != DateOrder::month_first)
      continue;
    if (other.order == DateOrder::month_first)
      std::swap(date.day, date.month);
    date.order = other.order;
    return;
  }
}

// Of the stretches that labels divide a text into, the one that says when the
// article appeared: with such a label, else without any.
bool read_first_day(std::string_view text, const std::vector<DayLabel> &labels,
                    NewsDate &out) {
  const auto stretch = [&](std::size_t i) {
    const std::size_t begin = labels[i].begin;
    const std::size_t end =
        i + 1 < labels.size() ? labels[i + 1].begin : text.size();
    return text::Span{begin, end};
  };
  std::vector<text::Span> first;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (!labels[i].change)
      first.push_back(stretch(i));
  first.push_back({0, labels.front().begin});
  for (const text::Span span : first) {
    constexpr std::string_view kAround = " |/-,;(\t";
    std::string_view piece = text.substr(span.begin, span.end - span.begin);
    piece = piece.substr(0, piece.find_last_not_of(kAround) + 1);
    piece = without_link(piece);
    NewsDate date;
    if (!read_one(piece, date) || date.day == 0)
      continue;
    date.begin += span.begin;
    date.end += span.begin;
    out = date;
    return true;
  }
  return false;
}

} // namespace

// Reads a text with one date.
bool read_date(std::string_view text, NewsDate &out) {
  if (read_plain_day(text, out))
    return true;
  // Every form has figures.
  if (text.size() > kMaxBytes ||
      std::none_of(text.begin(), text.end(), [](char c) {
        return text::is_ascii_digit(c) || (c & 0x80) != 0;
      }))
    return false;
  if (!has_long_word(text))
    return read_one(text, out);
  const std::string_view whole = text;
  text = without_subject(without_writer(text));
  const std::vector<DayLabel> labels = day_labels(text);
  if ((labels.empty() || !read_first_day(text, labels, out)) &&
      !read_one(text, out))
    return false;
  decide_order(text, labels, out);
  const auto skipped = static_cast<std::size_t>(text.data() - whole.data());
  out.begin += skipped;
  out.end += skipped;
  return true;
}

bool has_day_label(std::string_view text) {
  return has_long_word(text) && !day_labels(text).empty();
}

bool has_change_label_only(std::string_view text) {
  if (!has_long_word(text))
    return false;
  const std::vector<DayLabel> labels = day_labels(text);
  return !labels.empty() &&
         std::all_of(labels.begin(), labels.end(),
                     [](const DayLabel &label) { return label.change; });
}

std::vector<NewsDate> find_dates(std::string_view text) {
  return find_dates(DateMatcher(text, DateStyle::running));
}

} // namespace tritone::article
