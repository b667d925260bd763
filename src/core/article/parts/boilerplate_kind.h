// SPDX-License-Identifier: GPL-2.0-or-later
// How surely a paragraph is boilerplate.
#pragma once

#include "base/config.h"

#include <cstdint>

namespace tritone::article {

enum class Boilerplate : std::uint8_t {
  no,
  likely, // if nothing of the story follows
  sure,   // wherever it is near the end
  closing // the same, and the story ends: what follows is not part of it
};

} // namespace tritone::article
