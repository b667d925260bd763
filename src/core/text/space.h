// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>

namespace tritone {

// The text without the white space of any kind (see is_space()) at its ends.
std::string_view trim_space(std::string_view text);

// The text with one plain blank for each run of white space, none at its ends.
std::string collapse_space(std::string_view text);

} // namespace tritone
