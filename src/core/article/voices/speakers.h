// SPDX-License-Identifier: GPL-2.0-or-later
// Whom a mention stands for: Kim for Kim Chol, the SSD for the State Security
// Department, she for the source of the sentence before, where the text decides
// it.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// How the speaker of a stretch is known.
enum class SpeakerBasis : std::uint8_t {
  none,        // the text does not say who
  mention,     // the mention is the speaker
  surname,     // the only full name that ends with it
  acronym,     // what the article explains it with
  description, // "the source" after "a source in Tarsk"
  pronoun,     // the only one spoken of last
  unclear,     // several could be meant; the mention is kept
  unexplained  // a pronoun, and the text does not say for whom
};

// "none", "mention", ...: the names users read.
const char *basis_name(SpeakerBasis basis);

struct Speaker {
  text::Span name; // bytes of the text
  SpeakerBasis basis;
};

// The speakers of mentions, given in the order of the text: an empty mention
// has none. Only this text decides. `out` is cleared.
void find_speakers(std::string_view text, const VoiceTokens &tokens,
                   const std::vector<text::Span> &mentions,
                   std::vector<Speaker> &out);

} // namespace tritone::article
