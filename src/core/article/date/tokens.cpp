// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts texts into the tokens of dates, and looks up names of months and
// weekdays.
#include "article/date/tokens.h"

#include "text/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <string>

namespace tritone::article {
namespace {

constexpr std::size_t kBytesOfToken = 5; // on average, with the blank
constexpr std::size_t kMinName = 3;      // letters of a short form
constexpr std::size_t kMaxName = 9;      // September, Wednesday

// Is `word`, in any case, equal to `name` (in small letters)?
bool is_name(std::string_view word, std::string_view name) {
  if (word.size() != name.size())
    return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (text::ascii_lower(word[i]) != name[i])
      return false;
  return true;
}

// The number, from 1, of the name that `word` is in full or by its first three
// letters; 0 if it is none.
template <std::size_t n>
int name_number(std::string_view word, const std::string_view (&names)[n]) {
  if (word.size() < kMinName || word.size() > kMaxName)
    return 0;
  for (std::size_t i = 0; i < n; ++i)
    if (text::ascii_lower(word[0]) == names[i][0] &&
        (is_name(word, names[i]) ||
         is_name(word, names[i].substr(0, kMinName))))
      return static_cast<int>(i) + 1;
  return 0;
}

// The value of a decimal digit of one of the scripts that newspapers write
// figures in, 0 .. 9; -1 for another character.
int digit_value(char32_t c) {
  if (c < 0x80)
    return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  // Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil,
  // Telugu, Kannada, Malayalam, Thai, Lao, Burmese, Khmer, wide
  constexpr char32_t kZeros[] = {0x660, 0x6F0,  0x966,  0x9E6, 0xA66, 0xAE6,
                                 0xB66, 0xBE6,  0xC66,  0xCE6, 0xD66, 0xE50,
                                 0xED0, 0x1040, 0x17E0, 0xFF10};
  for (const char32_t zero : kZeros)
    if (c >= zero && c < zero + 10)
      return static_cast<int>(c - zero);
  return -1;
}

// Reads the digits from `p` on, at least one, and returns the place after them.
const char *take_number(const char *p, const char *end, DateToken &token) {
  token.kind = DateToken::Kind::number;
  while (p < end) {
    const text::CodePoint point = text::decode(p, end);
    const int digit = digit_value(point.value);
    if (digit < 0)
      break;
    if (++token.digits <= 18)
      token.value = token.value * 10 + digit;
    p += point.size;
  }
  return p;
}

} // namespace

int month_number(std::string_view word) {
  constexpr std::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const int number = name_number(word, kMonths);
  return number == 0 && is_name(word, "sept") ? 9 : number;
}

int weekday_number(std::string_view word) {
  constexpr std::string_view kDays[] = {"monday",   "tuesday", "wednesday",
                                        "thursday", "friday",  "saturday",
                                        "sunday"};
  const int number = name_number(word, kDays);
  if (number != 0)
    return number;
  if (is_name(word, "tues"))
    return 2;
  return is_name(word, "thur") || is_name(word, "thurs") ? 4 : 0;
}

std::string_view without_stop(std::string_view word) {
  return !word.empty() && word.back() == '.' ? word.substr(0, word.size() - 1)
                                             : word;
}

bool is_month(std::string_view word) {
  return month_number(without_stop(word)) != 0;
}

bool is_weekday(std::string_view word) {
  return weekday_number(without_stop(word)) != 0;
}

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> out;
  out.reserve(text.size() / kBytesOfToken + 1);
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  bool blank = true;
  for (const char *p = begin; p < end;) {
    const text::CodePoint point = text::decode(p, end);
    if (text::is_space(point.value)) {
      blank = true;
      p += point.size;
      continue;
    }
    DateToken token;
    token.blank_before = blank;
    blank = false;
    token.begin = static_cast<std::size_t>(p - begin);
    if (digit_value(point.value) >= 0) {
      p = take_number(p, end, token);
    } else if (text::is_alphabetic(point.value)) {
      token.kind = DateToken::Kind::word;
      for (;;) {
        while (p < end && text::is_ascii_letter(*p))
          ++p;
        if (p == end)
          break;
        const text::CodePoint next = text::decode(p, end);
        if (!text::is_alphabetic(next.value) && !text::is_mark(next.value))
          break;
        p += next.size;
      }
    } else {
      p += point.size;
    }
    token.end = static_cast<std::size_t>(p - begin);
    out.push_back(token);
  }
  return out;
}

} // namespace tritone::article
