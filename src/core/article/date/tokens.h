// SPDX-License-Identifier: GPL-2.0-or-later
// The tokens that dates are made of: figures, words and marks; the names of
// months and weekdays.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

struct DateToken {
  enum class Kind : std::uint8_t { number, word, mark };

  Kind kind = Kind::mark;
  bool blank_before = false; // true for the first one too
  std::size_t begin = 0;     // bytes
  std::size_t end = 0;
  std::size_t digits = 0; // of a number
  std::int64_t value = 0; // of a number of up to 18 digits

  bool number(std::size_t min, std::size_t max) const {
    return kind == Kind::number && digits >= min && digits <= max;
  }
};

// The tokens of a text: runs of digits, of ASCII or of one other script, runs
// of letters with their marks, and single other characters; white space
// divides.
std::vector<DateToken> date_tokens(std::string_view text);

// 1 .. 12 for the English name of a month, and 1 .. 7 for that of a weekday
// from Monday, in any case, also shortened, without a full stop; else 0.
int month_number(std::string_view word);
int weekday_number(std::string_view word);

// The word without one full stop at its end.
std::string_view without_stop(std::string_view word);

// The same names, with or without a full stop.
bool is_month(std::string_view word);
bool is_weekday(std::string_view word);

} // namespace tritone::article
