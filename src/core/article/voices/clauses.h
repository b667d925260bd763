// SPDX-License-Identifier: GPL-2.0-or-later
// Who says what in one sentence: each verb of saying or thinking with its
// subject and with the words that it gives.
#pragma once

#include "base/config.h"

#include "article/voices/subjects.h"
#include "article/voices/tokens.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// The clauses of a sentence, by where their verbs are. `out` is cleared.
void find_clauses(std::string_view text, const VoiceTokens &tokens,
                  const VoiceUnit &unit, std::vector<VoiceClause> &out);

} // namespace tritone::article
