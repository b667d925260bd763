// SPDX-License-Identifier: GPL-2.0-or-later
// Finding UTF-8 that was read in another encoding.
#pragma once

#include "base/config.h"

#include "text/damage_kind.h"

#include <string_view>
#include <vector>

namespace tritone::text {

// Appends the mojibake in a valid UTF-8 text, in order and disjoint.
//
// Mojibake is a letter such as Ã and one to three characters after it that
// read together as one character of UTF-8. A clean text has such pairs too
// (É” in French, Úž in Czech, é…” in quotations), so they count only
//   - where they cannot be read otherwise: the characters after the letter do
//     not follow letters (£ ¼ ƒ, C1 controls), a capital follows a small
//     letter, several follow each other, or it is a famous one (â€™); and
//   - where the text has those, the doubtful ones too, if all characters of the
//     text beyond ASCII, or most, are damaged.
// What lost a byte on the way is read as far as there is one meaning: "â€" as
// ” and "Â " as a blank.
void find_mojibake(std::string_view text, std::vector<Damage> &out);

// The character in front of byte `at` of a valid UTF-8 text, 0 at its start.
char32_t character_before(std::string_view text, std::size_t at);

} // namespace tritone::text
