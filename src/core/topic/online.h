// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/model.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone {

struct OnlineOptions {
  std::size_t topics = 10;
  double alpha = 0.1;          // pseudo-tokens of each topic in a document
  double eta = 0.01;           // pseudo-tokens of each term in a topic
  std::size_t iterations = 20; // passes over all documents
  std::size_t batch = 256;     // documents of a mini-batch
  double offset = 8.0;         // tau and
  double decay = 0.7;          // kappa of the step (tau + t)^-kappa
  std::uint64_t seed = 1;
  std::size_t threads = 1;
  bool sort = true; // the topics of the fit by falling prevalence
};

// Where a fit stands after a pass: all that is needed to go on to the same
// bits, or with other documents.
struct OnlineState {
  std::size_t sweep = 0;      // passes done over these documents
  double batches = 0.0;       // mini-batches seen in all
  std::vector<float> in_term; // expected tokens, topics x terms; empty: a
                              // random start
  std::vector<TopicTrace> trace;
};

// So many passes over all documents by stochastic collapsed variational
// inference (SCVB0; Foulds, Boyles, DuBois, Smyth & Welling 2013,
// arXiv:1305.2452). A mini-batch moves the expected tokens of the corpus
// towards its own,
//   N_kv <- (1 - rho_t) N_kv + rho_t (C / C_M) sum_d n_dv gamma_dvk
// (equations 7 and 8, clumped), C and C_M being the tokens of all documents and
// of the batch. Given N, the responsibilities of a document come of
// kOnlineSteps steps on its own shares from equal ones, where the paper takes
// stochastic ones: so documents of a batch do not depend on each other.
//
// Documents are taken in the order of canonical_documents(), shuffled for each
// pass; the same bits for every number of threads. Memory: 8 bytes for each
// term and topic, and for each document of a batch and topic. The trace holds
// the log likelihood of the pass, each batch under the topics as they were
// before it.
//
// Throws input_error for wrong options, counts or a state of another shape,
// `cancelled` when the monitor says so.
void online_passes(const Rows &counts, const OnlineOptions &options,
                   std::size_t passes, OnlineState &state, Monitor &monitor);
constexpr std::size_t kOnlineSteps = 10;

// The topics of a state and the shares of `counts` under them (fold_in()).
TopicFit online_fit(const Rows &counts, const OnlineOptions &options,
                    const OnlineState &state, Monitor &monitor);

} // namespace tritone
