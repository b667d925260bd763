// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/gibbs.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/priors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace tritone {
namespace {

constexpr std::size_t kBlock = 32;      // documents
constexpr std::size_t kReportEvery = 5; // sweeps between log likelihoods
constexpr std::size_t kOptimizeEvery = 10;
constexpr std::uint64_t kTopicStream = 0x746f706963ULL; // "topic"

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

// What one worker needs for a document.
struct alignas(kApart) Worker {
  std::vector<std::int32_t> count; // term x topic, of its documents
  std::vector<std::int32_t> in_doc;
  std::vector<std::int32_t> present; // topics of the document
  std::vector<double> sums;
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
  phi_.resize(cells);
  prior_.resize(cells);
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
  const auto sweep = static_cast<std::uint32_t>(state_.sweep + 1);
  std::vector<double> norm(topics, 0.0);
  // Most cells have no token. Gamma(eta) is U^(1 / eta) Gamma(1 + eta); where
  // that is below 1e-22 it is taken for 0, since the same term has a token, and
  // with it a weight of another size, in some topic.
  const double negligible = math::exp(-51.0 * state_.eta);
  for_blocks(topics, 1, options_.threads, monitor, [&](const Block &block) {
    const std::size_t k = block.begin;
    Rng rng(options_.seed, hash_combine(kTopicStream, k), sweep);
    double sum = 0.0;
    for (std::size_t v = 0; v < terms_; ++v) {
      const double n = count_[v * topics + k] + extra(v * topics + k);
      double g = 0.0;
      if (n > 0) {
        g = rng.gamma(state_.eta + n);
      } else {
        const double u = rng.uniform();
        if (u > negligible)
          g = rng.gamma(state_.eta + 1.0) *
              math::exp(math::log(u) / state_.eta);
      }
      phi_[v * topics + k] = g;
      sum += g;
    }
    norm[k] = 1.0 / sum;
  });
  for_blocks(terms_, 256, options_.threads, monitor, [&](const Block &block) {
    for (std::size_t v = block.begin; v < block.end; ++v) {
      double *phi = phi_.data() + v * topics;
      double *prior = prior_.data() + v * topics;
      double sum = 0.0;
      for (std::size_t k = 0; k < topics; ++k) {
        phi[k] *= norm[k];
        sum += state_.alpha[k] * phi[k];
        prior[k] = sum;
      }
    }
  });
}

void GibbsSampler::draw_topics(Monitor &monitor) {
  const std::size_t topics = options_.topics;
  const auto sweep = static_cast<std::uint32_t>(state_.sweep + 1);
  const std::size_t blocks = block_count(documents_, kBlock);
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(options_.threads, blocks)));
  for (Worker &worker : workers) {
    worker.count.assign(terms_ * topics, 0);
    worker.in_doc.assign(topics, 0);
    worker.sums.resize(topics);
  }
  const auto draw_document = [&](std::size_t d, Worker &worker) {
    std::int32_t *const in_doc = worker.in_doc.data();
    std::vector<std::int32_t> &present = worker.present;
    const auto first = static_cast<std::size_t>(start_[d]);
    const auto last = static_cast<std::size_t>(start_[d + 1]);
    for (std::size_t i = first; i < last; ++i)
      if (in_doc[state_.topic[i]]++ == 0)
        present.push_back(state_.topic[i]);
    Rng rng(options_.seed, options_.keys[d], sweep);
    for (std::size_t i = first; i < last; ++i) {
      const std::int32_t old = state_.topic[i];
      if (--in_doc[old] == 0) {
        *std::find(present.begin(), present.end(), old) = present.back();
        present.pop_back();
      }
      const std::size_t row = static_cast<std::size_t>(term_[i]) * topics;
      const double *const phi = phi_.data() + row;
      const double *const prior = prior_.data() + row;
      double sum = 0.0;
      const std::size_t n = present.size();
      for (std::size_t p = 0; p < n; ++p) {
        sum += in_doc[present[p]] * phi[present[p]];
        worker.sums[p] = sum;
      }
      const double u = rng.uniform() * (sum + prior[topics - 1]);
      std::int32_t chosen;
      if (u < sum) {
        std::size_t p = 0;
        while (worker.sums[p] <= u)
          ++p;
        chosen = present[p];
      } else {
        const auto at = std::upper_bound(prior, prior + topics - 1, u - sum);
        chosen = static_cast<std::int32_t>(at - prior);
      }
      if (in_doc[chosen]++ == 0)
        present.push_back(chosen);
      state_.topic[i] = chosen;
      ++worker.count[row + static_cast<std::size_t>(chosen)];
    }
    for (const std::int32_t k : present)
      in_doc[k] = 0;
    present.clear();
  };
  for_blocks(documents_, kBlock, options_.threads, monitor,
             [&](const Block &block) {
               for (std::size_t d = block.begin; d < block.end; ++d)
                 draw_document(d, workers[block.worker]);
             });
  count_ = std::move(workers[0].count);
  for (std::size_t w = 1; w < workers.size(); ++w)
    for (std::size_t c = 0; c < count_.size(); ++c)
      count_[c] += workers[w].count[c];
}

// Adds the conditional means of phi and theta given the topics of this sweep.
void GibbsSampler::keep() {
  const std::size_t topics = options_.topics;
  std::vector<double> total(topics, static_cast<double>(terms_) * state_.eta);
  for (std::size_t c = 0; c < count_.size(); ++c)
    total[c % topics] += count_[c] + extra(c);
  for (std::size_t c = 0; c < count_.size(); ++c)
    state_.phi[c] += (count_[c] + extra(c) + state_.eta) / total[c % topics];
  double sum = 0.0;
  for (const double a : state_.alpha)
    sum += a;
  std::vector<double> in_doc(topics);
  for (std::size_t d = 0; d < documents_; ++d) {
    in_doc = state_.alpha;
    for (auto i = start_[d]; i < start_[d + 1]; ++i)
      ++in_doc[static_cast<std::size_t>(
          state_.topic[static_cast<std::size_t>(i)])];
    const double n = static_cast<double>(start_[d + 1] - start_[d]) + sum;
    for (std::size_t k = 0; k < topics; ++k)
      state_.theta[k * documents_ + d] += in_doc[k] / n;
  }
  ++state_.kept;
}

