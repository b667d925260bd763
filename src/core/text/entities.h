// SPDX-License-Identifier: GPL-2.0-or-later
// HTML character references (&amp; &#233;) and the characters they mean.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::text {

struct Entity {
  char32_t value = 0;
  std::size_t size = 0; // bytes with & and ; or 0: no entity
};

// The character reference of HTML that begins with the & at the start of
// `text`: &eacute; &#233; &#xE9;. A final semicolon is asked for. Known are the
// names of HTML 4 for Latin-1, Greek, punctuation and a few signs, and &apos;.
// Numbers 128 to 159 are read as windows-1252, as browsers do; other controls
// (but for tab and line end), surrogates and numbers past U+10FFFF are no
// entity.
Entity read_entity(std::string_view text);

} // namespace tritone::text
