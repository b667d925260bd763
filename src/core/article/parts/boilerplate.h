// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone {

enum class Boilerplate : std::uint8_t {
  no,
  likely, // if nothing of the story follows
  sure,   // wherever it stands near the end
  closing // the same, and the story is over: what follows is no part of it
};

// Is a paragraph near the end of an article not of its story, but a contact
// line, a notice of rights, a credit or a pointer? Looks at this paragraph
// alone; the rules are for English and are listed in boilerplate.cpp.
Boilerplate boilerplate(std::string_view paragraph);

// The same for a paragraph of at most 1200 bytes, without the quick look of
// may_be_boilerplate() before.
Boilerplate careful_boilerplate(std::string_view paragraph);

} // namespace tritone
