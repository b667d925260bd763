// SPDX-License-Identifier: GPL-2.0-or-later
// Datelines: the place, date and agency that a report begins with.
#pragma once

#include "base/config.h"

#include "article/date/date.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tritone::article {

// The length in bytes of the dateline that begins a paragraph, with its dash
// and without the blank after it; 0 if there is none. White space at the
// start counts. At most the first 120 characters are read.
//
//   PLACE [, country or state] [, date] [(agency)] dash
//
// The place is in capitals (ST. PETERSBURG, PORT-AU-PRINCE, RIO de JANEIRO,
// TARSK/OSMIRY), or has a capital if a month and day or an agency follows. The
// date is one that dateline_date() knows. The dash is — – ― or -- , or a hyphen
// between blanks; with an agency or a date it may be a colon, and with both
// there may be none:
//   LONDON --                        TARSK, March 3 (HPA) —
//   Osmiry, Halvera, 11 Oct. -       (Meridian) -
//   MOSCOW, March 3. /TASS/.         NEW DELHI, June 1 (PTI) The ...
// A place in capitals with nothing but a dash needs a capital, a digit or a
// quote after it ("NATO — the alliance — said" is not a dateline).
std::size_t dateline_length(std::string_view paragraph);

// The same with the first date in it that has a month and a day; its `begin`
// and `end` are bytes of the paragraph.
struct Dateline {
  std::size_t length = 0;
  std::optional<NewsDate> date;
};
Dateline read_dateline(std::string_view paragraph);

} // namespace tritone::article
