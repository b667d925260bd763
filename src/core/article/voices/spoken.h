// SPDX-License-Identifier: GPL-2.0-or-later
// Which quotation marks are speech.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"

namespace tritone::article {

// Decides which of the quotations are speech: not titles, nicknames, single
// words in scare quotes. Turns the tokens of the others into `scare`.
void find_speech(VoiceTokens &tokens);

} // namespace tritone::article
