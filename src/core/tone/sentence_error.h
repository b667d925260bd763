// SPDX-License-Identifier: GPL-2.0-or-later
// How sure a tone is that rests on several sentences.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tritone::tone {

// The same number for sentences of the same tokens, whatever the blanks between
// them; never 0.
std::uint64_t sentence_key(const SentenceTokens &sentence);

// What each of n sentences adds to a tone beyond its share, and what sentence
// it is.
struct SentenceDeviations {
  std::vector<double> e;
  std::vector<std::uint64_t> key; // 0: unlike all others
  std::vector<std::pair<std::uint64_t, double>> scratch;

  void clear() {
    e.clear();
    key.clear();
  }
  void add(double deviation, std::uint64_t of) {
    e.push_back(deviation);
    key.push_back(of);
  }
};

// sqrt(n / (n - 1) * sum((e - mean(e))^2)), where sentences of the same key are
// one: a sentence that is repeated word for word says nothing new about how
// much tones vary. NaN for fewer than two sentences and where nothing varies.
double sentence_error(SentenceDeviations &of);

} // namespace tritone::tone
