// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone {

// The length in bytes of the dateline a paragraph begins with, its dash
// included and the blank behind it left out; 0 where it begins with none. White
// space at the start counts in. At most the first 120 characters are looked at.
//
//   PLACE [, country or state] [, date] [(agency)] dash
//
// The place is in capitals (ST. PETERSBURG, PORT-AU-PRINCE, RIO de JANEIRO,
// TARSK/OSMIRY), or has a capital if a month and day or an agency follows. The
// dash is — – ― or -- , or a hyphen between blanks; with an agency or a date it
// may be a colon, and with both there may be none:
//   LONDON --                        TARSK, March 3 (HPA) —
//   Osmiry, Halvera, 11 Oct. -       (Meridian) -
//   MOSCOW, March 3. /TASS/.         NEW DELHI, June 1 (PTI) The ...
// A place in capitals with nothing but a dash needs a capital, a digit or a
// quote behind it ("NATO — the alliance — said" is none).
std::size_t dateline_length(std::string_view paragraph);

} // namespace tritone
