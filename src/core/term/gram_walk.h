// SPDX-License-Identifier: GPL-2.0-or-later
// All n-grams of an article, one after the other.
#pragma once

#include "base/config.h"
#include "term/grams.h"
#include "term/sequences.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Goes over the n-grams of a sentence. One object a worker.
class GramWalk {
public:
  static constexpr std::size_t kLongest = 16;

  // Lengths within 1 .. kLongest, not empty; the skips not empty.
  GramWalk(const GramNames &names, const std::vector<std::size_t> &lengths,
           const std::vector<std::size_t> &skips)
      : names_(names), skips_(skips) {
    for (const std::size_t n : lengths) {
      wanted_[n] = true;
      longest_ = std::max(longest_, n);
    }
  }

  std::size_t longest() const { return longest_; }

  // Calls fn(key, terms, n) for each n-gram of term[0] .. term[count - 1], by
  // its first word.
  template <class Fn>
  void each(const std::uint32_t *term, std::size_t count, Fn &&fn) {
    for (std::size_t i = 0; i < count; ++i) {
      if (term[i] == TermSequences::kHole)
        continue;
      gram_[0] = term[i];
      extend(term, count, i, 1, names_.key(term[i]), fn);
    }
  }

private:
  template <class Fn>
  void extend(const std::uint32_t *term, std::size_t count, std::size_t at,
              std::size_t n, std::uint64_t key, Fn &fn) {
    if (wanted_[n])
      fn(key, gram_.data(), n);
    if (n == longest_)
      return;
    for (const std::size_t skip : skips_) {
      if (skip >= count - at - 1 || term[at + 1 + skip] == TermSequences::kHole)
        continue;
      gram_[n] = term[at + 1 + skip];
      extend(term, count, at + 1 + skip, n + 1, names_.join(key, gram_[n]), fn);
    }
  }

  const GramNames &names_;
  const std::vector<std::size_t> &skips_;
  std::array<bool, kLongest + 1> wanted_{};
  std::array<std::uint32_t, kLongest> gram_{};
  std::size_t longest_ = 1;
};

} // namespace tritone::term
