// SPDX-License-Identifier: GPL-2.0-or-later
// The faults of quotation marks: a part of faults.h.
#pragma once

#include "base/config.h"

#include "article/check/finding.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Appends Fault::mixed_quotes, once, and Fault::open_quote, at most kMaxPlaces
// times. Only double marks are looked at: " “ ” „. A quotation ends in its
// paragraph or at most three further on, or the next paragraph begins with a
// mark of its own. Where a “
// closes what a „ opened (German), and where ” is used on both sides
// (Swedish), that is right. A " behind a figure may be for inches, and is a
// mark only if the paragraph's marks come out right so.
void find_quotes(std::string_view text, std::vector<Finding> &out);

} // namespace tritone::article
