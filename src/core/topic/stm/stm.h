// SPDX-License-Identifier: GPL-2.0-or-later
// The structural topic model.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/engine.h"
#include "topic/stm/content.h"
#include "topic/stm/estep.h"
#include "topic/stm/fold.h"
#include "topic/stm/prevalence.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

enum class StmStart : std::uint8_t { spectral, random, lda };

struct StmOptions {
  std::size_t topics = 10;
  // Documents x covariates, column-major, its first column the intercept;
  // empty: an intercept alone.
  std::vector<double> prevalence;
  std::size_t covariates = 0;
  // By document 0 .. groups - 1; empty: one for all.
  std::vector<std::uint32_t> content;
  std::size_t groups = 0;
  StmStart init = StmStart::spectral;
  std::vector<double> start;       // phi, topics x terms, instead of init
  std::vector<double> start_gamma; // covariates x (topics - 1), with start
  std::vector<double> start_sigma; // (topics - 1)^2, with start
  // Topics x terms x groups, with start, start_gamma and start_sigma: expected
  // counts of earlier documents. They are counted in with those of each E-step,
  // which makes them Dirichlet priors 1 + extra of the topics, and gamma and
  // sigma are held. Empty: none.
  std::vector<double> extra;
  std::size_t iterations = 500; // at most; 0: the start
  double tolerance = 1e-5;      // least relative rise of the bound to go on
  // Early searches end sooner: the same bound in less time, along another way.
  bool fast = false;
  double sigma_prior = 0.0; // share of sigma that is moved to its diagonal
  stm::ContentOptions content_options;
  std::size_t max_terms = 10000; // of stm::SpectralOptions
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

// The topics (topics x terms) from which fits of several numbers of topics
// start, bit for bit those of StmStart::spectral; found together, see
// stm::spectral_path().
std::vector<std::vector<double>>
stm_starts(const Rows &counts, const std::vector<std::size_t> &topics,
           std::size_t max_terms, std::size_t threads, Monitor &monitor);

constexpr std::size_t kStmSegment = 1; // each iteration can be taken on

// The structural topic model (Roberts, Stewart & Airoldi 2016,
// doi:10.1080/01621459.2016.1141684): shares of topics are logistic normal
// around a regression on prevalence covariates; with content groups, topics
// differ between them by sparse parts. Without covariates it is the correlated
// topic model. Fitted by variational EM; see stm/document.h for the E-step,
// stm/prevalence.h and stm/content.h for the M-steps.
//
// theta are softmax(stm::modes()) under the parameters that are returned: not
// those of the last E-step, which belong to the parameters before. Topics keep
// the order of the start. Documents are taken in an order that follows from
// their counts and covariates, so that given does not matter. The trace has the
// columns bound, with what `extra` adds to it, gradient and repaired of the
// E-steps.
//
// Parts of the fit: gamma (covariates x (topics - 1)), sigma ((topics - 1)^2),
// mean_mu and mean_sigma (the same for documents of unknown covariates),
// anchors (terms, from 1); with content groups beta (topics x terms x groups),
// phi then being its mean by the groups' tokens, and kappa_m (terms),
// kappa_topic (topics x terms), kappa_group (groups x terms),
// kappa_interaction (topics x groups x terms).
class StmEngine final : public TopicEngine {
public:
  StmEngine(const Rows &counts, const StmOptions &options);

  std::size_t iteration() const override { return iteration_; }
  bool finished() const override {
    return converged_ || iteration_ >= options_.iterations;
  }
  std::size_t segment() const override { return kStmSegment; }
  void advance(std::size_t until, Monitor &monitor) override;
  SavedState save() const override;
  void load(SavedState state) override;

protected:
  void topics(TopicFit &fit) const override;
  std::vector<double> shares(const TopicFit &fit,
                             Monitor &monitor) const override;

private:
  void start(Monitor &monitor);
  std::vector<double> start_lda(Monitor &monitor);
  void iterate(Monitor &monitor);
  void remember(stm::Sums &sums) const;
  void find_mu(Monitor &monitor);
  void find_mean_prior(TopicFit &fit) const;
  stm::SearchOptions search() const;

  const StmOptions options_;
  std::vector<std::size_t> order_; // rows
  stm::Documents documents_;
  stm::ByTerm terms_;
  std::vector<std::uint32_t> group_; // in order_
  std::vector<double> tokens_;       // by term
  stm::Regression regression_;

  std::size_t iteration_ = 0;
  bool started_ = false;
  bool converged_ = false;
  double bound_ = 0.0;
  double change_ = 1.0; // relative, of the last iteration
  stm::Parameters parameters_;
  std::vector<double> gamma_;
  std::vector<double> eta_;
  stm::Content content_;
  std::vector<double> anchors_;
};

} // namespace tritone::topic
