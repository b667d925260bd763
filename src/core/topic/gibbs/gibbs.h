// SPDX-License-Identifier: GPL-2.0-or-later
// Latent Dirichlet allocation by partially collapsed Gibbs sampling: the
// engine.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/engine.h"
#include "topic/gibbs/sampler.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tritone::topic {

constexpr std::size_t kGibbsSegment = 50; // any number would do

// Bytes that a chain holds at once: 8 for each token, the tables of terms and
// topics and, for each worker, one of its own, and the shares of documents.
double gibbs_bytes(double tokens, std::size_t documents, std::size_t terms,
                   const GibbsOptions &options);

// One chain. phi is its mean over the kept sweeps, and so is theta_chain, which
// is what the posterior says about the documents; theta is the fold-in under
// phi and alpha, as for every engine. The trace has the column log_likelihood
// (log_joint(), of every fifth sweep and the last).
class GibbsEngine final : public TopicEngine {
public:
  GibbsEngine(const Rows &counts, const GibbsOptions &options);

  std::size_t iteration() const override { return state_.sweep; }
  bool finished() const override { return state_.sweep >= options_.iterations; }
  std::size_t segment() const override { return kGibbsSegment; }
  void advance(std::size_t until, Monitor &monitor) override;
  SavedState save() const override;
  void load(SavedState state) override;
  std::vector<std::pair<std::string, double>> settings() const override;

  const GibbsState &state() const { return state_; }

protected:
  // Throws input_error where no sweep was kept.
  void topics(TopicFit &fit) const override;

private:
  const GibbsOptions options_;
  double tokens_ = 0.0;
  GibbsState state_;
};

} // namespace tritone::topic
