// SPDX-License-Identifier: GPL-2.0-or-later
// How often two terms occur in one document, the table Q of Arora et al. (2013)
// from which anchor words are found. It is never stored: its rows are made of
// the documents when they are asked for.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/stm/documents.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::stm {

// Q is the sum over documents of n tokens, n >= 2, of (h h' - diag(h)) /
// (n (n - 1)), where h holds the counts.
struct Gram {
  std::vector<std::size_t> term; // the columns of the terms looked at
  std::vector<double> share;     // of all tokens
  Documents documents;           // of two or more tokens, terms renumbered
  ByTerm terms;
  std::vector<double> weight;  // by entry: count / sqrt(n (n - 1))
  std::vector<double> itself;  // by term: sum of count / (n (n - 1))
  std::vector<double> row_sum; // of Q
};

// Of the `most` most frequent terms, of equal ones the first, without those in
// no document of two tokens; documents in `order`.
Gram take_gram(const Rows &counts, const std::vector<std::size_t> &order,
               std::size_t most, std::size_t threads, Monitor &monitor);

// Row i of Q, padded(number of terms) values.
void gram_row(const Gram &gram, std::size_t i, double *row);

} // namespace tritone::topic::stm
