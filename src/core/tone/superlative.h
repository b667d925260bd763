// SPDX-License-Identifier: GPL-2.0-or-later
// Where an English negator and a comparative make a superlative.
#pragma once

#include "base/config.h"
#include "tone/shifters.h"

#include <vector>

namespace tritone::tone {

// Do the negator and what follows it up to the hit make a superlative: "could
// not be happier", "nothing could be better", "has never been so good", "no
// better place", "no greater threat", "nothing is better than peace"? Not "is
// no better", "no better than before".
bool makes_superlative(const SentenceTokens &sentence,
                       const std::vector<Mark> &marks,
                       const FoundPhrase &negator, const FoundHit &hit);

} // namespace tritone::tone
