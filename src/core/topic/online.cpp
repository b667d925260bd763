// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/online.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/em.h"
#include "topic/fold_in.h"
#include "topic/lanes.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace tritone {
namespace {

constexpr std::size_t kBlockDocuments = 8;
constexpr std::size_t kBlockTerms = 128;

CountTotals check(const Rows &counts, const OnlineOptions &options,
                  const OnlineState &state) {
  check_topics(options.topics);
  check_prior("alpha", options.alpha);
  check_prior("eta", options.eta);
  if (options.iterations == 0 || options.batch == 0)
    throw input_error("`iterations` and `batch` must be at least 1.");
  if (!(options.offset >= 1.0))
    throw input_error("`offset` must be at least 1, not " +
                      std::to_string(options.offset) + ".");
  if (!(options.decay > 0.5 && options.decay <= 1.0))
    throw input_error("`decay` must be above 0.5 and at most 1, not " +
                      std::to_string(options.decay) + ".");
  if (!state.in_term.empty() &&
      state.in_term.size() != options.topics * counts.columns)
    throw input_error("The state of the fit is not one of these terms and "
                      "options.");
  return check_counts(counts);
}

// (N_kv + eta) / sum_v (N_kv + eta), by term; the sums in the order of the
// terms.
std::vector<double> topic_sums(const std::vector<float> &in_term, double eta,
                               std::size_t topics) {
  std::vector<double> sum(topics, 0.0);
  for (std::size_t c = 0; c < in_term.size(); c += topics)
    for (std::size_t k = 0; k < topics; ++k)
      sum[k] += static_cast<double>(in_term[c + k]) + eta;
  return sum;
}

// A mini-batch: its documents as rows, and its entries by term.
struct Batch {
  Rows counts;
  Columns by_term; // `row` holds entries of `counts`
};

class Pass {
public:
  Pass(const Rows &counts, const OnlineOptions &options, OnlineState &state,
       double tokens, Monitor &monitor)
      : counts_(counts), options_(options), state_(state), tokens_(tokens),
        monitor_(monitor), phi_(counts.columns, lanes_for(options.topics)) {
    for (std::size_t v = 0; v < counts.columns; ++v)
      std::fill_n(phi_.row(v), phi_.width() * kLanes, 0.0F);
  }

