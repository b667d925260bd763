// SPDX-License-Identifier: GPL-2.0-or-later
// Batches of documents with a falling step size.
#include "topic/online.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/math.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/em.h"
#include "topic/lanes.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlockDocuments = 8;
constexpr std::size_t kBlockTerms = 128;
constexpr double kMostBatches = 1e15; // that a state may have seen

CountTotals check(const Rows &counts, const OnlineOptions &options) {
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
  if (!options.start.empty() &&
      options.start.size() != options.topics * counts.columns)
    throw input_error("`start` must be topics x terms.");
  return check_counts(counts);
}

// sum_v (N_kv + eta), in the order of the terms.
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
  std::vector<std::uint32_t> start;    // by term, into the two that follow
  std::vector<std::uint32_t> entry;    // of `counts`, rising within a term
  std::vector<std::uint32_t> document; // the row of that entry
  std::vector<float> ratio;            // em::ratios() of the entries
  double tokens = 0.0;
};

// Of the rows N + eta: keep N + scale * (what the batch has) + eta.
struct Step {
  float keep;
  float scale;
  float rest; // (1 - keep) eta
};

// The step of one term's row; what the batch has of it is the row times
// sum_d (n_dv / p_dv) theta_d. Adds the new row to `total`.
TRITONE_CLONES void learn_term(const Batch &batch, std::size_t v,
                               const LaneTable &theta, const Step &step,
                               Lanes *row, Lanes *sum, Lanes *total) {
  const std::size_t width = theta.width();
  const std::uint32_t begin = batch.start[v];
  const std::uint32_t end = batch.start[v + 1];
  for (std::size_t i = 0; i < width; ++i)
    sum[i] = Lanes{};
  for (std::uint32_t at = begin; at < end; ++at) {
    const float ratio = batch.ratio[batch.entry[at]];
    const Lanes *own = theta.lanes(batch.document[at]);
    for (std::size_t i = 0; i < width; ++i)
      sum[i] += own[i] * ratio;
  }
  for (std::size_t i = 0; i < width; ++i) {
    row[i] = row[i] * (step.keep + step.scale * sum[i]) + step.rest;
    total[i] += row[i];
  }
}

// Passes over the documents; what they share stays in memory between them.
class Passes {
public:
  Passes(const Rows &counts, const OnlineOptions &options, std::size_t threads,
         double tokens, Monitor &monitor)
      : documents_(canonical_documents(counts)), counts_(documents_.counts),
        options_(options), threads_(threads), width_(lanes_for(options.topics)),
        tokens_(tokens), monitor_(monitor), in_term_(counts.columns, width_),
        part_(block_count(counts.columns, kBlockTerms), width_),
        inverse_(1, width_),
        theta_(std::min(options.batch, counts.rows()), width_) {}

