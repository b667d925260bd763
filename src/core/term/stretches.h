// SPDX-License-Identifier: GPL-2.0-or-later
// Where the sentences and stretches of the tokens of one segment begin.
#pragma once

#include "article/parts/segments.h"
#include "base/config.h"
#include "text/span.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

struct StretchScratch {
  // By token: the number of its sentence, from 0, and whether a stretch begins
  // with it: where a sentence does, and after a mark (text/gaps.h).
  std::vector<std::uint32_t> sentence;
  std::vector<std::uint8_t> begins;
  std::vector<text::Span> spans; // room used again
};

// Divides the tokens of a segment, in order, by the sentences of the rules; a
// title that is not blank is one. Returns the number of sentences.
std::size_t find_stretches(const article::Segment &segment,
                           text::WordRules rules,
                           const std::vector<text::Token> &tokens,
                           StretchScratch &scratch);

} // namespace tritone::term
