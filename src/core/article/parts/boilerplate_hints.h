// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// Has the paragraph anything at all by which boilerplate() goes? False for most
// paragraphs of a story, and for no boilerplate: a quick look that spares the
// careful one. Linear time, no allocation.
bool may_be_boilerplate(std::string_view paragraph);

} // namespace tritone::article
