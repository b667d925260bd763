// SPDX-License-Identifier: GPL-2.0-or-later
// A quick check for paragraphs that cannot be boilerplate.
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// Has the paragraph any of the signs that boilerplate() uses? False for most
// paragraphs of a story, never for boilerplate: a quick check that saves the
// careful one. Linear time, no allocation.
bool may_be_boilerplate(std::string_view paragraph);

} // namespace tritone::article
