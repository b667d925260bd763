// SPDX-License-Identifier: GPL-2.0-or-later
// Quick checks that save most paragraphs the search for dates.
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// Can find_dates() find one? Each date has figures, and next to them either
// the name of a month or marks and more figures; what is not ASCII may be
// either. Most paragraphs have neither, and splitting them into tokens would be
// most of the work.
bool may_hold_date(std::string_view text);

// Has the text the full name of a weekday, with a capital?
bool has_weekday(std::string_view text);

} // namespace tritone::article
