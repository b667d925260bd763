// SPDX-License-Identifier: GPL-2.0-or-later
// The contract of the engines that fit topic models. Whoever runs a fit knows
// this header alone: it takes an engine to its last iteration, in one stretch
// or in segments with a checkpoint after each, and asks for the fit.
//
// To implement an engine: derive from TopicEngine, check the options in the
// constructor, and there too, by check_memory() of base/memory.h, that what a
// fit takes is free; and write iteration(), finished(), segment(), advance(),
// topics(), save() and load(). A model whose shares depend on more than counts,
// phi and alpha (covariates, say) also overrides shares().
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/model.h"
#include "topic/trace.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tritone::topic {

class TopicEngine {
public:
  virtual ~TopicEngine() = default;
  TopicEngine(const TopicEngine &) = delete;
  TopicEngine &operator=(const TopicEngine &) = delete;

  // Iterations done so far, and whether there is nothing left to do.
  virtual std::size_t iteration() const = 0;
  virtual bool finished() const = 0;

  // A fit that is saved after a multiple of so many iterations, loaded and
  // taken on has the bits of one that was never stopped.
  virtual std::size_t segment() const = 0;

  // Goes on until `until` iterations are done in all, or to the end of the fit
  // where that comes first. Throws `cancelled` when the monitor says so; the
  // engine must not be used after that.
  virtual void advance(std::size_t until, Monitor &monitor) = 0;

  // Everything that is needed to go on, and back. load() is called before the
  // first advance(); it throws input_error for a state that is not one of these
  // counts and options, or that holds numbers which no fit has: a state comes
  // from a file.
  virtual SavedState save() const = 0;
  virtual void load(SavedState state) = 0;

  // The fit where the engine is now. theta are shares() of the engine's own
  // documents under the phi and alpha that are returned, so shares of new
  // documents that are found in the same way agree with it bit for bit; topics
  // are in order of falling prevalence where the engine has to sort them.
  TopicFit fit(Monitor &monitor) const;

  const Trace &trace() const { return trace_; }

  // Settings and results that are single numbers, with defaults filled in.
  virtual std::vector<std::pair<std::string, double>> settings() const {
    return {};
  }

protected:
  // `counts` must outlive the engine. alpha: pseudo-tokens of each topic.
  TopicEngine(const Rows &counts, std::size_t topics, double alpha,
              std::size_t threads, bool sort, Trace trace);

  // The topics so far: phi; alpha where it was learned; what sampling averaged
  // (theta_chain, draws); `converged`. The rest is filled in by fit().
  virtual void topics(TopicFit &fit) const = 0;

  // Shares of the documents under a fit's topics; by default fold_in().
  virtual std::vector<double> shares(const TopicFit &fit,
                                     Monitor &monitor) const;

  const Rows &counts_;
  const std::size_t topics_;
  const double alpha_;
  const std::size_t threads_; // at least 1
  const bool sort_;
  Trace trace_;
};

// "A fit of 20 topics to 4000 articles x 900 terms", for messages.
std::string about_fit(std::size_t topics, const Rows &counts);

// Takes an engine to the end of its fit and gives that.
TopicFit run_engine(TopicEngine &engine, Monitor &monitor);

} // namespace tritone::topic
