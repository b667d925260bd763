// SPDX-License-Identifier: GPL-2.0-or-later
// The line under a headline that says where and when an article appeared.
#pragma once

#include "base/config.h"

#include "article/date/date.h"

#include <string_view>

namespace tritone::article {

// Is a line, without the white space around it, nothing but places and sources,
// and one date that has a day? They may be in any order, with any marks between
// them; the date is one that read_date() knows, of figures alone only with
// marks in it. At most 12 words of names, each with a capital unless it is
// short (de, of) or its script has none, and no full stop at the end except
// after an abbreviation; pages and sections may be there too.
//   SKARN, The Border Ledger - Mar. 3, 2021     3 mars 2021 | Skarn (HPA)
//   The Border Ledger, Wednesday, March 3, 2021, Page A1
//   Skarn, den 3. März 2021                     The Border Ledger 2021-03-03
// Between one word alone and the date there must be a mark.
// Without a year there must be two names, or one in capitals (TARSK, March 3).
// Dates alone are none, but a date beside "5 min read" or "@name" is one.
// `date` is the date, whose places are those of the line.
bool read_imprint(std::string_view line, NewsDate &date);

} // namespace tritone::article
