// SPDX-License-Identifier: GPL-2.0-or-later
// Stories and paragraphs that are cut off before their ends: a part of
// faults.h.
#pragma once

#include "base/config.h"

#include "article/checks/finding.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Appends Fault::cut_off, at most kMaxPlaces times, with the last characters
// of what is cut.
//   - The story ends inside a sentence or with an ellipsis. Boilerplate, lines
//     of up to four words without a full stop, lines in Title Case and
//     addresses at the end are skipped.
//   - A paragraph of eight words or more ends with a small letter or a comma,
//     and the next one does not begin with a small letter. Items of lists are
//     exempt.
void find_ends(std::string_view text, std::vector<Finding> &out);

} // namespace tritone::article
