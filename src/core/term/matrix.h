// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of the words of texts, articles x terms, straight from the text.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "base/string_table.h"
#include "sparse/rows.h"
#include "term/counts.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::term {

struct TermMatrixOptions {
  text::WordOptions words;
  article::Reading reading;
  // Terms to leave out: words and patterns (text/pattern.h), in any spelling.
  std::vector<std::string> remove;
  // A term is kept if the number of articles it occurs in is within these.
  std::uint64_t min_docs = 1;
  std::uint64_t max_docs = std::numeric_limits<std::uint64_t>::max();
  // Of those, the first in the order of columns are kept.
  std::uint64_t max_terms = std::numeric_limits<std::uint64_t>::max();
};

// Counts that have been taken but not yet laid out, so that the caller may give
// the memory for the matrix.
class TermCounts {
public:
  TermCounts(std::vector<StringTable> tables, std::vector<TermCounter> counters,
             std::vector<BlockCounts> blocks, const TermMatrixOptions &options,
             std::size_t threads, Monitor &monitor);

  std::size_t columns() const { return keep_.size(); }
  std::int64_t tokens() const { return tokens_; } // all tokens, kept or not

  // Where each column's cells begin, and the end of the last one.
  const std::vector<std::int64_t> &start() const { return start_; }

  // The term of a column, in folded form.
  std::string_view term(std::size_t column) const {
    return terms_[keep_[column]];
  }

  // Writes start().back() rows and values, rows rising in each column. `beside`
  // is run once on the calling thread, see for_blocks_beside().
  void fill(std::int32_t *row, double *value, std::size_t threads,
            Monitor &monitor, const std::function<void()> &beside = {}) const;

private:
  void join(std::vector<StringTable> tables, std::vector<TermCounter> counters);
  void choose(const TermMatrixOptions &options, std::size_t threads,
              Monitor &monitor);
  void fill_forward(std::size_t begin, std::size_t end, std::int32_t *row,
                    double *value) const;
  void fill_backward(std::size_t begin, std::size_t end, std::int32_t *row,
                     double *value) const;

  StringTable terms_;               // of all workers, under common ids
  std::vector<TermTotals> totals_;  // by common id
  std::vector<std::uint32_t> keep_; // common ids in the order of columns
  std::vector<std::int64_t> start_;
  // Each worker's ids to columns; StringTable::kMissing where left out.
  std::vector<std::vector<std::uint32_t>> column_;
  std::vector<BlockCounts> blocks_;
  std::vector<CellStore> cells_; // of all workers: what the blocks point to
  std::int64_t tokens_ = 0;
};

// How often each term occurs in each article, in one pass over the source. Rows
// are the articles in order; columns go by falling total, equal totals by code
// point. The same bits for every number of threads. An article that is missing
// or has no term gives an empty row.
TermCounts count_terms(const article::Source &source,
                       const TermMatrixOptions &options, std::size_t threads,
                       Monitor &monitor);

struct TermMatrix {
  Columns counts;                 // articles x terms, no stored zeros
  std::vector<std::string> terms; // one a column, in folded form
  std::int64_t tokens = 0;        // all tokens read, kept or not
};

// The same, laid out in memory of its own.
TermMatrix term_matrix(const article::Source &source,
                       const TermMatrixOptions &options, std::size_t threads,
                       Monitor &monitor);

} // namespace tritone::term
