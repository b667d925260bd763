// SPDX-License-Identifier: GPL-2.0-or-later
// Latent Dirichlet allocation by collapsed variational inference (CVB0):
// options and engine.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/engine.h"
#include "topic/model.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tritone::topic {

struct Cvb0Options {
  std::size_t topics = 10;
  double alpha = 0.1;           // pseudo-tokens of each topic in a document
  double eta = 0.01;            // pseudo-tokens of each term in a topic
  std::size_t iterations = 200; // sweeps at most
  // Least change to go on: the mean over tokens of sum_k |change of gamma_k|.
  double tolerance = 5e-3;
  std::uint64_t seed = 1;
  std::size_t threads = 1;
  // Topics to start from (topics x terms, column-major, not negative, a term
  // with no weight is spread evenly); empty: a random start. The order of given
  // topics is kept.
  std::vector<double> start;
};

// Everything is counted anew from gamma so often, which is where a fit can be
// saved and taken on to the same bits.
constexpr std::size_t kCvb0Segment = 50;

// Latent Dirichlet allocation with symmetric priors by zero-order collapsed
// variational inference (CVB0; Asuncion, Welling, Smyth & Teh 2009,
// arXiv:1205.2662, equation 18). Each stored count n_dv holds one vector of
// responsibilities gamma_dvk, shared by its n tokens ("clumped"):
//   gamma_dvk ~ (N_dk + alpha) (N_vk + eta) / (N_k + V eta),
// where the sums of n gamma leave out one token's own gamma (of a count below
// 1, that count's).
//
// Documents are taken in the order of canonical_documents(), so their own order
// does not matter, and cut into blocks of about 8,192 stored counts. Up to
// eight at a time start from the same term-topic counts, are swept in sequence
// inside, each on its own copy, and hand their differences back in order. So a
// corpus of one block gets plain CVB0, and the result has the same bits for
// every number of threads.
//
// The random start is a first pass in which a document's counts enter one by
// one, each with the responsibilities that those before it give, times a number
// between 1/2 and 3/2 for each topic.
//
// phi is the mean of each topic given gamma. Topics are sorted by falling
// prevalence unless `start` is given. The trace has the columns change (the
// mean over tokens of sum_k |change of gamma_k|) and log_likelihood (per token,
// in nats, of every fifth sweep and the last).
//
// `counts` may have empty rows and columns. Memory: 4 bytes for each stored
// count and topic, topics rounded up to a multiple of 8. The constructor throws
// input_error for wrong options or counts, limit_error where the fit takes more
// memory than is free.
class Cvb0Engine final : public TopicEngine {
public:
  Cvb0Engine(const Rows &counts, const Cvb0Options &options);
  ~Cvb0Engine() override;

  std::size_t iteration() const override { return sweep_; }
  bool finished() const override {
    return converged_ || sweep_ >= options_.iterations;
  }
  std::size_t segment() const override { return kCvb0Segment; }
  void advance(std::size_t until, Monitor &monitor) override;
  SavedState save() const override;
  void load(SavedState state) override;
  std::vector<std::pair<std::string, double>> settings() const override;

protected:
  void topics(TopicFit &fit) const override;

private:
  struct Job;

  void begin(PacedMonitor &pace);

  const Cvb0Options options_;
  CountTotals totals_;
  std::size_t sweep_ = 0;
  bool converged_ = false;
  std::vector<float> gamma_; // as loaded, until the first advance()
  std::unique_ptr<Job> job_; // from then on
};

// Bytes that a fit holds at once, most of them responsibilities.
double cvb0_bytes(std::size_t entries, std::size_t documents, std::size_t terms,
                  std::size_t topics);

} // namespace tritone::topic
