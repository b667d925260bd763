// SPDX-License-Identifier: GPL-2.0-or-later
// Looks at the characters around figures: a month, or marks and more figures.
#include "article/date/hints.h"

#include "article/date/tokens.h"
#include "text/ascii.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>

namespace tritone::article {
namespace {

constexpr unsigned char kFirstOfMany = 0x80; // of the bytes of a character

bool is_wide(char c) { return static_cast<unsigned char>(c) >= kFirstOfMany; }

// White space, and what may separate a month from its day.
bool may_divide(char c) {
  return text::is_ascii_space(c) || c == '.' || c == '-' || c == '/';
}

// May the name of a month begin at byte i?
bool may_be_month(std::string_view text, std::size_t i) {
  constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr",
                                          "may", "jun", "jul", "aug",
                                          "sep", "oct", "nov", "dec"};
  if (i + 2 >= text.size() || !text::is_ascii_upper(text[i]))
    return false;
  const char word[] = {text::ascii_lower(text[i]),
                       text::ascii_lower(text[i + 1]),
                       text::ascii_lower(text[i + 2])};
  return text::is_one_of(std::string_view(word, 3), kMonths);
}

// May the word that ends before byte i, white space aside, be that of a month?
bool month_before(std::string_view text, std::size_t i) {
  while (i > 0 && may_divide(text[i - 1]))
    --i;
  if (i > 0 && is_wide(text[i - 1]))
    return true;
  while (i > 0 && text::is_ascii_letter(text[i - 1]))
    --i;
  return may_be_month(text, i);
}

// The same for the word that begins after byte i, "th" and "of" aside.
bool month_after(std::string_view text, std::size_t i) {
  constexpr std::string_view kAside[] = {"st", "nd", "rd", "th", "of"};
  for (;;) {
    while (i < text.size() && may_divide(text[i]))
      ++i;
    if (i < text.size() && is_wide(text[i]))
      return true;
    if (!text::is_one_of(text.substr(std::min(i, text.size()), 2), kAside))
      return may_be_month(text, i);
    i += 2;
  }
}

// The byte after the ASCII digits from byte i on.
std::size_t after_digits(std::string_view text, std::size_t i) {
  while (i < text.size() && text::is_ascii_digit(text[i]))
    ++i;
  return i;
}

// Do figures continue at byte i as in 11.03.2021: a mark, figures, the same
// mark, figures?
bool figures_after(std::string_view text, std::size_t i) {
  if (i >= text.size() || (text[i] != '/' && text[i] != '.' && text[i] != '-'))
    return false;
  const std::size_t second = after_digits(text, i + 1);
  return second > i + 1 && second + 1 < text.size() &&
         text[second] == text[i] && text::is_ascii_digit(text[second + 1]);
}

} // namespace

bool may_hold_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text::is_ascii_digit(text[i]))
      continue;
    const std::size_t begin = i;
    i = after_digits(text, i);
    if (figures_after(text, i) || month_before(text, begin) ||
        month_after(text, i))
      return true;
  }
  return false;
}

bool has_weekday(std::string_view text) {
  constexpr std::string_view kEnd = "day";
  for (std::size_t at = text.find(kEnd); at != std::string_view::npos;
       at = text.find(kEnd, at + kEnd.size())) {
    std::size_t begin = at;
    while (begin > 0 && text::is_ascii_letter(text[begin - 1]))
      --begin;
    const std::size_t size = at + kEnd.size() - begin;
    if (text::is_ascii_upper(text[begin]) &&
        weekday_number(text.substr(begin, size)) != 0)
      return true;
  }
  return false;
}

} // namespace tritone::article
