// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "article/parts.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone {

struct TermMatrixOptions {
  WordOptions words;
  Reading reading;
  std::vector<std::string> remove; // terms to leave out, in any spelling
  // A term is kept if the number of articles it occurs in is within these.
  std::uint64_t min_docs = 1;
  std::uint64_t max_docs = std::numeric_limits<std::uint64_t>::max();
  // Of those, the first in the order of columns are kept.
  std::uint64_t max_terms = std::numeric_limits<std::uint64_t>::max();
};

struct TermMatrix {
  Columns counts;                 // articles x terms, no stored zeros
  std::vector<std::string> terms; // one a column, in folded form
  std::int64_t tokens = 0;        // all tokens read, kept or not
};

// How often each term occurs in each article, in one pass over the source. Rows
// are the articles in order; columns go by falling total, equal totals by code
// point. The same bits for every number of threads. An article that is missing
// or has no term gives an empty row.
TermMatrix term_matrix(const Source &source, const TermMatrixOptions &options,
                       std::size_t threads, Monitor &monitor);

} // namespace tritone
