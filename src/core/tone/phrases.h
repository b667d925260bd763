// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases of a lexicon: how they are cut into words, and the trie that finds
// them.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::tone {

// How tone cuts texts and phrases into tokens: by the rules `news`, with
// numbers and punctuation.
text::WordOptions tone_word_options();

// The words of a phrase as they are looked up: its tokens, numbers and
// punctuation among them, folded, and its patterns (text/pattern.h).
std::vector<std::string> phrase_words(std::string_view phrase);

// The same as one string, with a blank between words: two spellings are one
// entry exactly if this is the same. Empty for a phrase without a letter, which
// no lexicon can hold.
std::string phrase_form(std::string_view phrase);

// Phrases as paths of word ids: a step takes a node and a word. Node 0 is the
// root. Words are folded tokens (text/fold.h).
class PhraseTrie {
public:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  PhraseTrie() : sieve_(kSieveBits / 64, 0), edges_(64), children_(1, 0) {}

  // The node at the end of the path, made where it is new; `words` not empty.
  std::uint32_t add(const std::vector<std::string> &words);

  // The id of a word that occurs in some phrase, or kNone.
  std::uint32_t word(std::string_view folded) const {
    return word(string_key(folded), folded.data());
  }
  // The same for who has the key of the word: string_key() of the key.size
  // bytes at `bytes`, which may be null where the key holds them.
  std::uint32_t word(const StringKey &key, const char *bytes) const {
    const std::uint64_t bit = key.hash() >> kShift;
    return (sieve_[bit / 64] >> (bit % 64) & 1) == 0 ? kNone
                                                     : words_.find(key, bytes);
  }

  // The node after `node` by `word`, an id or kNone; kNone where there is
  // none.
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const {
    if (word == kNone)
      return kNone;
    if (node == 0)
      return root_[word];
    if (!may_step(node, word))
      return kNone;
    const Edge &edge = edges_[probe(node, word)];
    return edge.from == kNone ? kNone : edge.to;
  }

  // May step(node, word) find a node? Mostly right where it says yes.
  bool may_step(std::uint32_t node, std::uint32_t word) const {
    return word != kNone && (children_[node] >> (word % 64) & 1) != 0;
  }

  std::size_t nodes() const { return children_.size(); }

private:
  // A step from a node below the root.
  struct Edge {
    std::uint32_t from = kNone; // kNone: an empty slot
    std::uint32_t word = 0;
    std::uint32_t to = 0;
  };

  std::size_t probe(std::uint32_t from, std::uint32_t word) const;
  void grow();

  static constexpr std::size_t kSieveBits = 1 << 17;
  static constexpr unsigned kShift = 64 - 17;

  StringTable words_;
  // A bit for the hash of each word, in the processor's first cache: most rare
  // words of a text are in no phrase, and need not be looked for in memory.
  std::vector<std::uint64_t> sieve_;
  std::vector<std::uint32_t> root_; // by word
  // Open addressing: a power of two of slots, at most half of them full.
  std::vector<Edge> edges_;
  std::size_t used_ = 0;
  // By node, which words modulo 64 lead on: spares most probes, since what
  // follows "the" or "of" in a text is seldom what follows it in a phrase.
  std::vector<std::uint64_t> children_;
};

} // namespace tritone::tone
