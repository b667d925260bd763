// SPDX-License-Identifier: GPL-2.0-or-later
// Weights of terms in place of their counts.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"
#include "sparse/view.h"

#include <cstdint>
#include <vector>

namespace tritone::term {

// What the count of a term in an article becomes. c is the count, T the tokens
// of the article.
enum class LocalWeight : std::uint8_t {
  count,      // c
  share,      // c / T
  log,        // 1 + log c; c itself below 1, which meets it there
  augmented,  // 1/2 + 1/2 c / (the largest count of the article)
  boolean,    // 1
  saturation, // BM25: c (k1 + 1) / (c + k1 (1 - b + b T / mean T)) + delta
  log_one,    // log(1 + c)
  information // log((c / T) / (share of the term in the collection)), or 0
};

// What all counts of a term are multiplied by. N is the number of articles, df
// of those that hold the term.
enum class GlobalWeight : std::uint8_t {
  none,          // 1
  plain,         // log(N / df)
  smooth,        // 1 + log((1 + N) / (1 + df))
  max,           // log((the largest df) / df)
  probabilistic, // log((N - df) / df), or 0
  lucene,        // log(1 + (N - df + 1/2) / (df + 1/2))
  robertson,     // log((N - df + 1/2) / (df + 1/2)), or 0
  entropy,       // 1 + sum of p log p / log N, p: where the term's tokens are
  share          // of all tokens: no factor, what `information` compares with
};

// What the weights of an article are divided by.
enum class WeightNorm : std::uint8_t {
  none,
  cosine, // the root of the sum of their squares
  pivoted // (1 - slope) mean U + slope U, U: its number of different terms
};

struct WeightOptions {
  LocalWeight local = LocalWeight::count;
  GlobalWeight global = GlobalWeight::none;
  WeightNorm norm = WeightNorm::none;
  double base = 2.718281828459045; // of `log` and of the global weights, > 1
  double k1 = 1.2;                 // >= 0
  double b = 0.75;                 // 0 .. 1
  double delta = 0.0;              // >= 0
  double slope = 0.2;              // 0 < slope <= 1
};

// What weights take from the collection and not from the article.
struct WeightCollection {
  double articles = 0;        // N, empty ones included
  double tokens = 0;          // all counts
  double mean_tokens = 0;     // an article
  double mean_terms = 0;      // different ones, an article
  std::vector<double> global; // by column; 0 where no article holds the term
};

// Counts are finite and not negative; stored zeros are as if they were not
// there. Both are linear in the stored cells. Throw numeric_error where sums or
// weights leave the numbers.
WeightCollection weight_collection(const ColumnsView &counts,
                                   const WeightOptions &options);

// The weights, all finite and above 0, what is 0 not stored. Each row depends
// on its own counts and the collection only. `collection` has a global weight
// for each column (input_error otherwise); a column whose weight is 0 comes out
// empty.
Columns weigh_terms(const ColumnsView &counts,
                    const WeightCollection &collection,
                    const WeightOptions &options);

} // namespace tritone::term
