// SPDX-License-Identifier: GPL-2.0-or-later
// English abbreviations that are written with a full stop, and the words that
// typically begin a sentence. Our own short lists, for news_sentences() and the
// initials of the news tokens.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::text {

enum class Abbreviation : std::uint8_t {
  none,
  title,         // before a name or the like, never last: Gen.  vs.  e.g.
  before_number, // an abbreviation only before a digit: No. 4  Dec. 25
  may_end        // last only if a typical first word or a quote follows: Inc.
};

// What `word`, written without its full stop, is as an abbreviation. A word
// listed with a capital needs one, a word listed in small letters does not;
// capitals throughout (GEN. KIM) match either.
Abbreviation abbreviation(std::string_view word);

// Does the text begin with a word that typically begins a sentence and is
// unlikely after an abbreviation inside one (The, He, In, But ...)? Only the
// whole word with its capital counts: not "Then" for "The", not the initial of
// "A. Smith".
bool begins_with_starter(std::string_view text);

} // namespace tritone::text
