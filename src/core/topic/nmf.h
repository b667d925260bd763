// SPDX-License-Identifier: GPL-2.0-or-later
// Topics by non-negative matrix factorization.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/engine.h"
#include "topic/nmf_factor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

struct NmfOptions {
  std::size_t topics = 10;
  NmfLoss loss = NmfLoss::poisson;
  std::size_t iterations = 500; // at most
  double tolerance = 1e-5;      // least relative fall of the loss to go on
  std::vector<double> start;    // phi, topics x terms, instead of chance
  // Topics x terms: what topics have had so far. Each topic's is one document
  // more, whose row of L is held: its total for this topic, 0 for the others.
  // With the poisson loss the topics are those of greatest posterior
  // probability under Dirichlet priors 1 + extra; with the frobenius loss each
  // is held by total^2 |phi - its earlier phi|^2 / 2. Empty: none.
  std::vector<double> extra;
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

// What a fit has reached after a step: all that is needed to go on to the same
// bits. Factors are rows x topics, row-major.
struct NmfState {
  std::size_t step = 0; // steps done; 0: the factors are not used
  double loss = 0.0;    // after the last
  double stretch = 0.0; // of the next
  // (documents + topics where there is extra) x topics
  std::vector<double> left;
  std::vector<double> right;      // terms x topics
  std::vector<double> point_left; // where the next step starts
  std::vector<double> point_right;
};

constexpr std::size_t kNmfSegment = 50; // any number would do

// Non-negative factors of counts, X ~ L F' with L documents x topics and F
// terms x topics, that make a loss small:
//   poisson:   sum_dv (m_dv - x_dv log m_dv), m = L F', over all d and v;
//   frobenius: sum_dv (x_dv - m_dv)^2 / 2.
// The first is maximum likelihood of the multinomial topic model (Carbonetto,
// Sarkar, Wang & Stephens 2021, arXiv:2105.13440), here by multiplicative
// updates (Lee & Seung 2001), the second by coordinate descent (HALS; Cichocki
// & Phan 2009, doi:10.1587/transfun.E92.A.708). Both are extrapolated (Ang &
// Gillis 2019, doi:10.1162/neco_a_01157): a step that makes the loss larger is
// taken back, so the trace never rises.
//
// phi are the columns of F, made to sum to 1. The start is random in F, or
// given, and equal in L, and documents are taken in the order of
// canonical_documents(): the order given does not matter. Topics that were
// given keep their order. The same bits for every number of threads. Counts
// need not be whole numbers. The trace has the column loss.
class NmfEngine final : public TopicEngine {
public:
  NmfEngine(const Rows &counts, const NmfOptions &options);

  std::size_t iteration() const override { return state_.step; }
  bool finished() const override {
    return converged_ || state_.step >= options_.iterations;
  }
  std::size_t segment() const override { return kNmfSegment; }
  void advance(std::size_t until, Monitor &monitor) override;
  SavedState save() const override;
  void load(SavedState state) override;

protected:
  void topics(TopicFit &fit) const override;

private:
  std::size_t left_rows() const;

  const NmfOptions options_;
  NmfState state_;
  bool converged_ = false;
};

// Bytes that a fit holds at once.
double nmf_bytes(std::size_t entries, std::size_t documents, std::size_t terms,
                 std::size_t topics);

// Shares of documents are those of greatest likelihood: the least alpha there
// is, which fold_in() takes for no prior.
constexpr double kNmfAlpha = 1e-10;

} // namespace tritone::topic
