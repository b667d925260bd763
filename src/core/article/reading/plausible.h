// SPDX-License-Identifier: GPL-2.0-or-later
// How much a decoded text looks like one that somebody wrote: what decides
// between the encodings in which the same bytes can be read.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::article {

// How plausible a text is as one of its best language.
struct Plausible {
  // Natural logarithm of the probability of its characters: comparable between
  // readings of the same bytes.
  double score = 0;
  double mean = 0;              // the same for each character that is not ASCII
  const char *language = "";    // in English; "" without characters to judge by
  std::size_t marks = 0;        // characters that are not ASCII
  std::size_t strange = 0;      // of those: which the language hardly uses
  std::size_t replacements = 0; // of those: U+FFFD
};

// `text` is valid UTF-8. Each language is a table of its letters that are not
// ASCII, the frequent ones first; of Chinese, Japanese and Korean, of some
// frequent characters beside all others of the script. A letter counts less in
// an unlikely place: a capital inside a word, two scripts in one word, a quote
// between two letters. Linear time.
Plausible plausibility(std::string_view text);

// What of a file shows its encoding: lines with bytes that are not ASCII, at
// most `limit` bytes, the first ones.
std::string telling_lines(std::string_view bytes, std::size_t limit);

// The encoding that escapes in the bytes announce (ISO-2022-JP, ISO-2022-KR);
// empty if there are none.
std::string_view announced_encoding(std::string_view bytes);

} // namespace tritone::article
