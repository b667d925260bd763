// SPDX-License-Identifier: GPL-2.0-or-later
// Is a part of a dateline a date? match.h decides about the forms of dates;
// here is only what a dateline may have beside a date or in its place.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::article {

enum class WrittenDate : std::uint8_t { no, maybe, sure };

// Is the whole text a date as datelines write it? `sure` with a
// month and a day in any form that DateMatcher knows (March 3, Tuesday Oct. 11,
// 2021-03-11, 11.3.21), also with a weekday or a year beside it; `maybe` for a
// weekday or a year alone, and for a day beside a word that may be a month of
// another language (14 juin).
WrittenDate dateline_date(std::string_view text);

} // namespace tritone::article
