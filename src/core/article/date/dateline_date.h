// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone {

// Names of months and days of the week, also shortened (Sept., Tue), in any
// case, with or without a full stop.
bool is_month(std::string_view word);
bool is_weekday(std::string_view word);

enum class WrittenDate : std::uint8_t { no, maybe, sure };

// Are the words first .. last - 1, without commas, a date as newspapers write
// it, and nothing else? `sure` with a month and a day (March 3, 3rd March 2021,
// Tuesday Oct. 11) or in figures (2021-03-11); `maybe` for a weekday or a year
// alone, and for a day beside a word that may be a month of another language
// (14 juin).
WrittenDate written_date(const std::string_view *first,
                         const std::string_view *last);

} // namespace tritone
