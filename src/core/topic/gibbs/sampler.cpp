// SPDX-License-Identifier: GPL-2.0-or-later
// Sweeps: draws of phi and of the topics of the tokens.
#include "topic/gibbs/sampler.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/gibbs/kernel.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlock = 32; // documents
constexpr std::size_t kOptimizeEvery = 10;

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

void check_gibbs_options(const Rows &counts, const GibbsOptions &options) {
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

GibbsSampler::GibbsSampler(const Rows &counts, const GibbsOptions &options,
                           GibbsState state, Monitor &monitor)
    : options_(options), documents_(counts.rows()), terms_(counts.columns),
      state_(std::move(state)) {
  check_gibbs_options(counts, options);
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

} // namespace tritone::topic
