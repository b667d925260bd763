// SPDX-License-Identifier: GPL-2.0-or-later
// Two versions of one text, sentence by sentence.
#pragma once

#include "base/config.h"

#include "text/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

enum class Change : std::uint8_t {
  kept,     // in both, in the same order
  moved,    // in both, elsewhere
  reworded, // shares at least half of its words with a sentence in its place
  dropped,  // only in the old version
  added     // only in the new one
};

// "kept", "moved", ...: the names users read.
const char *change_name(Change change);

struct SentenceChange {
  Change change;
  text::Span old_at, new_at; // bytes; empty in the version that lacks it
  double similarity;         // words that both have, of all that either has
};

// What became of each sentence, in the order of the new version, a dropped one
// before what comes after it in the old one. Two sentences are the same if
// their words are, whatever their case, punctuation and blanks. Takes time and
// memory in proportion to the product of the two numbers of sentences that
// differ; throws limit_error where that is more than 100 million.
std::vector<SentenceChange> compare_versions(std::string_view before,
                                             std::string_view after);

} // namespace tritone::article
