// SPDX-License-Identifier: GPL-2.0-or-later
// What all engines share: the fit from an engine's topics, and the run to its
// end.
#include "topic/engine.h"

#include "topic/fold_in.h"

#include <algorithm>
#include <limits>

namespace tritone::topic {

TopicEngine::TopicEngine(const Rows &counts, std::size_t topics, double alpha,
                         std::size_t threads, bool sort, Trace trace)
    : counts_(counts), topics_(topics), alpha_(alpha),
      threads_(std::max<std::size_t>(1, threads)), sort_(sort),
      trace_(std::move(trace)) {}

std::vector<double> TopicEngine::shares(const TopicFit &fit,
                                        Monitor &monitor) const {
  FoldInOptions fold;
  fold.alpha = alpha_;
  fold.alphas = fit.alpha;
  fold.threads = threads_;
  return fold_in(counts_, fit.phi, fit.topics, fold, monitor);
}

TopicFit TopicEngine::fit(Monitor &monitor) const {
  TopicFit fit;
  fit.topics = topics_;
  fit.terms = counts_.columns;
  fit.documents = counts_.rows();
  fit.trace = trace_;
  topics(fit);
  // For whoever watches, all but this is done.
  PacedMonitor pace(monitor, 1);
  pace.report(1);
  fit.theta = shares(fit, pace);
  fit.prevalence =
      topic_prevalence(fit.theta, check_counts(counts_), fit.topics);
  if (sort_)
    sort_topics(fit);
  return fit;
}

std::string about_fit(std::size_t topics, const Rows &counts) {
  return "A fit of " + std::to_string(topics) + " topics to " +
         std::to_string(counts.rows()) + " articles x " +
         std::to_string(counts.columns) + " terms";
}

TopicFit run_engine(TopicEngine &engine, Monitor &monitor) {
  engine.advance(std::numeric_limits<std::size_t>::max(), monitor);
  return engine.fit(monitor);
}

} // namespace tritone::topic
