// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of categories whose entries are words, patterns and expressions.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "term/sequences.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Entries as words, and words as the types of the tokens that they fit.
struct Dictionary {
  std::size_t categories = 0;
  std::vector<std::vector<std::int32_t>> fits; // by word: types from 1, rising
  struct Entry {
    std::uint32_t category;
    std::vector<std::uint32_t> words; // one or more, indices into `fits`
  };
  std::vector<Entry> entries;
};

// How often each category occurs in each article, as cells that are not zero,
// by article, then by category. Category `categories` counts the tokens that
// are in no match.
struct CategoryCounts {
  std::vector<std::int32_t> article;
  std::vector<std::int32_t> category;
  std::vector<double> count;
};

// At each token the longest entry of a category that begins there is one match;
// further matches of that category begin after it, so that "interest rate" and
// "rate" in one category count once, in two categories once each. An entry
// lies inside one stretch of the tokens. A type of 0 or less fits no word and
// is not counted as unmatched. `types` is the number of types. The same for
// every number of threads. Throws input_error where numbers are out of range.
CategoryCounts count_categories(const TokensView &tokens, std::size_t types,
                                const Dictionary &dictionary,
                                std::size_t threads, Monitor &monitor);

// The entries that begin with each of the `words` words. Throws input_error
// where an entry has no word, no category, or one that is out of range.
std::vector<std::vector<std::uint32_t>>
begins_by_word(const Dictionary &dictionary, std::size_t words);

// The counts of blocks of articles, one after the other.
CategoryCounts joined_counts(const std::vector<CategoryCounts> &parts);

} // namespace tritone::term
