// SPDX-License-Identifier: GPL-2.0-or-later
// Uses of verbs of saying and thinking in which nobody says or thinks anything.
#pragma once

#include "base/config.h"

#include "article/voices/sentence.h"

#include <cstdint>

namespace tritone::article {

// Is the verb a passive: was told?
bool is_passive(const Sentence &s, std::uint32_t verb);

// Is it used for an act, or of a name: was found, found himself, agreed on a
// loan, learned to swim, are called here, asked for a drink, declined to be
// named, read "The Long Way Home", added to the noise, claimed by the sea, was
// admitted to a ward?
bool has_other_use(const Sentence &s, std::uint32_t verb);

} // namespace tritone::article
