// SPDX-License-Identifier: GPL-2.0-or-later
// How far an English negator reaches: over "and", in lists, up to a reason or
// a comparison.
#pragma once

#include "base/config.h"
#include "tone/shifters.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// Questions about the words of one sentence. A view: what it is made of must
// outlive it.
class Reach {
public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  explicit Reach(const SentenceTokens &sentence) : sentence_(sentence) {}

  // Is the negator `far` in a list with the one that begins at token `near`
  // ("no jobs and no hope"), so that they do not undo each other?
  bool parallel(const FoundPhrase &far, std::size_t near) const;

  // Is the hit a verb whose object the negator directly after it is: "won
  // nothing", "killed no one."?
  bool object_of(const FoundHit &hit, const FoundPhrase &negator) const;

  // Does a part begin between the negator and the hit that is not denied? A
  // time or reason ("no arrest after a murder"), what is compared with ("no
  // better than a thief"), and a clause after "as" ("no vaccine as deaths
  // rise"). Not directly after the negator.
  bool beyond_clause(const FoundPhrase &negator, const FoundHit &hit) const;

  // Does the negator or shifter before hits[h] still act after the last "and"
  // or "or" between them? Not
  //   - on a new clause ("and they ...");
  //   - over "and", if the hit before it has the other sign ("no hope and
  //     war");
  //   - a negator over "and", if no hit is before it and this one is bad ("no
  //     plan and debt", but "no jobs and hope");
  //   - a negator over "and" and an article, unless it governs a hit with an
  //     article before ("not a crime and a disgrace").
  bool over_and(const FoundPhrase &shifter, bool negator,
                const std::vector<FoundHit> &hits,
                const std::vector<Shifted> &shifted, std::size_t h) const;

  // Is token i "and" or "or"?
  bool joins(std::size_t i) const;

  // Are two hits next to each other of the same sign and members of one list:
  // with "or" or "and" between them (and an article, after "and" only where
  // the first has one too), or with a comma alone where the list goes on?
  bool same_list(const FoundHit &hit, const FoundHit &next) const;

  // Does the phrase begin with "nor" or "neither", which go on with a negation
  // and never undo one?
  bool goes_on(const FoundPhrase &negator) const;

private:
  bool any(const char *words, std::size_t from, std::size_t to) const;

  const SentenceTokens &sentence_;
};

// Is token i one of `words`, whatever its case? They are in small ASCII
// letters, with a blank before and after each.
bool is_one_of(const SentenceTokens &sentence, std::size_t i,
               const char *words);

} // namespace tritone::tone
