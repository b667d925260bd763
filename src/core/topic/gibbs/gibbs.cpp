// SPDX-License-Identifier: GPL-2.0-or-later
// The engine: checks, memory, the trace and the checkpoint.
#include "topic/gibbs/gibbs.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/parallel.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace tritone::topic {
namespace {

constexpr std::size_t kReportEvery = 5; // sweeps between log likelihoods

} // namespace

double gibbs_bytes(double tokens, std::size_t documents, std::size_t terms,
                   const GibbsOptions &options) {
  const auto topics = static_cast<double>(options.topics);
  const double cells = topics * static_cast<double>(terms);
  const double shares = topics * static_cast<double>(documents);
  const auto workers = static_cast<double>(
      std::max<std::size_t>(1, std::min(options.threads, documents)));
  // Counts, weights and those of the workers in 4 bytes, means and the fit's
  // phi in 8; of the shares their means, the fit's and the draws.
  return 8.0 * tokens + cells * (24.0 + 4.0 * workers) +
         shares * (24.0 + 16.0 * static_cast<double>(options.draws));
}

GibbsEngine::GibbsEngine(const Rows &counts, const GibbsOptions &options)
    : TopicEngine(counts, options.topics, options.alpha, options.threads,
                  options.sort, Trace({"log_likelihood"})),
      options_(options) {
  check_gibbs_options(counts, options);
  tokens_ = check_counts(counts).tokens;
  check_memory(gibbs_bytes(tokens_, counts.rows(), counts.columns, options),
               about_fit(options.topics, counts));
}

void GibbsEngine::advance(std::size_t until, Monitor &monitor) {
  const KeepWorkers keep;
  PacedMonitor pace(monitor, static_cast<std::int64_t>(options_.iterations));
  GibbsSampler sampler(counts_, options_, std::move(state_), pace);
  until = std::min(until, options_.iterations);
  while (sampler.state().sweep < until) {
    sampler.sweep(pace);
    const std::size_t at = sampler.state().sweep;
    const bool reported = at % kReportEvery == 0 || at == options_.iterations;
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    trace_.add(at, {reported ? sampler.log_joint(pace) : kNone});
    pace.report(static_cast<std::int64_t>(at));
  }
  state_ = sampler.take();
}

void GibbsEngine::topics(TopicFit &fit) const {
  if (state_.kept == 0)
    throw input_error("No sweep was kept: `iterations` must be at least "
                      "`burn_in` plus `thin`.");
  const auto kept = static_cast<double>(state_.kept);
  fit.phi = state_.phi;
  fit.theta_chain = state_.theta;
  for (double &x : fit.phi)
    x /= kept;
  for (double &x : fit.theta_chain)
    x /= kept;
  fit.draws = state_.drawn;
  fit.alpha = state_.alpha;
}

SavedState GibbsEngine::save() const {
  SavedState state;
  state.put("iteration", static_cast<double>(state_.sweep));
  state.put("topic", state_.topic);
  state.put("alpha", state_.alpha);
  state.put("eta", state_.eta);
  state.put("kept", static_cast<double>(state_.kept));
  state.put("phi", state_.phi);
  state.put("theta", state_.theta);
  state.put("drawn", state_.drawn);
  trace_.save(state);
  return state;
}

void GibbsEngine::load(SavedState state) {
  state_.sweep = state.count("iteration", options_.iterations);
  trace_.load(state, state_.sweep);
  if (state_.sweep == 0)
    return; // nothing was drawn
  const std::size_t most =
      state_.sweep > options_.burn_in
          ? (state_.sweep - options_.burn_in) / options_.thin
          : 0;
  state_.kept = state.count("kept", most);
  const std::size_t all =
      (options_.iterations - options_.burn_in) / options_.thin;
  const std::size_t shares = counts_.rows() * topics_;
  // Sums of probabilities, which rounding may bring above their number.
  const double above = 1.001 * static_cast<double>(state_.kept);
  state_.topic = state.take("topic", static_cast<std::size_t>(tokens_), 0,
                            static_cast<std::int32_t>(topics_) - 1);
  state_.alpha = state.take("alpha", topics_, kMinPrior, kMaxPrior);
  state_.eta = state.number("eta", kMinPrior, kMaxPrior);
  state_.phi = state.take("phi", counts_.columns * topics_, 0.0, above);
  state_.theta = state.take("theta", shares, 0.0, above);
  state_.drawn = state.take(
      "drawn", shares * (all > 0 ? state_.kept * options_.draws / all : 0), 0.0,
      1.0);
}

std::vector<std::pair<std::string, double>> GibbsEngine::settings() const {
  return {{"eta", state_.eta}};
}

} // namespace tritone::topic
