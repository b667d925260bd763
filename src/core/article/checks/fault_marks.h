// SPDX-License-Identifier: GPL-2.0-or-later
// The faults of single characters and marks: a part of faults.h.
#pragma once

#include "base/config.h"

#include "article/checks/finding.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// Each function appends the places of its faults in a title or text, at most
// kMaxPlaces of each fault.

// Fault::replacement and Fault::odd_character: control characters other than
// tab, line ends and the 27 of Fault::control; U+FEFF, U+200B; private use.
void find_lost_and_odd(std::string_view text, bool in_title,
                       std::vector<Finding> &out);

// Fault::html: <name ...> and </name> with the name of an HTML element, and
// comments.
void find_tags(std::string_view text, bool in_title, std::vector<Finding> &out);

} // namespace tritone::article
