// SPDX-License-Identifier: GPL-2.0-or-later
// Is a part of a dateline a date? The form is decided by match.h; only what a
// dateline may hold beside it, or in its place, is decided here.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::article {

enum class WrittenDate : std::uint8_t { no, maybe, sure };

// Is the text a date and nothing else, as datelines write it? `sure` with a
// month and a day in any form that DateMatcher knows (March 3, Tuesday Oct. 11,
// 2021-03-11, 11.3.21), also with a weekday or a year beside it; `maybe` for a
// weekday or a year alone, and for a day beside a word that may be a month of
// another language (14 juin).
WrittenDate dateline_date(std::string_view text);

} // namespace tritone::article
