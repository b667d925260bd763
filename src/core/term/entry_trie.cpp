// SPDX-License-Identifier: GPL-2.0-or-later
// Builds the tree of the entries and its table of edges.
#include "term/entry_trie.h"

#include "base/error.h"
#include "base/hash.h"

#include <algorithm>
#include <string>

namespace tritone::term {
namespace {

// The number of words; refuses entries that make no sense.
std::size_t check_entries(const std::vector<DictionaryEntry> &entries,
                          std::size_t words, std::size_t categories) {
  std::size_t sum = 0;
  for (const DictionaryEntry &entry : entries) {
    if (entry.words.empty() || entry.category >= categories)
      throw input_error("dictionary: expected entries of words in a category");
    for (const std::uint32_t word : entry.words)
      if (word >= words)
        throw input_error("dictionary: the number of a word is out of range");
    sum += entry.words.size();
  }
  return sum;
}

} // namespace

EntryTrie::EntryTrie(const std::vector<DictionaryEntry> &entries,
                     std::size_t words, std::size_t categories)
    : categories_(categories), first_(words, kNone) {
  const std::size_t sum = check_entries(entries, words, categories);
  if (sum >= kNone)
    throw limit_error("dictionary: expected fewer than 4294967295 words of "
                      "entries; given " +
                      std::to_string(sum));
  if (sum > entries.size()) {
    std::size_t slots = 16;
    while (slots < 2 * (sum - entries.size()))
      slots *= 2;
    edges_.resize(slots);
  }
  std::vector<std::uint32_t> last; // by entry
  last.reserve(entries.size());
  for (const DictionaryEntry &entry : entries) {
    std::uint32_t &first = first_[entry.words[0]];
    if (first == kNone)
      first = add_node();
    std::uint32_t node = first;
    for (std::size_t k = 1; k < entry.words.size(); ++k)
      node = add_edge(node, entry.words[k]);
    last.push_back(node);
  }
  std::vector<std::vector<std::uint32_t>> ends(nodes_.size());
  for (std::size_t e = 0; e < entries.size(); ++e) {
    std::vector<std::uint32_t> &own = ends[last[e]];
    if (std::find(own.begin(), own.end(), entries[e].category) == own.end())
      own.push_back(entries[e].category);
  }
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    nodes_[n].begin = ends_.size();
    ends_.insert(ends_.end(), ends[n].begin(), ends[n].end());
    nodes_[n].end = ends_.size();
  }
}

std::uint32_t EntryTrie::add_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

// The place of an edge, or the empty one where it belongs.
std::size_t EntryTrie::slot(std::uint32_t node, std::uint32_t word) const {
  const std::size_t mask = edges_.size() - 1;
  const std::uint64_t key = std::uint64_t{node} << 32 | word;
  for (std::size_t at = mix64(key) & mask;; at = (at + 1) & mask) {
    const Edge &edge = edges_[at];
    if (edge.to == kNone || (edge.from == node && edge.word == word))
      return at;
  }
}

std::uint32_t EntryTrie::add_edge(std::uint32_t node, std::uint32_t word) {
  Edge &edge = edges_[slot(node, word)];
  if (edge.to == kNone) {
    nodes_[node].goes_on = true;
    edge = {node, word, add_node()};
  }
  return edge.to;
}

TypeWords TypeWords::of(const std::vector<std::vector<std::int32_t>> &fits,
                        std::size_t types) {
  TypeWords out;
  out.start_.assign(types + 2, 0);
  out.start_[1] = 1; // the hole
  for (const std::vector<std::int32_t> &of_word : fits)
    for (const std::int32_t type : of_word) {
      if (type < 1 || static_cast<std::size_t>(type) > types)
        throw input_error("dictionary: the number of a type is out of range");
      ++out.start_[static_cast<std::size_t>(type) + 1];
    }
  for (std::size_t t = 1; t < out.start_.size(); ++t)
    out.start_[t] += out.start_[t - 1];
  out.words_.assign(out.start_.back(), kHole);
  std::vector<std::size_t> next(out.start_.begin(), out.start_.end() - 1);
  for (std::size_t word = 0; word < fits.size(); ++word)
    for (const std::int32_t type : fits[word])
      out.words_[next[static_cast<std::size_t>(type)]++] =
          static_cast<std::uint32_t>(word);
  return out;
}

} // namespace tritone::term
