// SPDX-License-Identifier: GPL-2.0-or-later
// Stories, and paragraphs, without their ends: a part of faults.h.
#pragma once

#include "base/config.h"

#include "article/check/finding.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Appends Fault::cut_off, at most kMaxPlaces times, with the last characters
// of what is cut.
//   - The story ends inside a sentence or with an ellipsis. Passed over at the
//     end are boilerplate, lines of up to four words without an end, lines in
//     Title Case, and addresses.
//   - A paragraph of eight words or more in it ends with a small letter or a
//     comma, and the next one does not go on with a small letter. Not so items
//     of lists.
void find_ends(std::string_view text, std::vector<Finding> &out);

} // namespace tritone::article
