// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/cvb0/cvb0.h"

#include "base/error.h"
#include "base/parallel.h"
#include "topic/canonical.h"
#include "topic/cvb0/state.h"
#include "topic/cvb0/waves.h"
#include "topic/fold_in.h"
#include "topic/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <string>

namespace tritone {
namespace {

constexpr std::size_t kReportEvery = 5; // sweeps between log likelihoods

void check_start(const std::vector<double> &start, std::size_t topics,
                 std::size_t terms) {
  if (start.empty())
    return;
  if (start.size() != topics * terms)
    throw input_error("`start` must be topics x terms, " +
                      std::to_string(topics) + " x " + std::to_string(terms) +
                      "; it holds " + std::to_string(start.size()) +
                      " numbers.");
  for (const double x : start)
    if (!(std::isfinite(x) && x >= 0.0))
      throw input_error("`start` must be finite and not negative; it holds " +
                        std::to_string(x) + ".");
}

CountTotals check(const Rows &counts, const Cvb0Options &options) {
  check_topics(options.topics);
  check_prior("alpha", options.alpha);
  check_prior("eta", options.eta);
  if (options.iterations == 0)
    throw input_error("`iterations` must be at least 1, not 0.");
  if (!(options.tolerance >= 0.0))
    throw input_error("`tolerance` must not be negative, but is " +
                      std::to_string(options.tolerance) + ".");
  check_start(options.start, options.topics, counts.columns);
  return check_counts(counts);
}

// What one call works on.
struct Job {
  Job(const Rows &counts, const Cvb0Options &options)
      : documents(canonical_documents(counts)),
        state(documents.counts, options.topics, options.alpha, options.eta),
        waves(state, documents.key, options.seed, options.threads) {}

  CanonicalDocuments documents;
  cvb0::State state;
  cvb0::Waves waves;
};

void begin(Job &job, const Cvb0Options &options, const Cvb0State &from,
           PacedMonitor &pace) {
  if (!from.gamma.empty()) {
    job.state.set_gamma(from.gamma);
    job.state.tally();
  } else if (!options.start.empty()) {
    job.state.assign(options.start);
    job.state.tally();
  } else {
    job.state.clear();
    job.waves.pass(cvb0::Pass::enter, pace, 0);
  }
}

// Sweeps until `until` of them are done or the change is below the tolerance,
// which it returns, and leaves an exact tally.
bool iterate(Job &job, const Cvb0Options &options, double tokens,
             std::size_t until, PacedMonitor &pace, Cvb0State &at) {
  const auto blocks = static_cast<std::int64_t>(job.waves.blocks());
  bool converged = false;
  while (at.sweep < until && !converged) {
    ++at.sweep;
    const std::int64_t done = static_cast<std::int64_t>(at.sweep) * blocks;
    const double change =
        job.waves.pass(cvb0::Pass::sweep, pace, done) / tokens;
    converged = change < options.tolerance;
    const bool last = at.sweep == options.iterations || converged;
    if (last || at.sweep % kCvb0Segment == 0)
      job.state.tally();
    double log_likelihood = std::numeric_limits<double>::quiet_NaN();
    if (last || at.sweep % kReportEvery == 0)
      log_likelihood =
          job.waves.pass(cvb0::Pass::log_likelihood, pace, done) / tokens;
    at.trace.push_back({at.sweep, change, log_likelihood});
  }
  return converged;
}

// Shares by fold_in(), then topics by their prevalence there.
void finish(const Rows &counts, const CountTotals &totals,
            const Cvb0Options &options, PacedMonitor &pace, TopicFit &fit) {
  FoldInOptions fold;
  fold.alpha = options.alpha;
  fold.threads = options.threads;
  fit.theta = fold_in(counts, fit.phi, fit.topics, fold, pace);
  fit.prevalence = topic_prevalence(fit.theta, totals, fit.topics);
  if (options.start.empty())
    sort_topics(fit);
}

// Up to `until` sweeps; true where the fit is at its end.
bool advance(const Rows &counts, const CountTotals &totals,
             const Cvb0Options &options, std::size_t until, Cvb0State &at,
             TopicFit &fit, Monitor &monitor) {
  const KeepWorkers keep;
  Job job(counts, options);
  const std::size_t steps = (options.iterations + 1) * job.waves.blocks();
  PacedMonitor pace(monitor, static_cast<std::int64_t>(steps));
  begin(job, options, at, pace);
  const bool converged = iterate(job, options, totals.tokens, until, pace, at);
  if (!converged && at.sweep < options.iterations) {
    at.gamma = job.state.gamma();
    return false;
  }
  fit = TopicFit();
  fit.topics = options.topics;
  fit.terms = counts.columns;
  fit.documents = counts.rows();
  fit.converged = converged;
  fit.trace = at.trace;
  fit.phi = job.state.phi();
  finish(counts, totals, options, pace, fit);
  return true;
}

std::string about(std::size_t entries, std::size_t terms, std::size_t topics) {
  return "A fit of " + std::to_string(topics) + " topics to " +
         std::to_string(entries) + " stored counts of " +
         std::to_string(terms) + " terms";
}

} // namespace

std::int64_t cvb0_bytes(std::size_t entries, std::size_t documents,
                        std::size_t terms, std::size_t topics) {
  // Single precision for each row of topics; terms also have a tally in double
  // precision and phi, documents have theta.
  const double rows = static_cast<double>(entries) +
                      3.0 * static_cast<double>(documents) +
                      5.0 * static_cast<double>(terms);
  const double bytes =
      rows * static_cast<double>(lanes_for(topics) * sizeof(Lanes));
  if (!(bytes < 0x1p63))
    throw limit_error(about(entries, terms, topics) +
                      " takes more than 2^63 bytes.");
  return static_cast<std::int64_t>(bytes);
}

namespace {

bool run(const Rows &counts, const Cvb0Options &given, bool whole,
         Cvb0State &state, TopicFit &fit, Monitor &monitor) {
  Cvb0Options options = given;
  options.threads = std::max<std::size_t>(1, given.threads);
  const CountTotals totals = check(counts, options);
  if (!state.gamma.empty() &&
      state.gamma.size() != counts.entries() * options.topics)
    throw input_error("The state of the fit is not one of these counts and "
                      "options.");
  const std::int64_t bytes = cvb0_bytes(counts.entries(), counts.rows(),
                                        counts.columns, options.topics);
  const std::size_t next = (state.sweep / kCvb0Segment + 1) * kCvb0Segment;
  const std::size_t until =
      whole ? options.iterations : std::min(next, options.iterations);
  try {
    return advance(counts, totals, options, until, state, fit, monitor);
  } catch (const std::bad_alloc &) {
    throw limit_error(about(counts.entries(), counts.columns, options.topics) +
                      " takes about " + std::to_string(bytes / 1000000000 + 1) +
                      " GB of memory, more than the computer gives.");
  }
}

} // namespace

bool continue_cvb0(const Rows &counts, const Cvb0Options &options,
                   Cvb0State &state, TopicFit &fit, Monitor &monitor) {
  return run(counts, options, false, state, fit, monitor);
}

TopicFit fit_cvb0(const Rows &counts, const Cvb0Options &options,
                  Monitor &monitor) {
  Cvb0State state;
  TopicFit fit;
  run(counts, options, true, state, fit, monitor);
  return fit;
}

} // namespace tritone
