// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone {

constexpr std::size_t kLargePage = std::size_t{1} << 21; // bytes

// Asks the system for large pages where they fit into the `bytes` at `data`,
// which are not touched yet: to be given small ones, one by one, takes longer
// than to fill them. A hint, which need not be heard.
void ask_large_pages(void *data, std::size_t bytes);

} // namespace tritone
