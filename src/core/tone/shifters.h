// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "tone/clauses.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone {

// What a phrase does to the words of tone near it.
enum class ShifterKind : std::uint8_t {
  negator,    // not, lack of: multiplies by its factor, which is below 0
  none,       // not only, no doubt: keeps the negator in it from acting
  amplifier,  // very: multiplies by its factor
  downtoner,  // slightly: the same, with a factor below 1
  adversative // but: weighs what follows by its factor, what precedes by 1 / it
};
constexpr std::size_t kShifterKinds = 5;

// "negator", "none", ...: the names users write.
const char *shifter_name(ShifterKind kind);

struct Shifter {
  std::string phrase;
  ShifterKind kind;
  // NaN: the usual one of the kind, see usual_factor(). Negators take -1 .. 1,
  // the others a number above 0; of `none` it is not read.
  double factor = std::numeric_limits<double>::quiet_NaN();
};

// -0.7 for negators, 1.25 for amplifiers and adversatives, 0.6 for downtoners,
// 1 for `none`.
double usual_factor(ShifterKind kind);

// How far the rules reach.
constexpr std::size_t kWindow = 4;   // words before a hit
constexpr int kMostNegators = 2;     // of the nearest that act on one hit
constexpr double kLeastScale = 0.2;  // bounds of the product of all amplifiers,
constexpr double kGreatestScale = 2; // downtoners and adversatives of one hit

// Tokens begin .. end - 1 of a sentence and the entry or shifter they are.
struct FoundPhrase {
  std::size_t begin;
  std::size_t end;
  std::uint32_t id;
};

// The number each hit's valence is multiplied by: out[h] for hits[h]. Both
// lists are in rising order and without overlaps in themselves; `id` of `found`
// points into `shifters`, whose factors are all numbers. `marks` are those of
// find_marks(), `out` is overwritten. Linear in tokens for what stands in text.
//
// The window of a hit is up to kWindow words before it; it ends at a mark and
// at an adversative. In it
//   - a negator acts if its last word is in the window, or if the hit is part
//   of
//     it but not its first word ("no danger of"): at most the nearest two, so
//     that two undo each other in part;
//   - an amplifier or downtoner acts if it lies between the previous hit and
//   this
//     one: it belongs to the nearest hit behind it.
// An adversative at the beginning of a clause (first in the sentence, or
// directly behind a mark) multiplies every hit behind it in the sentence by its
// factor and divides every hit before it.
void apply_shifters(const SentenceTokens &sentence,
                    const std::vector<Mark> &marks,
                    const std::vector<Shifter> &shifters,
                    const std::vector<FoundPhrase> &found,
                    const std::vector<FoundPhrase> &hits,
                    std::vector<double> &out);

} // namespace tritone
