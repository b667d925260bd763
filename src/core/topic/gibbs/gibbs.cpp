// SPDX-License-Identifier: GPL-2.0-or-later
// The engine: sweeps, burn-in, learned priors and the checkpoint.
#include "topic/gibbs/gibbs.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/gibbs/kernel.h"
#include "topic/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlock = 32;      // documents
constexpr std::size_t kReportEvery = 5; // sweeps between log likelihoods
constexpr std::size_t kOptimizeEvery = 10;

void check_options(const Rows &counts, const GibbsOptions &options) {
  check_topics(options.topics);
  check_prior("alpha", options.alpha);
  check_prior("eta", options.eta);
  if (options.iterations == 0 || options.thin == 0)
    throw input_error("`iterations` and `thin` must be at least 1.");
  if (options.burn_in >= options.iterations)
    throw input_error("`burn_in` must be below `iterations`, " +
                      std::to_string(options.iterations) + ", not " +
                      std::to_string(options.burn_in) + ".");
  if (options.draws > (options.iterations - options.burn_in) / options.thin)
    throw input_error(
        "`draws` must be at most the number of sweeps that are "
        "kept, " +
        std::to_string((options.iterations - options.burn_in) / options.thin) +
        ", not " + std::to_string(options.draws) + ".");
  if (!options.keys.empty() && options.keys.size() != counts.rows())
    throw input_error("`keys` must be one for each of the " +
                      std::to_string(counts.rows()) + " documents.");
  if (!options.start.empty() &&
      options.start.size() != options.topics * counts.columns)
    throw input_error("`start` must be topics x terms.");
  if (!options.extra.empty() &&
      options.extra.size() != options.topics * counts.columns)
    throw input_error("`extra` must be topics x terms.");
  for (const double x : options.extra)
    if (!(std::isfinite(x) && x >= 0.0))
      throw input_error("`extra` must be finite and not negative.");
}

void check_whole(double count, std::size_t row, std::int32_t column) {
  if (count == std::floor(count) && count <= 2147483647.0)
    return;
  throw input_error("The method \"gibbs\" needs counts that are whole numbers: "
                    "row " +
                    std::to_string(row + 1) + ", column " +
                    std::to_string(column + 1) + " holds " +
                    std::to_string(count) + ".");
}

constexpr std::uint64_t kTermStream = 0x7465726dULL; // "term"
constexpr std::size_t kTermBlock = 64;

struct alignas(kApart) Worker {
  Worker(std::size_t cells, std::size_t topics)
      : count(cells, 0), scratch(topics) {}

  std::vector<std::int32_t> count; // term x topic, of its documents
  gibbs::Scratch scratch;
};

} // namespace

GibbsSampler::GibbsSampler(const Rows &counts, const GibbsOptions &options,
                           GibbsState state, Monitor &monitor)
    : options_(options), documents_(counts.rows()), terms_(counts.columns),
      state_(std::move(state)) {
  check_options(counts, options);
  check_counts(counts);
  options_.threads = std::max<std::size_t>(1, options.threads);
  start_.push_back(0);
  for (std::size_t d = 0; d < documents_; ++d) {
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      check_whole(counts.value[at], d, counts.column[at]);
      term_.insert(term_.end(), static_cast<std::size_t>(counts.value[at]),
                   counts.column[at]);
    }
    start_.push_back(static_cast<std::int64_t>(term_.size()));
  }
  if (options_.keys.empty())
    for (std::size_t d = 0; d < documents_; ++d)
      options_.keys.push_back(mix64(d));
  const std::size_t cells = terms_ * options_.topics;
  const std::size_t width = lanes_for(options_.topics);
  sparse_ = options_.draw == GibbsDraw::sparse ||
            (options_.draw == GibbsDraw::by_topics &&
             options_.topics > gibbs::kDenseTopics);
  weight_ = LaneTable(terms_, width);
  by_topic_ = LaneTable(2, width);
  if (sparse_)
    prior_ = LaneTable(terms_, width);
  if (state_.topic.empty()) {
    state_.alpha.assign(options_.topics, options_.alpha);
    state_.eta = options_.eta;
    state_.phi.assign(cells, 0.0);
    state_.theta.assign(documents_ * options_.topics, 0.0);
    draw_start(monitor);
  }
  if (state_.topic.size() != term_.size() ||
      state_.alpha.size() != options_.topics || state_.phi.size() != cells ||
      state_.theta.size() != documents_ * options_.topics)
    throw input_error("The state of the chain is not one of these counts and "
                      "options.");
  recount();
}

// Each token in a topic drawn from `start`, or from all alike.
void GibbsSampler::draw_start(Monitor &monitor) {
  const std::size_t topics = options_.topics;
  state_.topic.resize(term_.size());
  for_blocks(
      documents_, kBlock, options_.threads, monitor, [&](const Block &block) {
        std::vector<double> weight(topics);
        for (std::size_t d = block.begin; d < block.end; ++d) {
          Rng rng(options_.seed, options_.keys[d], 0);
          for (auto i = start_[d]; i < start_[d + 1]; ++i) {
            const auto at = static_cast<std::size_t>(i);
            std::size_t k = 0;
            double sum = 0.0;
            if (!options_.start.empty()) {
              const double *given =
                  options_.start.data() +
                  static_cast<std::size_t>(term_[at]) * topics;
              for (std::size_t t = 0; t < topics; ++t)
                sum += weight[t] = given[t];
            }
            k = sum > 0.0 ? rng.categorical(weight.data(), topics)
                          : rng.below(static_cast<std::uint32_t>(topics));
            state_.topic[at] = static_cast<std::int32_t>(k);
          }
        }
      });
}