// One step of Minka's fixed point for alpha by topic and for eta.
void GibbsSampler::optimize() {
  const std::size_t topics = options_.topics;
  std::vector<Histogram> by_topic(topics);
  Histogram lengths;
  std::vector<std::size_t> in_doc(topics);
  for (std::size_t d = 0; d < documents_; ++d) {
    std::fill(in_doc.begin(), in_doc.end(), 0);
    for (auto i = start_[d]; i < start_[d + 1]; ++i)
      ++in_doc[static_cast<std::size_t>(
          state_.topic[static_cast<std::size_t>(i)])];
    for (std::size_t k = 0; k < topics; ++k)
      by_topic[k].add(in_doc[k]);
    lengths.add(static_cast<std::size_t>(start_[d + 1] - start_[d]));
  }
  double sum = 0.0;
  for (const double a : state_.alpha)
    sum += a;
  const double below = lengths.slope(sum);
  for (std::size_t k = 0; k < topics; ++k)
    state_.alpha[k] = bounded_prior(state_.alpha[k] *
                                    by_topic[k].slope(state_.alpha[k]) / below);
  if (!options_.extra.empty())
    return; // the seeds fix the prior of terms
  Histogram cells;
  Histogram sizes;
  std::vector<std::size_t> size(topics, 0);
  for (std::size_t c = 0; c < count_.size(); ++c) {
    cells.add(static_cast<std::size_t>(count_[c]));
    size[c % topics] += static_cast<std::size_t>(count_[c]);
  }
  for (const std::size_t n : size)
    sizes.add(n);
  const auto v = static_cast<double>(terms_);
  state_.eta = bounded_prior(state_.eta * cells.slope(state_.eta) /
                             (v * sizes.slope(v * state_.eta)));
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
    keep();
}

double GibbsSampler::log_joint() const {
  const std::size_t topics = options_.topics;
  const auto v = static_cast<double>(terms_);
  double sum = 0.0;
  std::vector<double> total(topics, 0.0);
  std::vector<double> prior(topics, v * state_.eta);
  const double lgamma_eta = math::lgamma(state_.eta);
  for (std::size_t c = 0; c < count_.size(); ++c) {
    const double more = extra(c);
    prior[c % topics] += more;
    if (count_[c] == 0)
      continue;
    sum += math::lgamma(state_.eta + more + count_[c]) -
           (more > 0 ? math::lgamma(state_.eta + more) : lgamma_eta);
    total[c % topics] += count_[c];
  }
  for (std::size_t k = 0; k < topics; ++k)
    sum += math::lgamma(prior[k]) - math::lgamma(prior[k] + total[k]);
  double alpha_sum = 0.0;
  for (const double a : state_.alpha)
    alpha_sum += a;
  std::vector<std::int32_t> in_doc(topics, 0);
  for (std::size_t d = 0; d < documents_; ++d) {
    for (auto i = start_[d]; i < start_[d + 1]; ++i)
      ++in_doc[static_cast<std::size_t>(
          state_.topic[static_cast<std::size_t>(i)])];
    for (std::size_t k = 0; k < topics; ++k) {
      if (in_doc[k] > 0)
        sum += math::lgamma(state_.alpha[k] + in_doc[k]) -
               math::lgamma(state_.alpha[k]);
      in_doc[k] = 0;
    }
    sum += math::lgamma(alpha_sum) -
           math::lgamma(alpha_sum +
                        static_cast<double>(start_[d + 1] - start_[d]));
  }
  return sum / static_cast<double>(term_.size());
}

GibbsState run_gibbs(const Rows &counts, const GibbsOptions &options,
                     GibbsState state, std::size_t until, Monitor &monitor) {
  Pace pace(monitor, static_cast<std::int64_t>(options.iterations));
  GibbsSampler sampler(counts, options, std::move(state), pace);
  std::vector<TopicTrace> trace = sampler.state().trace;
  until = std::min(until, options.iterations);
  while (sampler.state().sweep < until) {
    sampler.sweep(pace);
    const std::size_t at = sampler.state().sweep;
    const bool told = at % kReportEvery == 0 || at == options.iterations;
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    trace.push_back({at, kNone, told ? sampler.log_joint() : kNone});
    pace.tell(static_cast<std::int64_t>(at));
  }
  GibbsState out = sampler.take();
  out.trace = std::move(trace);
  return out;
}

TopicFit gibbs_fit(const Rows &counts, const GibbsOptions &options,
                   const GibbsState &state) {
  if (state.kept == 0)
    throw input_error("No sweep was kept: `iterations` must be at least "
                      "`burn_in` plus `thin`.");
  TopicFit fit;
  fit.topics = options.topics;
  fit.terms = counts.columns;
  fit.documents = counts.rows();
  const auto kept = static_cast<double>(state.kept);
  fit.phi = state.phi;
  fit.theta = state.theta;
  for (double &x : fit.phi)
    x /= kept;
  for (double &x : fit.theta)
    x /= kept;
  fit.trace = state.trace;
  fit.prevalence =
      topic_prevalence(fit.theta, check_counts(counts), fit.topics);
  if (options.sort)
    sort_topics(fit);
  return fit;
}

} // namespace tritone
