// SPDX-License-Identifier: GPL-2.0-or-later
// Topics by stochastic variational inference, in passes over the documents.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/engine.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tritone::topic {

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
  // Expected tokens to start from (topics x terms, column-major; empty: a
  // random start), as they are after so many mini-batches: a warm start that
  // goes on with the documents of a stream.
  std::vector<double> start;
  double batches = 0.0;
};

// Passes over all documents by stochastic collapsed variational inference
// (SCVB0; Foulds, Boyles, DuBois, Smyth & Welling 2013,
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
// term and topic, and for each document of a batch and topic. The trace has the
// column log_likelihood (per token, each batch under the topics before it).
class OnlineEngine final : public TopicEngine {
public:
  OnlineEngine(const Rows &counts, const OnlineOptions &options);

  std::size_t iteration() const override { return pass_; }
  bool finished() const override { return pass_ >= options_.iterations; }
  std::size_t segment() const override { return 1; }
  void advance(std::size_t until, Monitor &monitor) override;
  SavedState save() const override;
  void load(SavedState state) override;
  std::vector<std::pair<std::string, double>> settings() const override;

  double batches() const { return batches_; } // mini-batches seen in all
  // Expected tokens, topics x terms; empty before the first pass of a random
  // start.
  const std::vector<float> &in_term() const { return in_term_; }

protected:
  void topics(TopicFit &fit) const override;

private:
  const OnlineOptions options_;
  double tokens_;
  std::size_t pass_ = 0;
  double batches_;
  std::vector<float> in_term_;
};
constexpr std::size_t kOnlineSteps = 10;

// Bytes that a fit holds at once.
double online_bytes(std::size_t entries, std::size_t documents,
                    std::size_t terms, const OnlineOptions &options);

} // namespace tritone::topic
