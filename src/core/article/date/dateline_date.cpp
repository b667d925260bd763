// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/date/dateline_date.h"

#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tritone {
namespace {

std::string_view without_stop(std::string_view word) {
  return !word.empty() && word.back() == '.' ? word.substr(0, word.size() - 1)
                                             : word;
}

std::size_t leading_digits(std::string_view word) {
  return std::min(word.find_first_not_of("0123456789"), word.size());
}

// 3, 3., 3rd
bool is_day(std::string_view word) {
  constexpr std::string_view kEndings[] = {"",   ".",  "st", "nd",
                                           "rd", "th", "er"};
  const std::size_t digits = leading_digits(word);
  return (digits == 1 || digits == 2) &&
         is_one_of(word.substr(digits), kEndings);
}

bool is_year(std::string_view word) {
  word = without_stop(word);
  return word.size() == 4 && leading_digits(word) == 4;
}

// 2021-03-11, 3/11/2021, 11.3.21
bool is_numeric_date(std::string_view word) {
  word = without_stop(word);
  std::size_t numbers = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    const std::size_t digits = leading_digits(word.substr(at));
    if (digits == 0 || digits > 4)
      return false;
    ++numbers;
    at += digits;
    if (at == word.size())
      break;
    if (word[at] != '-' && word[at] != '/' && word[at] != '.')
      return false;
    ++at;
  }
  return numbers == 3;
}

// Three letters or more and nothing else: what a month may be.
bool is_plain_word(std::string_view word) {
  std::size_t letters = 0;
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end;) {
    const CodePoint point = decode(p, end);
    if (!is_alphabetic(point.value) && !is_mark(point.value))
      return false;
    ++letters;
    p += point.size;
  }
  return letters >= 3;
}

} // namespace

bool is_month(std::string_view word) {
  constexpr std::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december",
      "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
      "aug",     "sep",      "sept",      "oct",     "nov",      "dec"};
  return is_one_of(folded(without_stop(word)), kMonths);
}

bool is_weekday(std::string_view word) {
  constexpr std::string_view kDays[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
      "sunday", "mon",     "tue",       "tues",     "wed",    "thu",
      "thur",   "thurs",   "fri",       "sat",      "sun"};
  return is_one_of(folded(without_stop(word)), kDays);
}

WrittenDate written_date(const std::string_view *first,
                         const std::string_view *last) {
  WrittenDate out = WrittenDate::no;
  std::size_t days = 0;
  std::size_t foreign = 0;
  bool month = false;
  for (const std::string_view *word = first; word < last; ++word) {
    if (is_day(*word))
      ++days;
    else if (is_month(*word))
      month = true;
    else if (is_numeric_date(*word))
      out = WrittenDate::sure;
    else if (is_weekday(*word) || is_year(*word))
      out = std::max(out, WrittenDate::maybe);
    else if (is_plain_word(*word))
      ++foreign;
    else
      return WrittenDate::no;
  }
  if (month && days == 1 && foreign == 0)
    return WrittenDate::sure;
  if (month || days > 1 || foreign > 1 || days != foreign)
    return WrittenDate::no;
  return foreign == 1 ? WrittenDate::maybe : out;
}

} // namespace tritone
