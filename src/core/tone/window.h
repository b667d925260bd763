// SPDX-License-Identifier: GPL-2.0-or-later
// Where the window before a hit begins, in which shifters act on it, and which
// negator acts from beyond it: over an aside, or as the "nor" of a subject.
#pragma once

#include "base/config.h"
#include "tone/shifters.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// The longest aside that a negator reaches over, in words.
constexpr std::size_t kAside = 8;
// The longest quotation whose words a negator directly before it is about.
constexpr std::size_t kScare = 3;
// Tokens of "of the plans" between "none" and an aside.
constexpr std::size_t kOfThem = 5;
// How far before the window the "nor" of a subject may be, in words.
constexpr std::size_t kNorReach = 3;

struct Window {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t begin;          // its first token
  std::size_t beyond = kNone; // of the found shifters
};

// The windows of one sentence. A view: what it is made of must outlive it.
class Windows {
public:
  Windows(const SentenceTokens &sentence, const std::vector<Mark> &marks,
          const std::vector<Shifter> &shifters,
          const std::vector<FoundPhrase> &found)
      : sentence_(sentence), marks_(marks), shifters_(shifters), found_(found) {
  }

  // The window before a hit that begins at token `hit`: up to kWindow words,
  // not before token `first`, and up to a mark. The comma of "never, ever" and
  // the dots of "not ... safe" are none. At a mark the negator beyond is the
  // one directly before
  //   - an aside that ends there ("did not, however, win", "is not, in any
  //     way, safe"), of at most kAside words between commas, dashes, brackets
  //     or quotation marks; only "been" and the like, or "of the plans", may
  //     lie between, and it is not the answer "no";
  //   - a quotation of at most kScare words that begins there (no "miracle",
  //     not a "success");
  // without a mark it is the "nor" of "neither the plan nor the deal was a
  // success", at most kNorReach words before the window.
  Window before(std::size_t hit, std::size_t first) const;

private:
  std::size_t aside(std::size_t mark) const;
  std::size_t quotation(std::size_t mark) const;
  bool reaches_aside(const FoundPhrase &negator, std::size_t mark) const;
  bool scare_quote(std::size_t mark) const;
  std::size_t pause(std::size_t mark) const;
  bool never_ever(std::size_t mark) const;
  std::size_t last_ending_by(std::size_t end) const;
  std::size_t negator_before(std::size_t end) const;
  std::size_t over_aside(std::size_t mark) const;
  std::size_t nor_before(std::size_t begin, std::size_t first) const;
  bool is_negator(std::size_t f) const {
    return shifters_[found_[f].id].kind == ShifterKind::negator;
  }

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
  const std::vector<Shifter> &shifters_;
  const std::vector<FoundPhrase> &found_;
};

} // namespace tritone::tone
