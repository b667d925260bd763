// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the entries of a dictionary at each token of an article, from the first
// word on.
#pragma once

#include "base/config.h"
#include "term/dictionary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// One a worker. Who has the tokens says what they are, by
//   bool hole(t)             is it no word?
//   entries begins(t)        that may begin there: numbers in a range
//   bool fits(t, word)       does it fit this word of the dictionary?
//   bool joined(a, b)        does nothing divide tokens a .. b?
// where joined() is asked last, since it may take long.
class CategoryReader {
public:
  explicit CategoryReader(const Dictionary &dictionary)
      : dictionary_(dictionary), until_(dictionary.categories, 0),
        count_(dictionary.categories, 0.0), length_(dictionary.categories, 0) {}

  // Adds the matches in tokens begin .. end - 1; none reaches over their end.
  template <class Tokens>
  void read(Tokens &tokens, std::size_t begin, std::size_t end) {
    std::size_t covered = begin; // what lies before is in a match
    for (std::size_t t = begin; t < end; ++t) {
      if (tokens.hole(t))
        continue;
      covered = std::max(covered, match(tokens, t, end));
      unmatched_ += t >= covered;
    }
    before_ += end;
  }

  // Writes the counts of an article and starts anew.
  void close(std::size_t article, CategoryCounts &out) {
    std::sort(touched_.begin(), touched_.end());
    for (const std::uint32_t c : touched_) {
      write(out, article, c, count_[c]);
      count_[c] = 0;
    }
    if (unmatched_ > 0)
      write(out, article, dictionary_.categories, unmatched_);
    touched_.clear();
    unmatched_ = 0;
  }

private:
  const Dictionary &dictionary_;
  std::size_t before_ = 0;         // places of all earlier tokens are below it
  std::vector<std::size_t> until_; // by category: the end of its last match
  std::vector<double> count_;
  std::vector<std::size_t> length_; // of the longest match at one token
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> here_;
  double unmatched_ = 0;

  // The matches that begin at token t; returns the end of the longest, or t.
  template <class Tokens>
  std::size_t match(Tokens &tokens, std::size_t t, std::size_t end) {
    here_.clear();
    for (const std::uint32_t e : tokens.begins(t)) {
      const Dictionary::Entry &entry = dictionary_.entries[e];
      const std::uint32_t c = entry.category;
      if (before_ + t < until_[c] || entry.words.size() <= length_[c] ||
          !fits(tokens, entry, t, end))
        continue;
      if (length_[c] == 0)
        here_.push_back(c);
      length_[c] = entry.words.size();
    }
    std::size_t longest = 0;
    for (const std::uint32_t c : here_) {
      if (count_[c] == 0)
        touched_.push_back(c);
      ++count_[c];
      until_[c] = before_ + t + length_[c];
      longest = std::max(longest, length_[c]);
      length_[c] = 0;
    }
    return t + longest;
  }

  template <class Tokens>
  static bool fits(Tokens &tokens, const Dictionary::Entry &entry,
                   std::size_t t, std::size_t end) {
    const std::size_t size = entry.words.size();
    if (size > end - t)
      return false;
    for (std::size_t k = 1; k < size; ++k)
      if (tokens.hole(t + k) || !tokens.fits(t + k, entry.words[k]))
        return false;
    return size == 1 || tokens.joined(t, t + size - 1);
  }

  static void write(CategoryCounts &out, std::size_t article, std::size_t c,
                    double count) {
    out.article.push_back(static_cast<std::int32_t>(article));
    out.category.push_back(static_cast<std::int32_t>(c));
    out.count.push_back(count);
  }
};

} // namespace tritone::term