  // One more pass after `pass` of them, with `seen` mini-batches before it; the
  // mean log likelihood of a token. N is read from `in_term` and written back,
  // so that a fit that was stopped between passes has the same bits.
  double run(std::size_t pass, double &seen, std::vector<float> &in_term) {
    load(in_term);
    std::vector<std::size_t> order(counts_.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Rng rng(options_.seed, 1, static_cast<std::uint32_t>(pass + 1));
    rng.shuffle(order);
    double sum = 0.0;
    const std::size_t n = order.size();
    const std::size_t batches = block_count(n, options_.batch);
    PacedMonitor pace(monitor_,
                      static_cast<std::int64_t>(options_.iterations * n));
    for (std::size_t b = 0; b < batches; ++b) {
      const std::size_t from = b * options_.batch;
      pace.report(static_cast<std::int64_t>(pass * n + from));
      gather(order, from, std::min(n, from + options_.batch));
      sum += visit(pace);
      seen += 1.0;
      if (batch_.tokens > 0.0)
        learn(seen, pace);
    }
    store(in_term);
    return sum / tokens_;
  }

private:
  // N + eta from N, in rows of lanes, and its totals.
  void load(const std::vector<float> &in_term) {
    const std::size_t topics = options_.topics;
    const auto eta = static_cast<float>(options_.eta);
    for (std::size_t v = 0; v < counts_.columns; ++v) {
      float *row = in_term_.row(v);
      for (std::size_t k = 0; k < topics; ++k)
        row[k] = in_term[v * topics + k] + eta;
      std::fill(row + topics, row + width_ * kLanes, 0.0F);
    }
    const std::vector<double> total = topic_sums(in_term, options_.eta, topics);
    std::fill_n(inverse_.row(0), width_ * kLanes, 0.0F);
    for (std::size_t k = 0; k < topics; ++k)
      inverse_.row(0)[k] = invert(total[k]);
  }

  void store(std::vector<float> &in_term) const {
    const std::size_t topics = options_.topics;
    const auto eta = static_cast<float>(options_.eta);
    for (std::size_t v = 0; v < counts_.columns; ++v)
      for (std::size_t k = 0; k < topics; ++k)
        in_term[v * topics + k] = std::max(in_term_.row(v)[k] - eta, 0.0F);
  }

  // A topic of next to nothing must not weigh more than a float holds.
  static float invert(double total) {
    constexpr double kMax = 1e30;
    return static_cast<float>(std::min(1.0 / total, kMax));
  }

  void gather(const std::vector<std::size_t> &order, std::size_t from,
              std::size_t to) {
    Rows &rows = batch_.counts;
    rows.columns = counts_.columns;
    rows.start.assign(1, 0);
    rows.column.clear();
    rows.value.clear();
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
    batch_.tokens = std::accumulate(rows.value.begin(), rows.value.end(), 0.0);
    index_terms();
    batch_.ratio.resize(rows.entries());
  }

  // start[v + 1] first counts, then says where the next entry of v goes, and so
  // ends as the end of v.
  void index_terms() {
    const Rows &rows = batch_.counts;
    std::vector<std::uint32_t> &start = batch_.start;
    start.assign(rows.columns + 2, 0);
    for (const std::int32_t v : rows.column)
      ++start[static_cast<std::size_t>(v) + 2];
    std::partial_sum(start.begin(), start.end(), start.begin());
    batch_.entry.resize(rows.entries());
    batch_.document.resize(rows.entries());
    std::size_t e = 0;
    for (std::size_t d = 0; d < rows.rows(); ++d)
      for (; e < static_cast<std::size_t>(rows.start[d + 1]); ++e) {
        const std::uint32_t at =
            start[static_cast<std::size_t>(rows.column[e]) + 1]++;
        batch_.entry[at] = static_cast<std::uint32_t>(e);
        batch_.document[at] = static_cast<std::uint32_t>(d);
      }
  }

  // The shares of the batch under the current topics; the log likelihood.
  double visit(Monitor &monitor) {
    const Rows &rows = batch_.counts;
    std::vector<double> sums(block_count(rows.rows(), kBlockDocuments));
    for_blocks(rows.rows(), kBlockDocuments, threads_, monitor,
               [&](const Block &block) { visit(block, sums[block.index]); });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
  }

  // Shares are divided by the totals of the topics instead of the rows of all
  // terms: theta_k phi_kv = (theta_k / N_k) N_kv.
  void visit(const Block &block, double &sum) {
    LaneTable scratch(4, width_);
    std::fill_n(scratch.row(0), 4 * width_ * kLanes, 0.0F);
    std::fill_n(scratch.row(0), options_.topics,
                static_cast<float>(options_.alpha));
    const Lanes *inverse = inverse_.lanes(0);
    for (std::size_t d = block.begin; d < block.end; ++d) {
      const auto first = static_cast<std::size_t>(batch_.counts.start[d]);
      const auto last = static_cast<std::size_t>(batch_.counts.start[d + 1]);
      const em::Document document{last - first,
                                  batch_.counts.column.data() + first,
                                  batch_.counts.value.data() + first};
      Lanes *from = scratch.lanes(1);
      Lanes *to = scratch.lanes(2);
      for (std::size_t i = 0; i < width_; ++i)
        from[i] = inverse[i] / static_cast<float>(options_.topics);
      for (std::size_t i = 0; i < kOnlineSteps; ++i) {
        em::step(document, in_term_, scratch.lanes(0), from, to,
                 scratch.lanes(3));
        for (std::size_t j = 0; j < width_; ++j)
          to[j] *= inverse[j];
        std::swap(from, to);
      }
      sum += em::ratios(document, in_term_, from, batch_.ratio.data() + first);
      std::copy_n(reinterpret_cast<const float *>(from), width_ * kLanes,
                  theta_.row(d));
    }
  }

  // The step of the expected tokens towards those of the batch, the t-th.
  void learn(double t, Monitor &monitor) {
    const double rho =
        math::exp(-options_.decay * math::log(options_.offset + t - 1.0));
    const Step step{static_cast<float>(1.0 - rho),
                    static_cast<float>(rho * tokens_ / batch_.tokens),
                    static_cast<float>(rho * options_.eta)};
    for_blocks(counts_.columns, kBlockTerms, threads_, monitor,
               [&](const Block &block) {
                 Lanes *total = part_.lanes(block.index);
                 LaneTable sum(1, width_);
                 std::fill_n(part_.row(block.index), width_ * kLanes, 0.0F);
                 for (std::size_t v = block.begin; v < block.end; ++v)
                   learn_term(batch_, v, theta_, step, in_term_.lanes(v),
                              sum.lanes(0), total);
               });
    for (std::size_t k = 0; k < options_.topics; ++k) {
      double total = 0.0;
      for (std::size_t b = 0; b < block_count(counts_.columns, kBlockTerms);
           ++b)
        total += static_cast<double>(part_.row(b)[k]);
      inverse_.row(0)[k] = invert(total);
    }
  }

  CanonicalDocuments documents_;
  const Rows &counts_;
  const OnlineOptions &options_;
  std::size_t threads_;
  std::size_t width_;
  double tokens_;
  Monitor &monitor_;
  LaneTable in_term_; // N_kv + eta, by term
  LaneTable part_;    // sums of in_term_ by block of terms
  LaneTable inverse_; // 1 / sum_v (N_kv + eta), one row
  Batch batch_;
  LaneTable theta_; // by document of the batch, divided by the totals
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

double online_bytes(std::size_t entries, std::size_t documents,
                    std::size_t terms, const OnlineOptions &options) {
  const auto row = static_cast<double>(lanes_for(options.topics) * kLanes);
  // The counts in their own order; of terms the expected tokens twice and phi;
  // of documents the shares of the fit and those of a batch.
  return 12.0 * static_cast<double>(entries) +
         row * (16.0 * static_cast<double>(terms) +
                8.0 * static_cast<double>(documents) +
                4.0 * static_cast<double>(std::min(options.batch, documents)));
}

OnlineEngine::OnlineEngine(const Rows &counts, const OnlineOptions &options)
    : TopicEngine(counts, options.topics, options.alpha, options.threads,
                  options.sort, Trace({"log_likelihood"})),
      options_(options), tokens_(check(counts, options).tokens),
      batches_(options.batches) {
  check_memory(
      online_bytes(counts.entries(), counts.rows(), counts.columns, options),
      about_fit(options.topics, counts));
  in_term_.reserve(options.start.size());
  for (const double x : options.start)
    in_term_.push_back(static_cast<float>(x));
}

void OnlineEngine::advance(std::size_t until, Monitor &monitor) {
  if (in_term_.empty())
    in_term_ = random_start(counts_, options_, tokens_);
  const KeepWorkers keep;
  Passes work(counts_, options_, threads_, tokens_, monitor);
  while (pass_ < until && !finished()) {
    const double log_likelihood = work.run(pass_, batches_, in_term_);
    trace_.add(++pass_, {log_likelihood});
  }
}

void OnlineEngine::topics(TopicFit &fit) const {
  const std::vector<double> total = topic_sums(in_term_, options_.eta, topics_);
  fit.phi.resize(in_term_.size());
  for (std::size_t c = 0; c < fit.phi.size(); ++c)
    fit.phi[c] =
        (static_cast<double>(in_term_[c]) + options_.eta) / total[c % topics_];
}

SavedState OnlineEngine::save() const {
  SavedState state;
  state.put("iteration", static_cast<double>(pass_));
  state.put("batches", batches_);
  state.put("in_term", in_term_);
  trace_.save(state);
  return state;
}

void OnlineEngine::load(SavedState state) {
  pass_ = state.count("iteration", options_.iterations);
  batches_ = state.number("batches", 0.0, kMostBatches);
  in_term_ = state.take("in_term", topics_ * counts_.columns, 0.0F,
                        std::numeric_limits<float>::max());
  trace_.load(state, pass_);
}

std::vector<std::pair<std::string, double>> OnlineEngine::settings() const {
  return {{"iterations", static_cast<double>(options_.iterations)},
          {"batch", static_cast<double>(options_.batch)},
          {"batches", batches_}};
}

} // namespace tritone::topic
