// SPDX-License-Identifier: GPL-2.0-or-later
// A lexicon: its entries, and the matches at a word of a sentence.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "tone/phrases.h"
#include "tone/shifters.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::tone {

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

  // May match(word, n) find anything? A cheap question to ask before: many
  // words begin a phrase without being one, and are followed by others.
  bool may_match(const std::uint32_t *word, std::size_t n) const {
    const std::uint32_t node = trie_.step(0, word[0]);
    return node != PhraseTrie::kNone &&
           (nodes_[node].ends() || (n > 1 && trie_.may_step(node, word[1])));
  }

  // The id of a folded token; without a final 's where only that is known
  // ("victim's"). kNone for a word that is in no phrase.
  std::uint32_t word(std::string_view folded) const {
    return word(string_key(folded), folded.data());
  }
  // The same for who has the key of the token, as scan_terms() gives both.
  std::uint32_t word(const StringKey &key, const char *bytes) const {
    const std::uint32_t id = trie_.word(key, bytes);
    return id == PhraseTrie::kNone && key.size > 2 ? owner(key, bytes) : id;
  }

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

    bool ends() const { // does a phrase end here?
      return (entry & shifter[0] & shifter[1] & shifter[2]) !=
             PhraseTrie::kNone;
    }
  };

  Node &node_of(const std::string &phrase, const char *what);
  void add_glob(const std::string &glob);
  // The id of what is before a final 's.
  std::uint32_t owner(const StringKey &key, const char *bytes) const {
    const std::size_t size = key.size - 2;
    if (key.size > StringKey::kInline)
      return bytes[size] == '\'' && bytes[size + 1] == 's'
                 ? trie_.word({bytes, size})
                 : PhraseTrie::kNone;
    char room[StringKey::kInline];
    std::memcpy(room, &key.low, 8);
    std::memcpy(room + 8, &key.high, 8);
    if (room[size] != '\'' || room[size + 1] != 's')
      return PhraseTrie::kNone;
    room[size] = room[size + 1] = '\0';
    StringKey own;
    own.size = size;
    std::memcpy(&own.low, room, 8);
    std::memcpy(&own.high, room + 8, 8);
    return trie_.word(own, room);
  }
  void note(std::uint32_t node, std::size_t tokens, Matches &out) const;
  void add_entry(std::uint32_t id);
  void add_shifter(std::uint32_t id);

  std::vector<LexiconEntry> entries_;
  std::vector<Shifter> shifters_;
  PhraseTrie trie_;
  std::vector<Node> nodes_;
  StringTable starts_; // what is before the first wildcard of patterns
  std::vector<std::vector<std::string>> globs_; // by start
};

} // namespace tritone::tone
