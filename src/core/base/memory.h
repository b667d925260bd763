// SPDX-License-Identifier: GPL-2.0-or-later
// Large pages for large buffers.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone {

constexpr std::size_t kLargePage = std::size_t{1} << 21; // bytes

// Asks the system for large pages where they fit into the `bytes` at `data`,
// which have not been touched yet: getting small ones, one by one, takes longer
// than filling them. A hint, which the system may ignore. Returns the number of
// bytes it was asked for: whole large pages, 0 where none fits or the system
// knows no such hint.
std::size_t ask_large_pages(void *data, std::size_t bytes);

} // namespace tritone
