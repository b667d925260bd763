// SPDX-License-Identifier: GPL-2.0-or-later
// Unicode Normalization Form C.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>

namespace tritone::text {

// Appends the text in Normalization Form C (UAX #15). Ill-formed bytes are
// written as U+FFFD.
void append_nfc(std::string_view text, std::string &out);

// Is the text what append_nfc() would write for it? One pass for nearly every
// text: only one with characters that may compose is normalized to find out.
bool is_nfc(std::string_view text);

} // namespace tritone::text
