// SPDX-License-Identifier: GPL-2.0-or-later
// How much more often a group of articles uses a term than the other groups do.
#pragma once

#include "base/config.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Groups x columns, column-major.
struct Keyness {
  std::vector<double> count;  // of the term in the group
  std::vector<double> others; // of the term in all other groups
  // The difference of the log odds of the term, group less others, and its
  // approximate standard error. Both are NaN where the prior does not know the
  // term or the term is the only one; otherwise finite.
  std::vector<double> log_odds;
  std::vector<double> std_error;
  // G2 and chi2 of the table of two by two of the term and the group, negative
  // if the group uses the term less; NaN where a margin is empty.
  std::vector<double> g2;
  std::vector<double> chi2;
};

// The log odds with an informative Dirichlet prior of Monroe, Colaresi and
// Quinn (2008), eq. 16 to 22, the likelihood ratio of Dunning (1993) and
// Pearson's chi2, each group against all others together. The
// prior gives each term its share of all tokens of `counts`.
//
// group: by row, 0-based, below `groups`. prior: its weight in tokens, > 0.
// Throws input_error where a row has no group, numeric_error where the counts
// add up to more than a number can hold. Linear in the stored cells and in the
// result.
Keyness term_keyness(const ColumnsView &counts,
                     const std::vector<std::int32_t> &group, std::size_t groups,
                     double prior);

} // namespace tritone::term
