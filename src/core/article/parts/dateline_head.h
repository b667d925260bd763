// SPDX-License-Identifier: GPL-2.0-or-later
// What a dateline consists of: place, date, agency, before it is decided
// whether it is one.
#pragma once

#include "base/config.h"

#include "article/date/dateline_date.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

// What a dateline has before its dash.
struct DatelineHead {
  bool capitals = false; // the place is in capitals
  bool place = false;
  std::size_t place_words = 0;
  std::size_t place_letters = 0; // capitals in it
  bool bare_word = false;        // begins with a word such as FOR, THIS, NOTE
  bool agency = false;
  bool slashes = false; // the agency is between slashes
  bool comma = false;   // something follows the place and a comma
  WrittenDate date = WrittenDate::no;
};

// Reads `head`, whose white space is plain blanks, as
//   PLACE [, country or state] [, date] [(agency)]
// with at least one of place and agency. False if it is something else; then
// `out` is unspecified.
bool read_dateline_head(std::string_view head, DatelineHead &out);

} // namespace tritone::article
