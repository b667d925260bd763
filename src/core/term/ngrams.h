// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of n-grams of tokens, articles x terms, or hashed into columns.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "term/matrix.h"
#include "term/sequences.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone::term {

struct NgramOptions {
  std::vector<std::size_t> lengths{1}; // words of an n-gram, 1 to 16
  // How many words may be between two neighbours of an n-gram; every gap
  // may be any of these. {0}: they are neighbours in the text.
  std::vector<std::size_t> skips{0};
  std::string concatenator = "_"; // not empty
  std::uint64_t min_docs = 1;     // as in TermMatrixOptions
  std::uint64_t max_docs = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t max_terms = std::numeric_limits<std::uint64_t>::max();
  // The table that says which n-grams can reach min_docs has at most 2^this
  // bytes; the result does not depend on it.
  unsigned sketch_bits = 26;
};

struct NgramMatrix {
  TermMatrix matrix;
  std::size_t counted = 0; // different n-grams held while counting, by worker
  std::size_t bytes = 0;   // of memory for those and the sketch
};

// How often each n-gram occurs in each article. An n-gram lies inside one
// sentence and has no hole. Rows, order of columns and limits are those of
// term_matrix(). With min_docs > 1 and n-grams of several words the sequences
// are read twice: first for upper bounds of the document frequencies, then only
// what can reach min_docs is counted. The same bits for every number of
// threads.
NgramMatrix count_ngrams(const TermSequences &sequences,
                         const NgramOptions &options, std::size_t threads,
                         Monitor &monitor);

// The same by feature hashing (Weinberger et al. 2009,
// doi:10.1145/1553374.1553516): column j holds the n-grams whose name hashes to
// j, of `buckets` columns, a power of two up to 2^24. The bucket depends on the
// name alone, so matrices of several collections can be stacked. With
// `is_signed` half of the names, by another bit of the hash, count negative.
// No stored zeros; TermMatrix::terms is empty; the limits do not apply.
TermMatrix hash_ngrams(const TermSequences &sequences,
                       const NgramOptions &options, std::size_t buckets,
                       bool is_signed, std::size_t threads, Monitor &monitor);

} // namespace tritone::term
