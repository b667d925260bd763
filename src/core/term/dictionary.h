// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of categories whose entries are words, patterns and expressions.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "term/category_reader.h"
#include "term/entry_trie.h"
#include "term/sequences.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Entries as words, and words as the types of the tokens that they fit.
struct Dictionary {
  using Entry = DictionaryEntry;

  std::size_t categories = 0;
  std::vector<std::vector<std::int32_t>> fits; // by word: types from 1, rising
  std::vector<Entry> entries;
};

// How often each category occurs in each article, articles x categories; a last
// column, `categories`, counts the tokens that are in no match. At each token
// the longest entry of a category that begins there is one match;
// further matches of that category begin after it, so that "interest rate" and
// "rate" in one category count once, in two categories once each. An entry
// lies inside one stretch of the tokens. A type of 0 or less fits no word and
// is not counted as unmatched. `types` is the number of types. The time does
// not grow with the number of entries that begin with a word. The same for
// every number of threads. Throws input_error where numbers are out of range.
Columns count_categories(const TokensView &tokens, std::size_t types,
                         const Dictionary &dictionary, std::size_t threads,
                         Monitor &monitor);

// The cells of blocks of articles, one after the other, as such a matrix.
Columns category_columns(const std::vector<std::vector<CategoryCell>> &blocks,
                         std::size_t articles, std::size_t categories);

} // namespace tritone::term
