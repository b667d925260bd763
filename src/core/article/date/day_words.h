// SPDX-License-Identifier: GPL-2.0-or-later
// The words that may come with a date and are not part of it: Published,
// Updated, on.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::article {

// Labels of the day on which an article appeared, and of the day on which it
// was changed; other words.
enum class DayWord : std::uint8_t { none, first, change, other };

// What a word, folded, is beside a date, in English and the languages of
// Western Europe.
DayWord day_word(std::string_view word);

// Is such a word of one of these languages, in which figures begin with the
// day, a label of a day?
bool is_day_first_label(std::string_view word);

} // namespace tritone::article
