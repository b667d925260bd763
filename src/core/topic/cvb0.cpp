// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/cvb0.h"

#include "base/error.h"
#include "topic/cvb0_state.h"
#include "topic/cvb0_waves.h"
#include "topic/fold_in.h"
#include "topic/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <string>

namespace tritone {
namespace {

constexpr std::size_t kTallyEvery = 50; // sweeps between exact recounts
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
  if (!options.keys.empty() && options.keys.size() != counts.rows())
    throw input_error("`keys` must be one for each of the " +
                      std::to_string(counts.rows()) + " documents; given " +
                      std::to_string(options.keys.size()) + ".");
  check_start(options.start, options.topics, counts.columns);
  return check_counts(counts);
}

// Sweeps until the change is below the tolerance, and leaves an exact tally.
void iterate(cvb0::State &state, cvb0::Waves &waves, const Cvb0Options &options,
             double tokens, Pace &pace, TopicFit &fit) {
  const auto blocks = static_cast<std::int64_t>(waves.blocks());
  std::int64_t done = 0;
  if (options.start.empty()) {
    state.draw_factors(options.seed, options.keys, options.threads, pace);
    state.clear();
    waves.pass(cvb0::Pass::enter, pace, done);
  } else {
    state.assign(options.start);
    state.tally(options.threads, pace);
  }
  for (std::size_t i = 1; i <= options.iterations && !fit.converged; ++i) {
    done += blocks;
    const double change = waves.pass(cvb0::Pass::sweep, pace, done) / tokens;
    fit.converged = change < options.tolerance;
    const bool last = i == options.iterations || fit.converged;
    if (last || i % kTallyEvery == 0)
      state.tally(options.threads, pace);
    double log_likelihood = std::numeric_limits<double>::quiet_NaN();
    if (last || i % kReportEvery == 0)
      log_likelihood =
          waves.pass(cvb0::Pass::log_likelihood, pace, done) / tokens;
    fit.trace.push_back({i, change, log_likelihood});
  }
}

// Shares by fold_in(), then topics by their prevalence there.
void finish(const Rows &counts, const CountTotals &totals,
            const Cvb0Options &options, Pace &pace, TopicFit &fit) {
  FoldInOptions fold;
  fold.alpha = options.alpha;
  fold.threads = options.threads;
  fit.theta = fold_in(counts, fit.phi, fit.topics, fold, pace);
  fit.prevalence = topic_prevalence(fit.theta, totals, fit.topics);
  if (options.start.empty())
    sort_topics(fit);
}

TopicFit fit_checked(const Rows &counts, const CountTotals &totals,
                     const Cvb0Options &options, Monitor &monitor) {
  TopicFit fit;
  fit.topics = options.topics;
  fit.terms = counts.columns;
  fit.documents = counts.rows();
  cvb0::State state(counts, options.topics, options.alpha, options.eta);
  cvb0::Waves waves(state, options.threads);
  const std::size_t steps = (options.iterations + 1) * waves.blocks();
  Pace pace(monitor, static_cast<std::int64_t>(steps));
  iterate(state, waves, options, totals.tokens, pace, fit);
  fit.phi = state.phi();
  finish(counts, totals, options, pace, fit);
  return fit;
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

TopicFit fit_cvb0(const Rows &counts, const Cvb0Options &given,
                  Monitor &monitor) {
  Cvb0Options options = given;
  options.threads = std::max<std::size_t>(1, given.threads);
  const CountTotals totals = check(counts, options);
  const std::int64_t bytes = cvb0_bytes(counts.entries(), counts.rows(),
                                        counts.columns, options.topics);
  try {
    return fit_checked(counts, totals, options, monitor);
  } catch (const std::bad_alloc &) {
    throw limit_error(about(counts.entries(), counts.columns, options.topics) +
                      " takes about " + std::to_string(bytes / 1000000000 + 1) +
                      " GB of memory, more than the computer gives.");
  }
}

} // namespace tritone
