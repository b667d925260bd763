// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of saying, by which a sentence names its speaker or its source: the one
// list for dates in sentences, for boilerplate and for whoever asks who speaks.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::text {

enum class Saying : unsigned char {
  none,
  speech, // said, told: gives somebody's words wherever it is used
  report  // announced, reported: also of events, prizes, cases of an illness
};

// What a word in small ASCII letters is.
Saying saying(std::string_view word);

// Is a word in small ASCII letters a verb of saying of either kind?
inline bool is_attribution(std::string_view word) {
  return saying(word) != Saying::none;
}

// The bytes of the verb of speech, or of "according to", that is at `at` in a
// text in small ASCII letters and ends as a word; 0 if there is none. `at` is
// the beginning of a word.
std::size_t speech_at(std::string_view text, std::size_t at);

} // namespace tritone::text
