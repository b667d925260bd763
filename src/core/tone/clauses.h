// SPDX-License-Identifier: GPL-2.0-or-later
// The tokens of a sentence, and the marks that divide it into clauses.
#pragma once

#include "base/config.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::tone {

// The tokens of one sentence, numbers and punctuation among them. A view:
// text and tokens belong to the caller.
struct SentenceTokens {
  std::string_view text; // what the tokens' offsets point into
  const text::Token *token;
  std::size_t count;
  bool in_title;

  std::string_view at(std::size_t i) const {
    return text.substr(token[i].begin, token[i].end - token[i].begin);
  }
  // Is there no blank between token i and the one after it?
  bool joined(std::size_t i) const {
    return i + 1 < count && token[i].end == token[i + 1].begin;
  }
};

enum class Mark : std::uint8_t {
  none,
  clause, // , ; : ! ? … ... ( ) [ ] { } and dashes
  dash, // — – ― -- and a hyphen with a blank on both sides: a clause mark too
  quote // quotation marks of every kind
};

// What each token is as a boundary inside its sentence; `out` gets one mark a
// token. The apostrophe of workers' is no mark: a single mark after a word is
// one only where another has opened before it. The outcome is the same for
// curly and straight marks.
void find_marks(const SentenceTokens &sentence, std::vector<Mark> &out);

} // namespace tritone::tone
