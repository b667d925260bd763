// SPDX-License-Identifier: GPL-2.0-or-later
// The faults of quotation marks: a part of faults.h.
#pragma once

#include "base/config.h"

#include "article/checks/finding.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Appends Fault::mixed_quotes, once, and Fault::open_quote, at most kMaxPlaces
// times. Only double marks count: " “ ” „. A quotation must end in its
// paragraph or at most three further on, or the next paragraph must begin with
// a mark of its own. A “ may close what a „ opened (German), and ” may be used
// on both sides (Swedish). A " after a figure may mean inches; it is read as a
// quotation mark only if the marks of the paragraph then balance.
void find_quotes(std::string_view text, std::vector<Finding> &out);

} // namespace tritone::article
