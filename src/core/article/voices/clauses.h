// SPDX-License-Identifier: GPL-2.0-or-later
// Who says what in one sentence: each verb of saying or thinking with its
// subject and with the words that it gives.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// Tokens first .. last - 1 of VoiceTokens; none if they are equal.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  bool has(std::size_t i) const { return i >= first && i < last; }
};

struct VoiceClause {
  text::Saying kind;
  TokenRange cue;     // the verb
  TokenRange subject; // who: empty where the sentence does not say
  TokenRange content[2];
  TokenRange group; // verb and subject where they follow the words
};

// Decides which of the quotations are speech: not titles, nicknames, single
// words in scare quotes. Turns the tokens of the others into `scare`.
void find_speech(VoiceTokens &tokens);

// The first name or pronoun of a sentence before token `end`, where no verb of
// saying names the speaker of what comes there.
TokenRange first_name(std::string_view text, const VoiceTokens &tokens,
                      const VoiceUnit &unit, std::uint32_t end);

// The clauses of a sentence, by where their verbs are. `out` is cleared.
void find_clauses(std::string_view text, const VoiceTokens &tokens,
                  const VoiceUnit &unit, std::vector<VoiceClause> &out);

} // namespace tritone::article
