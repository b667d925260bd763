// SPDX-License-Identifier: GPL-2.0-or-later
// Lines under a headline that belong neither to it nor to the story: who wrote
// it, when it appeared, where it was found.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::article {

enum class CreditLine : std::uint8_t {
  no,
  byline,  // is_byline()
  date,    // a date with its year, or with a label such as Published
  day,     // a date with its weekday alone; it may head a list of events too
  address, // one address of the web
  imprint, // read_imprint() (imprint.h)
  label    // Source: The Border Ledger
};

// What a line, without the white space around it, is under a headline.
//   By Jana Kovel                         Friday, December 3, 2021
//   Posted on December 3, 2021 by admin   Published: 3 December 2021 | Updated:
//   https://ledger.example/2021/12/03/    4 December 2021
//   Source: The Border Ledger             Story by Jana Kovel
//   SKARN, The Border Ledger - Mar. 3, 2021
CreditLine credit_line(std::string_view line);

} // namespace tritone::article
