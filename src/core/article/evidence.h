// SPDX-License-Identifier: GPL-2.0-or-later
// What a collection teaches about the words of its articles.
#pragma once

#include "article/parts.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone {

// How a word is written where nothing but itself asks for a capital: inside a
// sentence of a text, not directly behind a quotation mark, and not in a
// sentence without small letters.
struct WordCase {
  std::string word;          // folded, without a final 's
  std::uint64_t inside = 0;  // times it stands so
  std::uint64_t capital = 0; // of them with a capital
};

// All words that stand so at least `least` times, by their bytes. The same for
// every number of threads and every order of the articles.
std::vector<WordCase> word_cases(const Source &source, const Reading &reading,
                                 std::uint64_t least, std::size_t threads,
                                 Monitor &monitor);

} // namespace tritone
