// SPDX-License-Identifier: GPL-2.0-or-later
// The engine: sweeps in waves of blocks, the stopping rule and the checkpoint.
#include "topic/cvb0/cvb0.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "topic/canonical.h"
#include "topic/cvb0/state.h"
#include "topic/cvb0/waves.h"
#include "topic/lanes.h"

#include <cmath>
#include <limits>
#include <string>

namespace tritone::topic {
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

} // namespace

double cvb0_bytes(std::size_t entries, std::size_t documents, std::size_t terms,
                  std::size_t topics) {
  // Single precision for each row of topics; terms also have a tally in double
  // precision and phi, documents have theta.
  const double rows = static_cast<double>(entries) +
                      3.0 * static_cast<double>(documents) +
                      5.0 * static_cast<double>(terms);
  return rows * static_cast<double>(lanes_for(topics) * sizeof(Lanes));
}

struct Cvb0Engine::Job {
  Job(const Rows &counts, const Cvb0Options &options, std::size_t threads)
      : documents(canonical_documents(counts)),
        state(documents.counts, options.topics, options.alpha, options.eta),
        waves(state, documents.key, options.seed, threads) {}

  CanonicalDocuments documents;
  cvb0::State state;
  cvb0::Waves waves;
};

Cvb0Engine::Cvb0Engine(const Rows &counts, const Cvb0Options &options)
    : TopicEngine(counts, options.topics, options.alpha, options.threads,
                  options.start.empty(), Trace({"change", "log_likelihood"})),
      options_(options), totals_(check(counts, options)) {
  check_memory(cvb0_bytes(counts.entries(), counts.rows(), counts.columns,
                          options.topics),
               about_fit(options.topics, counts));
}

Cvb0Engine::~Cvb0Engine() = default;

void Cvb0Engine::begin(PacedMonitor &pace) {
  if (!gamma_.empty()) {
    job_->state.set_gamma(gamma_);
    gamma_ = {};
    job_->state.tally();
  } else if (!options_.start.empty()) {
    job_->state.assign(options_.start);
    job_->state.tally();
  } else {
    job_->state.clear();
    job_->waves.pass(cvb0::Pass::enter, pace, 0);
  }
}

// Sweeps until `until` of them are done or the change is below the tolerance,
// and leaves an exact tally.
void Cvb0Engine::advance(std::size_t until, Monitor &monitor) {
  const KeepWorkers keep;
  const bool first = job_ == nullptr;
  if (first)
    job_ = std::make_unique<Job>(counts_, options_, threads_);
  const auto blocks = static_cast<std::int64_t>(job_->waves.blocks());
  PacedMonitor pace(
      monitor, (static_cast<std::int64_t>(options_.iterations) + 1) * blocks);
  if (first)
    begin(pace);
  while (sweep_ < until && !finished()) {
    ++sweep_;
    const std::int64_t done = static_cast<std::int64_t>(sweep_) * blocks;
    const double change =
        job_->waves.pass(cvb0::Pass::sweep, pace, done) / totals_.tokens;
    converged_ = change < options_.tolerance;
    if (finished() || sweep_ % kCvb0Segment == 0)
      job_->state.tally();
    double log_likelihood = std::numeric_limits<double>::quiet_NaN();
    if (finished() || sweep_ % kReportEvery == 0)
      log_likelihood =
          job_->waves.pass(cvb0::Pass::log_likelihood, pace, done) /
          totals_.tokens;
    trace_.add(sweep_, {change, log_likelihood});
  }
}

void Cvb0Engine::topics(TopicFit &fit) const {
  if (job_ == nullptr)
    throw input_error("There is no fit before the first sweep.");
  fit.converged = converged_;
  fit.phi = job_->state.phi();
}

SavedState Cvb0Engine::save() const {
  SavedState state;
  state.put("iteration", static_cast<double>(sweep_));
  state.put("gamma", job_ == nullptr ? gamma_ : job_->state.gamma());
  trace_.save(state);
  return state;
}

void Cvb0Engine::load(SavedState state) {
  sweep_ = state.count("iteration", options_.iterations);
  // They are shares, which rounding may bring above 1.
  gamma_ = state.take("gamma", counts_.entries() * topics_, 0.0F, 1.001F);
  trace_.load(state, sweep_);
}

std::vector<std::pair<std::string, double>> Cvb0Engine::settings() const {
  return {{"iterations", static_cast<double>(options_.iterations)},
          {"tolerance", options_.tolerance}};
}

} // namespace tritone::topic
