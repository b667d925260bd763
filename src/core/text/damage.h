// SPDX-License-Identifier: GPL-2.0-or-later
// Damage that wrong encodings and half-read markup leave in a text, and how to
// undo it.
#pragma once

#include "base/config.h"

#include "text/damage_kind.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::text {

// The damage in a valid UTF-8 text, in order and disjoint. `out` is cleared.
// Linear time, and hardly more than a look at each byte where there is none.
// Mojibake: see mojibake.h. Controls: the 27 that windows-1252 defines, U+0085
// only beside others, since it may be a line end. Entities: see entities.h.
void find_damage(std::string_view text, std::vector<Damage> &out);

// Does the text hold more damage than the `found` pieces of find_damage(), were
// it in NFC? Some programs write à as two characters.
bool has_split_damage(std::string_view text, std::size_t found);

struct Mended {
  std::string text;
  std::array<std::size_t, kDamageKinds> repairs{}; // by DamageKind
};

// Gives the text without its damage, undone until nothing is left (text may be
// damaged twice over); false, and `out` as it was, where there is none. What it
// gives has none. Where a text writes the letters of its mojibake in two
// characters each, it is brought into NFC first.
bool mend(std::string_view text, Mended &out);

} // namespace tritone::text