void GibbsSampler::recount() {
  count_.assign(terms_ * options_.topics, 0);
  for (std::size_t i = 0; i < term_.size(); ++i)
    ++count_[static_cast<std::size_t>(term_[i]) * options_.topics +
             static_cast<std::size_t>(state_.topic[i])];
}

void GibbsSampler::draw_phi(Monitor &monitor) {
  const std::size_t topics = options_.topics;
  const std::size_t stride = lanes_for(topics) * kLanes;
  const auto sweep = static_cast<std::uint32_t>(state_.sweep + 1);
  const gibbs::TermWeights weights(state_.eta);
  const std::size_t blocks = block_count(terms_, kTermBlock);
  std::vector<double> sums(blocks * topics, 0.0);
  for_blocks(
      terms_, kTermBlock, options_.threads, monitor, [&](const Block &block) {
        double *const sum = sums.data() + block.index * topics;
        for (std::size_t v = block.begin; v < block.end; ++v) {
          Rng rng(options_.seed, hash_combine(kTermStream, v), sweep);
          float *const weight = weight_.row(v);
          std::fill(weight + topics, weight + stride, 0.0F);
          const std::size_t cell = v * topics;
          weights.draw(count_.data() + cell,
                       options_.extra.empty() ? nullptr
                                              : options_.extra.data() + cell,
                       topics, rng, weight);
          for (std::size_t k = 0; k < topics; ++k)
            sum[k] += static_cast<double>(weight[k]);
        }
      });
  std::vector<double> total(topics, 0.0);
  for (std::size_t b = 0; b < blocks; ++b)
    for (std::size_t k = 0; k < topics; ++k)
      total[k] += sums[b * topics + k];
  float *const alpha = by_topic_.row(0);
  float *const norm = by_topic_.row(1);
  std::fill(alpha, alpha + 2 * stride, 0.0F);
  for (std::size_t k = 0; k < topics; ++k) {
    alpha[k] = static_cast<float>(state_.alpha[k]);
    norm[k] = static_cast<float>(1.0 / total[k]);
  }
  if (sparse_)
    sum_priors(monitor);
}

void GibbsSampler::sum_priors(Monitor &monitor) {
  const float *const alpha = by_topic_.row(0);
  const float *const norm = by_topic_.row(1);
  for_blocks(terms_, kTermBlock, options_.threads, monitor,
             [&](const Block &block) {
               for (std::size_t v = block.begin; v < block.end; ++v) {
                 const float *const weight = weight_.row(v);
                 float *const prior = prior_.row(v);
                 float sum = 0.0F;
                 for (std::size_t k = 0; k < options_.topics; ++k)
                   prior[k] = sum += alpha[k] * norm[k] * weight[k];
               }
             });
}

std::vector<double> GibbsSampler::phi() const {
  const std::size_t topics = options_.topics;
  std::vector<double> out(terms_ * topics);
  for (std::size_t v = 0; v < terms_; ++v)
    for (std::size_t k = 0; k < topics; ++k)
      out[v * topics + k] = static_cast<double>(weight_.row(v)[k]) *
                            static_cast<double>(by_topic_.row(1)[k]);
  return out;
}

void GibbsSampler::draw_topics(Monitor &monitor) {
  const std::size_t topics = options_.topics;
  const auto sweep = static_cast<std::uint32_t>(state_.sweep + 1);
  const std::size_t blocks = block_count(documents_, kBlock);
  std::vector<Worker> workers;
  for (std::size_t w = 0; w < std::min(options_.threads, blocks); ++w)
    workers.emplace_back(terms_ * topics, topics);
  const gibbs::Topics drawn{topics, &weight_, by_topic_.row(1),
                            by_topic_.row(0), &prior_};
  const auto draw = sparse_ ? gibbs::draw_sparse : gibbs::draw_dense;
  for_blocks(documents_, kBlock, options_.threads, monitor,
             [&](const Block &block) {
               Worker &worker = workers[block.worker];
               for (std::size_t d = block.begin; d < block.end; ++d) {
                 const auto first = static_cast<std::size_t>(start_[d]);
                 const auto last = static_cast<std::size_t>(start_[d + 1]);
                 Rng rng(options_.seed, options_.keys[d], sweep);
                 draw(drawn,
                      {last - first, term_.data() + first,
                       state_.topic.data() + first},
                      rng, worker.scratch, worker.count.data());
               }
             });
  std::fill(count_.begin(), count_.end(), 0);
  if (workers.size() == 1) {
    count_.swap(workers[0].count);
    return;
  }
  for_blocks(count_.size(), kTermBlock * topics, options_.threads, monitor,
             [&](const Block &block) {
               for (const Worker &worker : workers)
                 for (std::size_t c = block.begin; c < block.end; ++c)
                   count_[c] += worker.count[c];
             });
}

void GibbsSampler::sweep(Monitor &monitor) {
  draw_phi(monitor);
  draw_topics(monitor);
  ++state_.sweep;
  if (options_.optimize && state_.sweep <= options_.burn_in &&
      state_.sweep % kOptimizeEvery == 0)
    optimize();
  if (state_.sweep > options_.burn_in &&
      (state_.sweep - options_.burn_in) % options_.thin == 0)
    keep(monitor);
}

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
  check_options(counts, options);
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
