// SPDX-License-Identifier: GPL-2.0-or-later
// The loops of CVB0 over topics. Arrays of topics are `width` Lanes long; past
// the last topic alpha and all that is proportional to it are 0.
#pragma once

#include "base/config.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>

namespace tritone::topic::cvb0 {

// What stays the same in a sweep.
struct Prior {
  std::size_t width;
  const Lanes *alpha; // by topic
  float eta;
  float term_eta; // terms * eta
};

// One document and where its numbers lie.
struct Document {
  std::size_t entries;
  const float *count;
  const std::uint32_t *term; // rows of BlockCounts::terms
  Lanes *gamma;              // entries x width
  Lanes *topics;             // N_dk + alpha
};

// The counts that a block works on.
struct BlockCounts {
  Lanes *terms;  // N_vk + eta, by term
  Lanes *topics; // N_k + V eta
  Lanes *weight; // scratch, width
};

// Visits the document's entries once and updates gamma and all counts. Returns
// the sum over tokens of |change of gamma|, summed over topics.
double sweep(const Prior &prior, const Document &document,
             const BlockCounts &counts);

// Random factors that break the symmetry between topics: kFactorRows + width
// Lanes in a row, of which each entry takes `width` from a place of its own.
constexpr std::size_t kFactorRows = 4096;

// The first visit: gamma need not be filled; no count holds a token of this
// document yet. `key` names the document's places among the factors.
void enter(const Prior &prior, const Document &document,
           const BlockCounts &counts, const Lanes *factors, std::uint64_t key);

// sum_v n_v log(sum_k theta_k phi_kv) of one document, theta and phi being the
// means by the current counts.
double log_likelihood(const Prior &prior, const Document &document,
                      const BlockCounts &counts);

// One row of the term-topic counts after a wave: row + sum_j (ended[j] - row),
// in the order of j, at least eta.
void merge(const Prior &prior, Lanes *row, const Lanes *const *ended,
           std::size_t n);

// Entries of one document as a tally reads them.
struct Column {
  std::size_t entries;
  const double *count;
  const std::int32_t *term; // rows of the table to add to
  const Lanes *gamma;       // entries x width
};

// Adds n * gamma to the table's rows and to the sums of the document, `width`
// DoubleLanes each.
void tally(const Column &column, std::size_t width, double *table, double *sum);

} // namespace tritone::topic::cvb0
