// SPDX-License-Identifier: GPL-2.0-or-later
// White space of any kind: trimmed, collapsed, skipped, and what it divides.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::text {

// The text without the white space of any kind (see is_space()) at its ends.
std::string_view trim_space(std::string_view text);

// The text with one plain blank for each run of white space, none at its ends.
std::string collapse_space(std::string_view text);

// The number of words between ASCII white space.
std::size_t count_blank_words(std::string_view text);

} // namespace tritone::text
