// SPDX-License-Identifier: GPL-2.0-or-later
// What one hit contributes, and hits as evidence: where each is, which entry,
// which shifters act on it.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"
#include "tone/sentence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::tone {

// What a hit can weigh at most; its contribution is in units of this.
constexpr double kMaxValence = 4;

// Contributions are counted in whole units, of which a valence of 1 has this
// many: nine decimals, which hold the products of the usual valences and
// factors without loss (2.5 x 0.7 x 0.65 x 1.25). Sums of whole numbers are
// exact, so good and bad that balance give a tone of exactly 0 in any order and
// however they came about (-2 x 0.6 and 1.2), and sentences add up to their
// article. What rounding to a unit changes in a tone is below 1e-9. 64 bits
// hold the sum of the longest article that can be scored (4 GiB).
constexpr double kUnitsOfValence = 1e9;
constexpr double kUnitsOfOne = kMaxValence * kUnitsOfValence; // of c = 1

// The contribution of a hit in units, within +-kUnitsOfOne.
inline std::int64_t contribution(double valence, double product) {
  return std::llround(std::clamp(valence * product, -kMaxValence, kMaxValence) *
                      kUnitsOfValence);
}

// A sum of contributions as a number: c of one hit lies in [-1, 1].
inline double from_units(std::int64_t units) {
  return static_cast<double>(units) / kUnitsOfOne;
}

// Bytes begin .. end - 1 of an article's title or text.
struct TonePlace {
  std::uint32_t begin;
  std::uint32_t end;
};

// A shifter that acts on a hit, see Acting.
struct ToneShifter {
  TonePlace place;
  std::uint32_t id; // index into Lexicon::shifters()
  bool superlative;
  double factor;
};

// One hit, an entry or a pair of a quantity and its direction; its valence
// times `product`, cut and scaled, is `contribution`.
struct ToneHit {
  static constexpr std::uint32_t kPair = 0xffffffffU;

  std::size_t sentence; // index into ToneScores::sentences
  std::uint32_t begin;  // bytes of the title or text, a pair from end to end
  std::uint32_t end;
  std::uint32_t entry;     // index into Lexicon::entries(); kPair for a pair
  std::uint32_t quantity;  // a pair's indices into Lexicon::shifters(), else
  std::uint32_t direction; // kPair
  TonePlace quantity_at;   // a pair's two phrases, else empty
  TonePlace direction_at;
  double valence;
  double product;      // of all shifters that act on it, 1 without any
  double contribution; // in [-1, 1]
  // Those shifters, where they were asked for: shifters first_shifter ..
  // first_shifter + shifters - 1 of ToneScores::shifters.
  std::size_t first_shifter;
  std::uint32_t shifters;
};

// Adds the hits of the sentence that `scorer` has scored last to `hits`, in
// reading order, and the shifters that act on them to `shifters`. `begin` is
// where the text of the tokens begins in the title or text.
void append_hits(const SentenceScorer &scorer, const SentenceTokens &tokens,
                 std::size_t begin, std::size_t sentence,
                 std::vector<ToneHit> &hits,
                 std::vector<ToneShifter> &shifters);

} // namespace tritone::tone
