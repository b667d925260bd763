// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/date_tokens.h"

#include "text/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <string>

namespace tritone {
namespace {

std::string lower(std::string_view word) {
  std::string out(word);
  for (char &c : out)
    c = ascii_lower(c);
  return out;
}

// The number, from 1, of the full name that `word` is, or is short for by
// `least` letters or more; 0 for none.
template <std::size_t n>
int name_number(std::string_view word, const std::string_view (&names)[n],
                std::size_t least) {
  if (word.size() < least || word.size() > 9)
    return 0;
  const std::string key = lower(word);
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == key)
      return static_cast<int>(i) + 1;
    // Short forms are of three letters, but for those of four and five below.
    if (key.size() == 3 && names[i].substr(0, 3) == key)
      return static_cast<int>(i) + 1;
  }
  return 0;
}

} // namespace

int month_number(std::string_view word) {
  constexpr std::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const int number = name_number(word, kMonths, 3);
  return number == 0 && lower(word) == "sept" ? 9 : number;
}

int weekday_number(std::string_view word) {
  constexpr std::string_view kDays[] = {"monday",   "tuesday", "wednesday",
                                        "thursday", "friday",  "saturday",
                                        "sunday"};
  const int number = name_number(word, kDays, 3);
  if (number != 0)
    return number;
  const std::string key = lower(word);
  if (key == "tues")
    return 2;
  return key == "thur" || key == "thurs" ? 4 : 0;
}

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> out;
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  bool blank = true;
  for (const char *p = begin; p < end;) {
    const CodePoint point = decode(p, end);
    if (is_space(point.value)) {
      blank = true;
      p += point.size;
      continue;
    }
    DateToken token;
    token.blank_before = blank;
    blank = false;
    token.begin = static_cast<std::size_t>(p - begin);
    if (is_ascii_digit(*p)) {
      token.kind = DateToken::Kind::number;
      for (; p < end && is_ascii_digit(*p); ++p) {
        if (++token.digits <= 18)
          token.value = token.value * 10 + (*p - '0');
      }
    } else if (is_alphabetic(point.value)) {
      token.kind = DateToken::Kind::word;
      while (p < end) {
        const CodePoint next = decode(p, end);
        if (!is_alphabetic(next.value) && !is_mark(next.value))
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

} // namespace tritone
