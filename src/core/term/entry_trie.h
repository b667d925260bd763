// SPDX-License-Identifier: GPL-2.0-or-later
// The entries of a dictionary as paths of words, so that all that begin at a
// token are found together; and which words of the dictionary a type fits.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// An entry of a dictionary: one word or more, in a category.
struct DictionaryEntry {
  std::uint32_t category;
  std::vector<std::uint32_t> words; // their numbers, from 0
};

// Some numbers that lie one after the other.
struct NumberRange {
  const std::uint32_t *first = nullptr;
  const std::uint32_t *last = nullptr;

  const std::uint32_t *begin() const { return first; }
  const std::uint32_t *end() const { return last; }
  bool empty() const { return first == last; }
};

// A tree whose edges are words; each entry is the path to one node.
class EntryTrie {
public:
  static constexpr std::uint32_t kNone = 0xffffffffU;

  // Throws input_error where an entry has no word or a number is not below
  // `words` or `categories`, limit_error for 2^32 - 1 words of entries.
  EntryTrie(const std::vector<DictionaryEntry> &entries, std::size_t words,
            std::size_t categories);

  std::size_t categories() const { return categories_; }

  // Has some entry several words?
  bool has_expressions() const { return !edges_.empty(); }

  // The node of a word that begins entries, or kNone.
  std::uint32_t first(std::uint32_t word) const { return first_[word]; }

  // Where a path goes on from a node, or kNone.
  std::uint32_t next(std::uint32_t node, std::uint32_t word) const {
    if (!nodes_[node].goes_on)
      return kNone;
    return edges_[slot(node, word)].to;
  }

  // The categories of the entries that end at a node, each once.
  NumberRange ends(std::uint32_t node) const {
    const Node &n = nodes_[node];
    return {ends_.data() + n.begin, ends_.data() + n.end};
  }

private:
  struct Node {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool goes_on = false;
  };
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t word = 0;
    std::uint32_t to = kNone;
  };

  std::size_t categories_;
  std::vector<std::uint32_t> first_; // by word
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> ends_;
  std::vector<Edge> edges_; // a power of two, at most half full; or none

  std::size_t slot(std::uint32_t node, std::uint32_t word) const;
  std::uint32_t add_edge(std::uint32_t node, std::uint32_t word);
  std::uint32_t add_node();
};

// Which words of a dictionary each type fits, rising, or that it is a hole.
class TypeWords {
public:
  // Of types 0, 1, 2, ...: type 0 is a hole, and type t fits the words whose
  // list holds t. Throws input_error where a type is not within 1 .. types.
  static TypeWords of(const std::vector<std::vector<std::int32_t>> &fits,
                      std::size_t types);

  std::size_t size() const { return start_.size() - 1; }
  NumberRange operator[](std::size_t type) const {
    return {words_.data() + start_[type], words_.data() + start_[type + 1]};
  }
  static bool is_hole(const NumberRange &words) {
    return !words.empty() && *words.first == kHole;
  }

  // The next type.
  void add(const std::vector<std::uint32_t> &words) {
    words_.insert(words_.end(), words.begin(), words.end());
    start_.push_back(words_.size());
  }
  void add_hole() {
    words_.push_back(kHole);
    start_.push_back(words_.size());
  }

private:
  static constexpr std::uint32_t kHole = 0xffffffffU;
  std::vector<std::size_t> start_{0};
  std::vector<std::uint32_t> words_;
};

} // namespace tritone::term
