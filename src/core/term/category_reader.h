// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the entries of a dictionary at each token of an article, from the first
// word on.
#pragma once

#include "base/config.h"
#include "term/entry_trie.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// How often a category occurs in one article.
struct CategoryCell {
  std::int32_t article;
  std::uint32_t category;
  double count;
};

// One a worker. Who has the tokens says what they are, by
//   NumberRange words(t)     of the dictionary that it fits, or the hole that
//                            it is, as TypeWords has them
//   bool joined(a, b)        does nothing divide tokens a .. b?
// where joined() is asked last, since it may take long.
class CategoryReader {
public:
  explicit CategoryReader(const EntryTrie &entries)
      : entries_(entries), until_(entries.categories(), 0),
        count_(entries.categories(), 0.0), length_(entries.categories(), 0) {}

  // Adds the matches in tokens begin .. end - 1; none reaches over their end.
  template <class Tokens>
  void read(Tokens &tokens, std::size_t begin, std::size_t end) {
    std::size_t covered = begin; // what lies before is in a match
    for (std::size_t t = begin; t < end; ++t) {
      const NumberRange words = tokens.words(t);
      if (!words.empty()) {
        if (TypeWords::is_hole(words))
          continue;
        covered = std::max(covered, match(tokens, words, t, end));
      }
      unmatched_ += t >= covered;
    }
    before_ += end;
  }

  // Writes the counts of an article, by category, and starts anew. The category
  // after the last counts the tokens that are in no match.
  void close(std::size_t article, std::vector<CategoryCell> &out) {
    const auto row = static_cast<std::int32_t>(article);
    for (const std::uint32_t c : touched_) {
      out.push_back({row, c, count_[c]});
      count_[c] = 0;
    }
    if (unmatched_ > 0)
      out.push_back({row, static_cast<std::uint32_t>(entries_.categories()),
                     static_cast<double>(unmatched_)});
    touched_.clear();
    unmatched_ = 0;
  }

private:
  // A node that the tokens up to here lead to.
  struct Path {
    std::uint32_t node;
    std::size_t length;
  };

  const EntryTrie &entries_;
  std::size_t before_ = 0;         // places of all earlier tokens are below it
  std::vector<std::size_t> until_; // by category: the end of its last match
  std::vector<double> count_;
  std::vector<std::size_t> length_; // of the longest match at one token
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> here_;
  std::vector<Path> paths_;
  std::int64_t unmatched_ = 0;

  // The matches that begin at token t; returns the end of the longest, or t.
  template <class Tokens>
  std::size_t match(Tokens &tokens, const NumberRange &words, std::size_t t,
                    std::size_t end) {
    for (const std::uint32_t word : words)
      if (entries_.first(word) != EntryTrie::kNone)
        follow(tokens, {entries_.first(word), 1}, t, end);
    std::size_t longest = 0;
    for (const std::uint32_t c : here_) {
      if (count_[c] == 0)
        touched_.push_back(c);
      ++count_[c];
      until_[c] = before_ + t + length_[c];
      longest = std::max(longest, length_[c]);
      length_[c] = 0;
    }
    here_.clear();
    return t + longest;
  }

  // All paths that begin with this one.
  template <class Tokens>
  void follow(Tokens &tokens, Path path, std::size_t t, std::size_t end) {
    for (;;) {
      take(tokens, path, t);
      if (path.length < end - t) {
        const NumberRange words = tokens.words(t + path.length);
        if (!TypeWords::is_hole(words))
          for (const std::uint32_t word : words) {
            const std::uint32_t next = entries_.next(path.node, word);
            if (next != EntryTrie::kNone)
              paths_.push_back({next, path.length + 1});
          }
      }
      if (paths_.empty())
        return;
      path = paths_.back();
      paths_.pop_back();
    }
  }

  // Notes the entries that end where the path does, if they are the longest of
  // their categories so far.
  template <class Tokens>
  void take(Tokens &tokens, const Path &path, std::size_t t) {
    bool joined = path.length == 1; // or not asked yet
    for (const std::uint32_t c : entries_.ends(path.node)) {
      if (before_ + t < until_[c] || path.length <= length_[c])
        continue;
      joined = joined || tokens.joined(t, t + path.length - 1);
      if (!joined)
        return;
      if (length_[c] == 0)
        here_.push_back(c);
      length_[c] = path.length;
    }
  }
};

} // namespace tritone::term
