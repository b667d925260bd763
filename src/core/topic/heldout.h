// SPDX-License-Identifier: GPL-2.0-or-later
// How well a topic model predicts words that it has not seen.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace tritone::topic {

struct HeldoutOptions {
  double alpha = 0.1;         // pseudo-tokens of each topic in a document
  std::vector<double> alphas; // the same by topic; empty: alpha for each
  std::size_t particles = 20; // of left_to_right()
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

// By document: tokens that were scored and the sum of their log probabilities.
// Terms without weight in any topic are passed over.
struct Heldout {
  std::vector<double> tokens;
  std::vector<double> log_likelihood;
};

// How well topics (phi: topics x counts.columns, column-major) predict
// documents that they were not fitted to. Counts must be whole numbers. A
// document's random numbers are named by what it holds, so a result depends on
// that document and phi alone; the same bits for every number of threads.
// Throw input_error for counts, phi and options that are not as described,
// `cancelled` when the monitor says so.
//
// Document completion (Wallach, Murray, Salakhutdinov & Mimno 2009,
// doi:10.1145/1553374.1553515, section 5): half of a document's tokens, drawn
// at random and rounded up, give its shares (fold_in()), the others are scored:
// sum log sum_k theta_k phi_kv.
Heldout document_completion(const Rows &counts, const std::vector<double> &phi,
                            std::size_t topics, const HeldoutOptions &options,
                            Monitor &monitor);

// The same for any model: `shares` gives theta (documents x topics,
// column-major) of the halves that it is handed, `phi_of` the topics (topics x
// terms) of each document where they are not phi for all.
Heldout complete_documents(
    const Rows &counts, const std::vector<double> &phi, std::size_t topics,
    std::uint64_t seed,
    const std::function<std::vector<double>(const Rows &)> &shares,
    const std::vector<const double *> &phi_of = {});

// The left-to-right estimate of the log probability of whole documents (the
// same paper, algorithm 3): a product over tokens, in random order, of their
// probability given those before, whose topics each particle draws anew.
// Particles are drawn again in proportion to that probability before they go
// on: without it the product of means would not come to the probability however
// many particles there are; with it the product, not its log, has no bias.
// Time grows with particles and the square of a document's tokens.
Heldout left_to_right(const Rows &counts, const std::vector<double> &phi,
                      std::size_t topics, const HeldoutOptions &options,
                      Monitor &monitor);

} // namespace tritone::topic
