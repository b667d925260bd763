// SPDX-License-Identifier: GPL-2.0-or-later
// The adversatives of a sentence: where a clause after "but" begins, and how
// much they weaken what precedes and strengthen what follows.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"
#include "tone/shifters.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// Of one sentence; found phrases are in rising order and without overlaps.
class Contrasts {
public:
  Contrasts(const std::vector<Mark> &marks,
            const std::vector<Shifter> &shifters,
            const std::vector<FoundPhrase> &found);

  // Is the token in an adversative?
  bool covers(std::size_t token) const;

  // Where the last adversative ends that ends at or before token `hit`, 0
  // without one. To be asked in rising order.
  std::size_t clause_begin(std::size_t hit);

  // What the adversatives at the beginning of a clause (first in the sentence,
  // or directly after a mark) multiply the hit by: the factors of those before
  // it, and 1 / factor of those after it. One that shares words with the hit
  // says nothing about it. To be asked in rising order.
  double factor(const FoundHit &hit);

  // Adds the adversatives that the last factor() is made of: the nearest
  // kMaxContrasts on each side, the outermost of which makes up for all beyond.
  void append_acting(std::vector<Acting> &out) const;

private:
  std::vector<FoundPhrase> all_;
  std::vector<FoundPhrase> first_; // those that begin a clause
  std::vector<double> own_;        // their factors
  std::vector<double> before_;     // product of the first k factors
  std::vector<double> later_;      // of 1 / factor of the others
  std::size_t passed_ = 0;         // of first_: end before the hit
  std::size_t ahead_ = 0;          // of first_: the first after it
  std::size_t clause_ = 0;         // of all_: end before the hit
};

} // namespace tritone::tone
