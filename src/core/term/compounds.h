// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases that are counted as one term: the words of each and a trie of them.
#pragma once

#include "base/config.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tritone::term {

// Expressions of several words, each a path of word numbers, that are to be
// counted as one term.
class Compounds {
public:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  // An expression of at least two words and the number of its term. Of two with
  // the same words the first holds.
  void add(const std::vector<std::uint32_t> &words, std::uint32_t term);

  bool empty() const { return begins_.empty(); }

  struct Match {
    std::uint32_t term = kNone;
    std::size_t words = 0; // 0: none
  };

  // The longest expression that begins at word[0], of n >= 1 words.
  Match longest(const std::int32_t *word, std::size_t n) const;

private:
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const {
    const auto found = steps_.find(std::uint64_t{node} << 32 | word);
    return found == steps_.end() ? kNone : found->second;
  }

  std::vector<bool> begins_;         // by word: does an expression begin so?
  std::vector<std::uint32_t> terms_; // by node, kNone where none ends
  std::unordered_map<std::uint64_t, std::uint32_t> steps_; // node, word: node
};

// The words of an expression, as the tokens of a text cut under `options`,
// folded, and its patterns (text/pattern.h). Throws input_error for an
// expression without a token and for one of which `options` leave out a number:
// it would match texts with any number.
std::vector<std::string> compound_words(std::string_view expression,
                                        const text::WordOptions &options);

} // namespace tritone::term
