// SPDX-License-Identifier: GPL-2.0-or-later
// How far an English negator reaches: over an aside, over "and", and where it
// makes a superlative.
#pragma once

#include "base/config.h"
#include "tone/shifters.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// The longest aside that a negator reaches over, in words.
constexpr std::size_t kAside = 6;

// Questions about the words of one sentence. A view: what it is made of must
// outlive it.
class Reach {
public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Reach(const SentenceTokens &sentence, const std::vector<Mark> &marks)
      : sentence_(sentence), marks_(marks) {}

  // Where the aside begins whose closing mark is token `mark`: the token of its
  // opening mark, of the same kind, at most kAside words before. kNone where
  // there is none.
  std::size_t aside(std::size_t mark) const;

  // Does the negator that ends before token `end` reach over an aside whose
  // opening mark is token `mark`? It ends directly before it, or only "been"
  // and the like lie between, and it is not the answer "no".
  bool reaches_aside(const FoundPhrase &negator, std::size_t mark) const;

  // Is the mark the comma of "never, ever", which divides nothing?
  bool never_ever(std::size_t mark) const;

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

  // Do the negator and what follows it up to the hit make a superlative: "could
  // not be happier", "nothing could be better", "has never been so good"?
  bool superlative(const FoundPhrase &negator, const FoundHit &hit) const;

  // Does the phrase begin with "nor" or "neither", which go on with a negation
  // and never undo one?
  bool goes_on(const FoundPhrase &negator) const;

private:
  bool only(const char *words, std::size_t from, std::size_t to) const;
  bool any(const char *words, std::size_t from, std::size_t to) const;
  bool comparative(const FoundHit &hit) const;

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
};

// Is token i one of `words`, whatever its case? They are in small ASCII
// letters, with a blank before and after each.
bool is_one_of(const SentenceTokens &sentence, std::size_t i,
               const char *words);

} // namespace tritone::tone
