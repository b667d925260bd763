// SPDX-License-Identifier: GPL-2.0-or-later
// Latent Dirichlet allocation by partially collapsed Gibbs sampling: options,
// state and sampler. The engine is in gibbs.h.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tritone::topic {

// How a token's topic is looked up; the posterior is the same.
enum class GibbsDraw : std::uint8_t { by_topics, dense, sparse };

struct GibbsOptions {
  std::size_t topics = 10;
  double alpha = 0.1;           // at the start, for each topic
  double eta = 0.01;            // at the start
  std::size_t iterations = 400; // sweeps
  std::size_t burn_in = 200;    // sweeps that are not averaged
  std::size_t thin = 5;         // after them every thin-th sweep is kept
  std::size_t draws = 0;        // of theta, at kept sweeps spread evenly
  bool optimize = false;        // alpha by topic and eta, during the burn-in
  std::uint64_t seed = 1;
  std::size_t threads = 1;
  // Names of the documents' random streams; empty: hashes of row numbers.
  std::vector<std::uint64_t> keys;
  // Weights of topics for the tokens of a term at the start (topics x terms,
  // column-major); empty: all alike.
  std::vector<double> start;
  // Pseudo-tokens beyond eta of each term in each topic (topics x terms,
  // column-major, not negative), as seeds give them; empty: none.
  std::vector<double> extra;
  // Dense up to 512 topics, sparse above; the others are for tests.
  GibbsDraw draw = GibbsDraw::by_topics;
  bool sort = true; // the topics of the fit by falling prevalence
};

// Throws input_error where options are wrong, or do not fit the counts.
void check_gibbs_options(const Rows &counts, const GibbsOptions &options);

// What a chain has reached: all that is needed to go on to the same bits.
struct GibbsState {
  std::size_t sweep = 0;           // sweeps done
  std::vector<std::int32_t> topic; // of each token, documents in order
  std::vector<double> alpha;       // by topic
  double eta = 0.0;
  std::size_t kept = 0;      // sweeps averaged so far
  std::vector<double> phi;   // their sums, topics x terms
  std::vector<double> theta; // documents x topics
  std::vector<double> drawn; // draws of theta, one after the other
};

// A sampler of latent Dirichlet allocation that draws from the exact posterior
// and is parallel over documents: partially collapsed Gibbs sampling
// (Magnusson, Jonsson, Villani & Broman 2018,
// doi:10.1080/10618600.2017.1366913). A sweep draws
//   phi_k ~ Dirichlet(eta + N_k1, ..., eta + N_kV) for each topic, with
//           `extra` added where it is given, then
//   z_i   ~ (N_dk without i + alpha_k) phi_kv      for each token,
// where documents do not depend on each other given phi. The second is drawn
// from weights in single precision. Up to 512 topics all are weighed at once,
// eight a step; above, the part of alpha is looked up in sums by term and that
// of N_dk costs as much as the document has topics. Random numbers belong to
// the term or document and the sweep, so the bits do not depend on the number
// of threads.
class GibbsSampler {
public:
  // Counts must be whole numbers. Throws input_error for wrong options or
  // counts. A `state` with topics goes on from there.
  GibbsSampler(const Rows &counts, const GibbsOptions &options,
               GibbsState state, Monitor &monitor);

  // One sweep more.
  void sweep(Monitor &monitor);

  // The log of the joint probability of tokens and topics, phi and theta
  // integrated out, per token.
  double log_joint(Monitor &monitor) const;

  const GibbsState &state() const { return state_; }
  GibbsState take() { return std::move(state_); }
  std::vector<double> phi() const; // term x topic, as last drawn
  // The terms of the tokens, documents in order: for tests that draw them anew;
  // recount() must follow.
  std::vector<std::int32_t> &terms() { return term_; }
  const std::vector<std::int64_t> &starts() const { return start_; }
  void recount();

private:
  double extra(std::size_t cell) const {
    return options_.extra.empty() ? 0.0 : options_.extra[cell];
  }
  std::size_t topic_of(std::int64_t token) const {
    return static_cast<std::size_t>(
        state_.topic[static_cast<std::size_t>(token)]);
  }
  void draw_start(Monitor &monitor);
  void draw_phi(Monitor &monitor);
  void sum_priors(Monitor &monitor);
  void draw_topics(Monitor &monitor);
  void keep(Monitor &monitor);
  void optimize();

  GibbsOptions options_;
  std::size_t documents_;
  std::size_t terms_;
  std::vector<std::int64_t> start_; // documents' tokens, documents + 1
  std::vector<std::int32_t> term_;  // of each token
  GibbsState state_;
  std::vector<std::int32_t> count_; // term x topic
  bool sparse_;
  LaneTable weight_;   // phi by term before each topic is made to sum to 1
  LaneTable by_topic_; // alpha, and 1 over the sums of weights
  LaneTable prior_;    // sums of alpha_k phi_kv over topics to k, by term
};

} // namespace tritone::topic