  // The mean log likelihood of a token.
  double run() {
    std::vector<std::size_t> order(counts_.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Rng rng(options_.seed, 1, static_cast<std::uint32_t>(state_.sweep + 1));
    rng.shuffle(order);
    double sum = 0.0;
    const std::size_t n = order.size();
    const std::size_t batches = block_count(n, options_.batch);
    Pace pace(monitor_, static_cast<std::int64_t>(options_.iterations * n));
    for (std::size_t b = 0; b < batches; ++b) {
      const std::size_t from = b * options_.batch;
      pace.tell(static_cast<std::int64_t>(state_.sweep * n + from));
      gather(order, from, std::min(n, from + options_.batch));
      sum += visit(pace);
      learn(pace);
    }
    return sum / tokens_;
  }

private:
  void gather(const std::vector<std::size_t> &order, std::size_t from,
              std::size_t to) {
    Rows &rows = batch_.counts;
    rows = Rows();
    rows.columns = counts_.columns;
    for (std::size_t i = from; i < to; ++i) {
      const auto first = static_cast<std::ptrdiff_t>(counts_.start[order[i]]);
      const auto last =
          static_cast<std::ptrdiff_t>(counts_.start[order[i] + 1]);
      rows.column.insert(rows.column.end(), counts_.column.begin() + first,
                         counts_.column.begin() + last);
      rows.value.insert(rows.value.end(), counts_.value.begin() + first,
                        counts_.value.begin() + last);
      rows.start.push_back(static_cast<std::int64_t>(rows.column.size()));
    }
    batch_.by_term = to_columns(rows);
    std::vector<std::int64_t> next(batch_.by_term.start.begin(),
                                   batch_.by_term.start.end() - 1);
    for (std::size_t e = 0; e < rows.entries(); ++e)
      batch_.by_term.row[static_cast<std::size_t>(
          next[static_cast<std::size_t>(rows.column[e])]++)] =
          static_cast<std::int32_t>(e);
    if (gamma_rows_ < rows.entries()) {
      gamma_ = LaneTable(rows.entries(), phi_.width());
      gamma_rows_ = rows.entries();
    }
  }

  // The responsibilities of the batch under the topics as they stand.
  double visit(Monitor &monitor) {
    const std::size_t topics = options_.topics;
    const Rows &rows = batch_.counts;
    const std::vector<double> total =
        topic_sums(state_.in_term, options_.eta, topics);
    for_blocks(rows.columns, kBlockTerms, options_.threads, monitor,
               [&](const Block &block) {
                 for (std::size_t v = block.begin; v < block.end; ++v) {
                   if (batch_.by_term.start[v] == batch_.by_term.start[v + 1])
                     continue;
                   const float *n = state_.in_term.data() + v * topics;
                   float *phi = phi_.row(v);
                   for (std::size_t k = 0; k < topics; ++k)
                     phi[k] = static_cast<float>(
                         (static_cast<double>(n[k]) + options_.eta) / total[k]);
                 }
               });
    std::vector<double> sums(block_count(rows.rows(), kBlockDocuments));
    for_blocks(rows.rows(), kBlockDocuments, options_.threads, monitor,
               [&](const Block &block) { visit(block, sums[block.index]); });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
  }

  void visit(const Block &block, double &sum) {
    const std::size_t width = phi_.width();
    LaneTable scratch(4, width);
    std::fill_n(scratch.row(0), 4 * width * kLanes, 0.0F);
    std::fill_n(scratch.row(0), options_.topics,
                static_cast<float>(options_.alpha));
    for (std::size_t d = block.begin; d < block.end; ++d) {
      const auto first = static_cast<std::size_t>(batch_.counts.start[d]);
      const auto last = static_cast<std::size_t>(batch_.counts.start[d + 1]);
      const em::Document document{last - first,
                                  batch_.counts.column.data() + first,
                                  batch_.counts.value.data() + first};
      Lanes *from = scratch.lanes(1);
      Lanes *to = scratch.lanes(2);
      std::fill_n(reinterpret_cast<float *>(from), options_.topics,
                  1.0F / static_cast<float>(options_.topics));
      for (std::size_t i = 0; i < kOnlineSteps; ++i) {
        em::step(document, phi_, scratch.lanes(0), from, to, scratch.lanes(3));
        std::swap(from, to);
      }
      sum += em::responsibilities(document, phi_, from, gamma_.lanes(first));
    }
  }

  // The step of the expected tokens towards those of the batch.
  void learn(Monitor &monitor) {
    const std::size_t topics = options_.topics;
    const Rows &rows = batch_.counts;
    const double own =
        std::accumulate(rows.value.begin(), rows.value.end(), 0.0);
    state_.batches += 1.0;
    if (!(own > 0.0))
      return;
    const double rho = math::exp(
        -options_.decay * math::log(options_.offset + state_.batches - 1.0));
    const auto keep = static_cast<float>(1.0 - rho);
    const auto scale = static_cast<float>(rho * tokens_ / own);
    for_blocks(
        rows.columns, kBlockTerms, options_.threads, monitor,
        [&](const Block &block) {
          std::vector<float> sum(topics);
          for (std::size_t v = block.begin; v < block.end; ++v) {
            std::fill(sum.begin(), sum.end(), 0.0F);
            const auto end =
                static_cast<std::size_t>(batch_.by_term.start[v + 1]);
            for (auto at = static_cast<std::size_t>(batch_.by_term.start[v]);
                 at < end; ++at) {
              const auto n = static_cast<float>(batch_.by_term.value[at]);
              const float *gamma =
                  gamma_.row(static_cast<std::size_t>(batch_.by_term.row[at]));
              for (std::size_t k = 0; k < topics; ++k)
                sum[k] += n * gamma[k];
            }
            float *in = state_.in_term.data() + v * topics;
            for (std::size_t k = 0; k < topics; ++k)
              in[k] = keep * in[k] + scale * sum[k];
          }
        });
  }

  const Rows &counts_;
  const OnlineOptions &options_;
  OnlineState &state_;
  double tokens_;
  Monitor &monitor_;
  LaneTable phi_; // by term: current for the terms of the batch
  Batch batch_;
  LaneTable gamma_; // by entry of the batch
  std::size_t gamma_rows_ = 0;
};

// Equal topics but for a factor from 1/2 to 3/2, on the scale of the counts.
std::vector<float> random_start(const Rows &counts,
                                const OnlineOptions &options, double tokens) {
  std::vector<float> in_term(counts.columns * options.topics);
  const double mean = tokens / static_cast<double>(in_term.size());
  for (std::size_t v = 0; v < counts.columns; ++v) {
    Rng rng(options.seed, mix64(v));
    for (std::size_t k = 0; k < options.topics; ++k)
      in_term[v * options.topics + k] =
          static_cast<float>(mean * (0.5 + rng.uniform()));
  }
  return in_term;
}

} // namespace

void online_pass(const Rows &counts, const OnlineOptions &given,
                 OnlineState &state, Monitor &monitor) {
  OnlineOptions options = given;
  options.threads = std::max<std::size_t>(1, given.threads);
  const CountTotals totals = check(counts, options, state);
  if (state.in_term.empty())
    state.in_term = random_start(counts, options, totals.tokens);
  const KeepWorkers keep;
  const CanonicalDocuments documents = canonical_documents(counts);
  Pass pass(documents.counts, options, state, totals.tokens, monitor);
  const double log_likelihood = pass.run();
  ++state.sweep;
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  state.trace.push_back({state.sweep, kNone, log_likelihood});
}

TopicFit online_fit(const Rows &counts, const OnlineOptions &options,
                    const OnlineState &state, Monitor &monitor) {
  const CountTotals totals = check(counts, options, state);
  TopicFit fit;
  fit.topics = options.topics;
  fit.terms = counts.columns;
  fit.documents = counts.rows();
  fit.trace = state.trace;
  const std::vector<double> total =
      topic_sums(state.in_term, options.eta, fit.topics);
  fit.phi.resize(state.in_term.size());
  for (std::size_t c = 0; c < fit.phi.size(); ++c)
    fit.phi[c] = (static_cast<double>(state.in_term[c]) + options.eta) /
                 total[c % fit.topics];
  FoldInOptions fold;
  fold.alpha = options.alpha;
  fold.threads = std::max<std::size_t>(1, options.threads);
  fit.theta = fold_in(counts, fit.phi, fit.topics, fold, monitor);
  fit.prevalence = topic_prevalence(fit.theta, totals, fit.topics);
  if (options.sort)
    sort_topics(fit);
  return fit;
}

} // namespace tritone
