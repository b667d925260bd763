// SPDX-License-Identifier: GPL-2.0-or-later
// Looks the words of dates up, and what may come between them.
#include "article/date/match_words.h"

#include "article/date/names.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>

namespace tritone::article {
namespace {

using Kind = DateToken::Kind;

constexpr int kFirstYear = 1700;
constexpr int kLastYear = 2199;

} // namespace

DateWords::DateWords(std::string_view text, DateStyle style)
    : text_(text), tokens_(date_tokens(text)), style_(style) {
  if (style != DateStyle::alone || text::is_ascii(text))
    return;
  foreign_ = true;
  thai_ = text.find("\xE0\xB8") != std::string_view::npos;
}

// The commas of Arabic and Chinese are commas.
bool DateWords::is_mark(std::size_t i, char c) const {
  if (i >= tokens_.size() || tokens_[i].kind != Kind::mark)
    return false;
  return text_[tokens_[i].begin] == c ||
         (c == ',' && foreign_ &&
          (word(i) == "\xD8\x8C" || word(i) == "\xEF\xBC\x8C"));
}

bool DateWords::glued(std::size_t i) const {
  return i > 0 && i < tokens_.size() && !tokens_[i].blank_before;
}

int DateWords::month(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].kind != Kind::word ||
      (style_ == DateStyle::running &&
       !text::is_ascii_upper(text_[tokens_[i].begin])))
    return 0;
  const int english = month_number(word(i));
  return english == 0 && style_ == DateStyle::alone
             ? foreign_month_number(word(i))
             : english;
}

std::size_t DateWords::after_month(std::size_t i, int &number) const {
  constexpr std::size_t kMaxTokens = 4;
  number = month(i);
  if (!foreign_)
    return number == 0 ? 0 : i + 1;
  if (i >= tokens_.size() || tokens_[i].kind != Kind::word)
    return 0;
  std::size_t at = i + 1;
  for (std::size_t n = std::min(kMaxTokens, tokens_.size() - i); n > 1; --n) {
    const std::size_t begin = tokens_[i].begin;
    const int longer = foreign_month_number(
        text_.substr(begin, tokens_[i + n - 1].end - begin));
    if (longer == 0)
      continue;
    number = longer;
    at = i + n;
    break;
  }
  if (number == 0 && at < tokens_.size() && tokens_[at].number(1, 2) &&
      tokens_[at].value >= 1 && tokens_[at].value <= 12 &&
      text::folded(word(i)) == "th\u00E1ng")
    number = static_cast<int>(tokens_[at++].value);
  if (number == 0)
    return 0;
  int twin = 0;
  const std::size_t end = is_mark(at, '/') ? after_month(at + 1, twin) : 0;
  return end != 0 && twin == number ? end : at;
}

std::size_t DateWords::after_year_word(std::size_t i) const {
  constexpr std::string_view kYears[] = {"gada", "yil", "m",   "eko",  "ko",
                                         "il",   "оны", "жыл", "жылғы"};
  std::size_t at = i;
  while (is_mark(at, '-') || is_mark(at, '(') || is_mark(at, ')') ||
         (at < tokens_.size() && word(at) == "e"))
    ++at;
  if (at >= tokens_.size() || !text::is_one_of(word(at), kYears))
    return i;
  return is_mark(at + 1, '.') ? at + 2 : at + 1;
}

int DateWords::weekday(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].kind != Kind::word)
    return 0;
  const int english = weekday_number(word(i));
  return english == 0 && style_ == DateStyle::alone
             ? foreign_weekday_number(word(i))
             : english;
}

int DateWords::year(std::size_t i) const {
  if (i >= tokens_.size() || !tokens_[i].number(4, 4))
    return 0;
  // Years of the Buddhist era, of 1907 to 2157.
  const int era =
      thai_ && tokens_[i].value >= 2450 && tokens_[i].value <= 2700 ? 543 : 0;
  const int value = static_cast<int>(tokens_[i].value) - era;
  return value >= kFirstYear && value <= kLastYear ? value : 0;
}

std::size_t DateWords::suffix(std::size_t i) const {
  constexpr std::string_view kSuffixes[] = {"st", "nd", "rd", "th"};
  constexpr std::string_view kForeign[] = {"er", "\xC2\xBA", "\xC2\xAA"};
  if (glued(i) && tokens_[i].kind == Kind::word &&
      (text::is_one_of(word(i), kSuffixes) ||
       (style_ == DateStyle::alone && text::is_one_of(word(i), kForeign))))
    return i + 1;
  return i;
}

std::size_t DateWords::link(std::size_t i) const {
  constexpr std::string_view kForeign[] = {"de", "del", "di",      "do",
                                           "d",  "ta",  "n\u0103m"};
  if (i >= tokens_.size() || tokens_[i].kind != Kind::word)
    return i;
  if (word(i) == "of")
    return i + 1;
  // The names of two eras, before a year.
  if (thai_ && (word(i) == "พ" || word(i) == "ค") && is_mark(i + 1, '.') &&
      i + 2 < tokens_.size() && word(i + 2) == "ศ")
    return is_mark(i + 3, '.') ? i + 4 : i + 3;
  if (style_ != DateStyle::alone ||
      !text::is_one_of(text::ascii_lowered(word(i)), kForeign))
    return i;
  // d'abril, ta' Diċembru
  return i + 1 < tokens_.size() && word(i).size() <= 2 && glued(i + 1) &&
                 tokens_[i + 1].kind == Kind::mark
             ? i + 2
             : i + 1;
}

} // namespace tritone::article
