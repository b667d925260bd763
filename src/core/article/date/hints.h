// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone {

// Can find_dates() find one? Each date has figures, and beside them either the
// name of a month or marks and more figures; what is not ASCII may be either.
// Most paragraphs have not, and to take them apart would be most of the work.
bool may_hold_date(std::string_view text);

// Has it a weekday's full name that begins with a capital?
bool has_weekday(std::string_view text);

} // namespace tritone
