// SPDX-License-Identifier: GPL-2.0-or-later
// Shifters: phrases that change the valence of the hits near them, and how.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone::tone {

// What a phrase does to the words of tone near it.
enum class ShifterKind : std::uint8_t {
  negator,        // not, lack of: multiplies by its factor, which is below 0
  none,           // not only, no doubt: keeps the negator in it from acting
  amplifier,      // very: multiplies by its factor
  downtoner,      // slightly: the same, with a factor below 1
  adversative,    // but: multiplies what follows by its factor and divides what
                  // precedes by it
  shifter,        // lifted, eased, ban on: turns or weakens what it is done to
  irrealis,       // may, if, fears of: weakens what is not said to be so
  direction_up,   // rose, growing: with a quantity a hit of its own
  direction_down, // fell, cut
  level_up,       // high: with a quantity close by a hit of its own
  level_down,     // low
  good_up,        // exports: a quantity, and its valence where it rises
  bad_up          // unemployment
};
constexpr std::size_t kShifterKinds = 13;

// A phrase may be one shifter of each role: "reduce" is both a modifier
// (shifter) and a direction.
enum class ShifterRole : std::uint8_t { modifier, direction, quantity };
constexpr std::size_t kShifterRoles = 3;
ShifterRole shifter_role(ShifterKind kind);

// "negator", "none", ...: the names users write.
const char *shifter_name(ShifterKind kind);

struct Shifter {
  std::string phrase;
  ShifterKind kind;
  // NaN: the usual one of the kind, see usual_factor(). Negators and shifters
  // take -1 .. 1, good_up 0 .. 4, bad_up -4 .. 0, the others a number above 0;
  // of `none` it is not read.
  double factor = std::numeric_limits<double>::quiet_NaN();
};

// -0.7 for negators, 1.25 for amplifiers and adversatives, 0.6 for downtoners,
// -0.6 for shifters, 0.65 for irrealis, 1 for directions, levels and
// `none`, 1.2 and -1.2 for quantities that are good or bad when they rise.
double usual_factor(ShifterKind kind);

// How far the rules reach.
constexpr std::size_t kWindow = 4;    // words before a hit
constexpr std::size_t kAfter = 3;     // words between a hit and a shifter after
constexpr std::size_t kPairReach = 7; // words between a quantity and direction
constexpr int kMaxNegators = 2;       // of the nearest that act on one hit
constexpr std::size_t kBackReach = 14; // the same for ", up from"
constexpr std::size_t kLevelReach = 1; // words between a quantity and level
constexpr double kSuperlative = 1.25;  // "could not be happier"
constexpr double kMinScale = 0.2; // bounds of the product of all amplifiers,
constexpr double kMaxScale = 2;   // downtoners and adversatives of one hit

// Tokens begin .. end - 1 of a sentence and the entry or shifter they are.
struct FoundPhrase {
  std::size_t begin;
  std::size_t end;
  std::uint32_t id;
};

// What is to be scored: an entry of the lexicon, or a pair of a quantity and
// the direction it takes ("unemployment fell").
struct FoundHit {
  static constexpr std::uint32_t kNoPair = 0xffffffffU;

  std::size_t begin; // tokens of the entry, or of a pair's direction
  std::size_t end;
  double valence;
  std::uint32_t id; // of the entry, or the shifter that is a pair's quantity
  std::uint32_t direction = kNoPair; // a pair's other shifter
  std::size_t quantity = 0; // where a pair's quantity begins, in tokens
  std::size_t quantity_end = 0;

  bool is_pair() const { return direction != kNoPair; }
  // Its first token.
  std::size_t first() const {
    return is_pair() ? std::min(begin, quantity) : begin;
  }
};

// What the shifters of a sentence make of one hit.
struct Shifted {
  double product = 1;   // what its valence is multiplied by
  bool dropped = false; // it has served as a shifter and is no hit
};

// A shifter that acts on a hit. The product of a hit is that of the factors of
// its negators and shifters, of its irrealis, and of all others together, cut
// to kMinScale .. kMaxScale.
struct Acting {
  FoundPhrase at;
  double factor;    // what it does here: an adversative after the hit divides
  bool superlative; // a negator that amplifies, one of "all others"
};

// Memory that is used again from sentence to sentence.
struct ShifterScratch {
  // What is around one hit.
  struct Around {
    std::size_t begin;   // of its window
    std::size_t beyond;  // the shifter that acts from beyond the window, if any
    double after_factor; // of the shifters after it
    double negated;      // what its negators multiply it by
  };
  std::vector<Around> around;
  std::vector<char> acts; // by shifter: does it act on hits after it?
};

// The most adversatives on one side of a hit that are given one by one; the
// outermost has the factor of all beyond it too.
constexpr std::size_t kMaxContrasts = 8;

// The effect of the shifters `found` on each hit: out[h] of hits[h]. Both lists
// are in rising order and without overlaps in themselves; `id` of `found`
// points into `shifters`, whose factors are all numbers, and the kinds are
// those of the role modifier. `marks` are those of find_marks(), `out` is
// overwritten. Linear in tokens for ordinary text.
//
// The window of a hit is up to kWindow words before it; it ends at a mark and
// at an adversative. In it
//   - a negator acts if its last word is in the window, or if the hit is part
//     of it but not its first word ("no danger of"), and so does a shifter: at
//     most the nearest two of both kinds, so that two undo each other in part.
//     The farther one does not act if it has a hit of its own before the nearer
//     one ("no hope and no win"), neither acts where over_and() of
//     tone/reach.h says so, and one that makes a superlative amplifies;
//   - a negator directly before an aside that ends where the window does acts
//     too ("did not, however, win");
//   - an amplifier or downtoner acts if it lies between the previous hit and
//     this one: it belongs to the nearest hit after it. Directly after a pair
//     it acts on the pair ("fell sharply");
//   - of several irrealis the strongest acts, once.
// A hit on which none acts and that goes on with a list of hits of the same
// sign ("no deaths, injuries or damage") is negated as the one before it.
// A shifter in whose reach no hit follows acts on the hit before it, at most
// kAfter words away in the same clause and not after "and" ("sanctions were
// lifted"). A shifter
// that is a hit itself acts only if what it would act on first has the opposite
// sign ("lost hope", not "lost the war"), and is then dropped as a hit; hits
// inside a longer shifter that acts are dropped too, and a shifter never acts
// from inside a longer entry. An adversative at the beginning of a
// clause (first in the sentence, or directly after a mark) multiplies every
// hit after it in the sentence by its factor and divides every hit before it.
//
// With `acting`, acting[h] are the shifters that act on hits[h], in the order
// of the sentence.
void apply_shifters(const SentenceTokens &sentence,
                    const std::vector<Mark> &marks,
                    const std::vector<Shifter> &shifters,
                    const std::vector<FoundPhrase> &found,
                    const std::vector<FoundHit> &hits, ShifterScratch &scratch,
                    std::vector<Shifted> &out,
                    std::vector<std::vector<Acting>> *acting = nullptr);

// Is the token a word or a number, and not a mark?
bool counts_as_word(const text::Token &token);

} // namespace tritone::tone
