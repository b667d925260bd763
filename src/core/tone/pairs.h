// SPDX-License-Identifier: GPL-2.0-or-later
// Quantities that are good or bad when they rise, and the directions they take.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"
#include "tone/shifters.h"

#include <vector>

namespace tritone::tone {

// The pairs of a direction and a quantity in one sentence, as hits in the order
// of their directions; `out` is overwritten. Valence is the quantity's factor
// times the direction's, with the sign turned where it goes down.
//
// A direction and a quantity pair if they share no word and at most kPairReach
// words lie between them, in either order, and no mark and no adversative; one
// aside between a quantity and what it does is passed over ("unemployment,
// however, fell"). A level ("high") and a quantity pair only at most
// kLevelReach words apart ("low youth unemployment"), or where a form of "be"
// leads to the level
// ("unemployment in the south is low"); "up" and "down" come after their
// quantity. Figures are not counted. A direction that begins with a comma (",
// up from") takes a quantity before it, at most kBackReach words away. Each is
// used once: the closest go first, then those whose quantity comes before the
// direction, then the first. The lists are in rising order and without overlaps
// in themselves; `modifiers` may hold all kinds of that role. Linear time for
// ordinary text.
void find_pairs(const SentenceTokens &sentence, const std::vector<Mark> &marks,
                const std::vector<Shifter> &shifters,
                const std::vector<FoundPhrase> &modifiers,
                const std::vector<FoundPhrase> &directions,
                const std::vector<FoundPhrase> &quantities,
                std::vector<FoundHit> &out);

} // namespace tritone::tone
