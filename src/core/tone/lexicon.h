// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/words.h"
#include "tone/shifters.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tritone {

// Phrases as paths of word ids: a step takes a node and a word. Node 0 is the
// root. Words are folded tokens (text/fold.h).
class PhraseTrie {
public:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  PhraseTrie() : edges_(64), children_(1, 0) {}

  // The node at the end of the path, made where it is new; `words` not empty.
  std::uint32_t add(const std::vector<std::string> &words);

  // The id of a word that occurs in some phrase, or kNone.
  std::uint32_t word(std::string_view folded) const {
    return words_.find(folded);
  }

  // The node behind `node` by `word`, an id or kNone; kNone where there is
  // none.
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const {
    if (word == kNone)
      return kNone;
    if (node == 0)
      return root_[word];
    if ((children_[node] >> (word % 64) & 1) == 0)
      return kNone;
    const Edge &edge = edges_[probe(node, word)];
    return edge.from == kNone ? kNone : edge.to;
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

  StringTable words_;
  std::vector<std::uint32_t> root_; // by word
  // Open addressing: a power of two of slots, at most half of them full.
  std::vector<Edge> edges_;
  std::size_t used_ = 0;
  // By node, which words modulo 64 lead on: spares most probes, since what
  // follows "the" or "of" in a text is seldom what follows it in a phrase.
  std::vector<std::uint64_t> children_;
};

// How tone cuts texts and phrases into tokens: by the rules `news`, with
// numbers and punctuation.
WordOptions tone_word_options();

// Is a word of a phrase a pattern, with * for any number of characters and ?
// for one? A mark alone is none.
bool is_glob(std::string_view word);

// Does the pattern fit the whole of the word? Both folded.
bool glob_matches(std::string_view glob, std::string_view word);

// The words of a phrase as they are looked up: its tokens, numbers and
// punctuation among them, folded. Where a letter or digit stands beside a * or
// a ?, what lies between blanks is one word, a pattern.
std::vector<std::string> phrase_words(std::string_view phrase);

// The same as one string, with a blank between words: two spellings are one
// entry exactly if this is the same. Empty for a phrase without a letter, which
// no lexicon can hold.
std::string phrase_form(std::string_view phrase);

struct LexiconEntry {
  std::string phrase; // one word or several, in any spelling
  // What is past -4 and 4 is cut off when a hit is scored. An entry of valence
  // 0 is no hit: it keeps the shorter entries inside it from being one.
  double valence;
};

// A lexicon of tone with its shifters, ready to be looked up from many threads.
// Entries and shifters keep the indices they were given with.
class Lexicon {
public:
  // Throws input_error for a phrase without a letter, a valence that is not a
  // number, a factor out of its range, and for two spellings of one phrase that
  // disagree; a repetition that agrees is passed over. A phrase may be an entry
  // and a shifter of each role at once.
  Lexicon(std::vector<LexiconEntry> entries, std::vector<Shifter> shifters);

  struct Match {
    std::uint32_t id = PhraseTrie::kNone; // of an entry or a shifter
    std::size_t tokens = 0;               // its length, 0: no match
  };
  struct Matches {
    Match entry;
    std::array<Match, kShifterRoles> shifter; // by role

    const Match &modifier() const { return of(ShifterRole::modifier); }
    const Match &of(ShifterRole role) const {
      return shifter[static_cast<std::size_t>(role)];
    }
  };

  // The longest entry and the longest shifter of each role that begin at
  // word[0], of n words given by their ids.
  Matches match(const std::uint32_t *word, std::size_t n) const;

  // Does any entry or shifter begin with this word? A cheap question to ask
  // before match(); of an id or kNone.
  bool begins(std::uint32_t word) const {
    return trie_.step(0, word) != PhraseTrie::kNone;
  }

  // The id of a folded token; without a final 's where only that is known
  // ("victim's"). kNone for a word that is in no phrase.
  std::uint32_t word(std::string_view folded) const;

  // Are there patterns among the words of the phrases? Then a token may be
  // several words, and the two below take a list of ids for each token: of
  // equally long matches that of the first ids wins.
  bool has_globs() const { return !globs_.empty(); }
  using Ids = std::vector<std::uint32_t>;
  Matches match(const Ids *const *word, std::size_t n) const;

  // All ids of a folded token: its own first, then those of the patterns that
  // fit it, the longest beginning without a wildcard first.
  void words(std::string_view folded, Ids &out) const;

  const std::vector<LexiconEntry> &entries() const { return entries_; }
  // With their factors filled in.
  const std::vector<Shifter> &shifters() const { return shifters_; }

private:
  struct Node {
    std::uint32_t entry = PhraseTrie::kNone;
    std::array<std::uint32_t, kShifterRoles> shifter{
        PhraseTrie::kNone, PhraseTrie::kNone, PhraseTrie::kNone};
  };

  Node &node_of(const std::string &phrase, const char *what);
  void add_glob(const std::string &glob);
  void note(std::uint32_t node, std::size_t tokens, Matches &out) const;
  void add_entry(std::uint32_t id);
  void add_shifter(std::uint32_t id);

  std::vector<LexiconEntry> entries_;
  std::vector<Shifter> shifters_;
  PhraseTrie trie_;
  std::vector<Node> nodes_;
  StringTable starts_; // what stands before the first wildcard of patterns
  std::vector<std::vector<std::string>> globs_; // by start
};

} // namespace tritone
