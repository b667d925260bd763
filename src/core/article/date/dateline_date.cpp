// SPDX-License-Identifier: GPL-2.0-or-later
// Dates of datelines: those of match.h, and months in other languages as likely
// ones.
#include "article/date/dateline_date.h"

#include "article/date/match.h"
#include "article/date/tokens.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>

namespace tritone::article {
namespace {

using Kind = DateToken::Kind;

constexpr std::size_t kMinForeignLetters = 3; // of the name of a month

bool is_stop(const DateMatcher &matcher, std::size_t i) {
  return i < matcher.tokens().size() && matcher.word(i) == ".";
}

// The token after a day that begins at token i: 3, 3., 3rd, 1er; 0 if no
// day begins there.
std::size_t after_day(const DateMatcher &matcher, std::size_t i) {
  constexpr std::string_view kEndings[] = {".", "st", "nd", "rd", "th", "er"};
  const std::vector<DateToken> &tokens = matcher.tokens();
  if (!tokens[i].number(1, 2) || !tokens[i].blank_before)
    return 0;
  const bool ending = i + 1 < tokens.size() && !tokens[i + 1].blank_before &&
                      text::is_one_of(matcher.word(i + 1), kEndings);
  return ending ? i + 2 : i + 1;
}

// Nothing but one day and one word that no English date has, with weekdays and
// years.
bool is_foreign(const DateMatcher &matcher) {
  const std::vector<DateToken> &tokens = matcher.tokens();
  std::size_t days = 0;
  std::size_t months = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::string_view word = matcher.word(i);
    const std::size_t day = after_day(matcher, i);
    days += day != 0;
    if (day == 0 && !is_weekday(word) && matcher.year(i) == 0) {
      if (tokens[i].kind != Kind::word || !tokens[i].blank_before ||
          is_month(word) || text::count_chars(word) < kMinForeignLetters)
        return false;
      ++months;
    }
    i = day != 0 ? day : i + 1;
  }
  return days == 1 && months == 1;
}

} // namespace

WrittenDate dateline_date(std::string_view text) {
  const DateMatcher matcher(text, DateStyle::dateline);
  std::size_t days = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < matcher.tokens().size();) {
    NewsDate date;
    const std::size_t end = matcher.match_day(i, date);
    if (end != 0)
      ++days;
    else if (is_weekday(matcher.word(i)) || matcher.year(i) != 0)
      ++others;
    else if (i == 0 || !is_stop(matcher, i))
      return is_foreign(matcher) ? WrittenDate::maybe : WrittenDate::no;
    i = end != 0 ? end : i + 1;
  }
  if (days > 1 || days + others == 0)
    return WrittenDate::no;
  return days == 1 ? WrittenDate::sure : WrittenDate::maybe;
}

} // namespace tritone::article
