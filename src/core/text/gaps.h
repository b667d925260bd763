// SPDX-License-Identifier: GPL-2.0-or-later
// What lies between two tokens that follow each other: blanks, or a mark that
// keeps them apart.
#pragma once

#include "base/config.h"
#include "text/words.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::text {

// For each token of a text, in order, 1 if a mark lies between it and the token
// before it (the beginning of the text for the first), else 0. Marks are , ; :
// ! ? / brackets, dashes, a hyphen between blanks, quotation marks, bullets and
// the like, and a full stop that is doubled or has a letter right after it.
// None of these are
//   - blanks and line ends, hyphens beside a letter, & % and signs of
//     currencies;
//   - the full stop of an abbreviation; the end of a sentence is not asked
//   here;
//   - a mark between two digits, as in 1,200 or 10-12, where numbers are no
//     tokens;
//   - apostrophes: one after a word is a quotation mark only where another has
//     opened before a word, so that workers' and '90s divide nothing.
// The same for curly and straight marks.
void find_gaps(std::string_view text, const std::vector<Token> &tokens,
               std::vector<std::uint8_t> &apart);

} // namespace tritone::text
