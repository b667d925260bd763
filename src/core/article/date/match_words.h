// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a date and what may come between them: months, weekdays and
// years of any language, suffixes, "of".
#pragma once

#include "base/config.h"

#include "article/date/tokens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// Where a date is written, which decides what may be one:
//                              alone   dateline   running
//   may touch other characters   yes      no         no
//   years of two figures         yes      yes        no
//   months without a capital     yes      yes        no
//   languages of names.h         yes      no         no
//   the Buddhist era of Thai     yes      no         no
//   a year before the month      yes      no         no
enum class DateStyle : std::uint8_t { alone, dateline, running };

// The tokens of a text as words of dates. Beyond the last token nothing is
// found.
class DateWords {
public:
  DateWords(std::string_view text, DateStyle style);

  const std::vector<DateToken> &tokens() const { return tokens_; }
  std::string_view word(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  bool is_mark(std::size_t i, char c) const;
  bool glued(std::size_t i) const; // to the token before

  // The year that token i is; 0 if it is not a year. The same for a weekday, 1
  // Monday .. 7, and a month of one word.
  int year(std::size_t i) const;
  int weekday(std::size_t i) const;
  int month(std::size_t i) const;

  // The number of the month whose name begins at i, and the token after it; 0
  // if none does. Names may have several words, and two forms: كانون
  // الأول/ديسمبر. In Vietnamese the name is a number.
  std::size_t after_month(std::size_t i, int &number) const;

  // The token after a word for "year" that follows one, or i: 2021. gada,
  // 2021-yil, 2021(e)ko
  std::size_t after_year_word(std::size_t i) const;

  // The token after st, nd, rd or th, glued to a day before i; alone also after
  // 1er, 1º and 3-an.
  std::size_t suffix(std::size_t i) const;

  // The token after a word such as "of" between a day, its month and its year.
  std::size_t link(std::size_t i) const;

protected:
  std::string_view text_;
  std::vector<DateToken> tokens_;
  DateStyle style_;
  bool foreign_ = false; // may be in a language of names.h, beyond ASCII
  bool thai_ = false;
};

} // namespace tritone::article
