// SPDX-License-Identifier: GPL-2.0-or-later
// What all topic models share: the form of a fit, checks of counts and options,
// the order of topics. Matrices are dense and column-major, as R keeps them.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/trace.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::topic {

constexpr std::size_t kMaxTopics = 32768;

// What an engine gives beyond the parts of every fit: an array, column-major.
struct FitPart {
  std::string name;
  std::vector<std::size_t> dim;
  std::vector<double> values;
};

struct TopicFit {
  std::size_t topics = 0;
  std::size_t terms = 0;
  std::size_t documents = 0;
  std::vector<double> phi;        // topics x terms, rows sum to 1
  std::vector<double> theta;      // documents x topics, rows sum to 1
  std::vector<double> prevalence; // topics: mean of theta over tokens
  std::vector<double> alpha;      // topics, where it was learned; else empty
  // Of a sampler, else empty: documents x topics, the mean over the sweeps that
  // were kept; and so many draws of the shares, one after the other.
  std::vector<double> theta_chain;
  std::vector<double> draws;
  std::vector<FitPart> parts;
  Trace trace;
  bool converged = false;
};

// Totals of the counts that a model is fitted to.
struct CountTotals {
  std::vector<double> document; // tokens by document, 0 for an empty one
  double tokens = 0.0;
};

// Throws input_error for a count that is negative, NaN or infinite, naming the
// place (given from 0) from 1.
void check_count(double count, std::size_t row, std::int32_t column);

// Throws input_error where check_count() does, where the whole matrix holds no
// count above 0, and where the tokens are more than 1e15. Counts need not be
// whole numbers.
CountTotals check_counts(const Rows &counts);

// Throws input_error for 0 topics, limit_error above kMaxTopics.
void check_topics(std::size_t topics);

// A Dirichlet parameter must lie between 1e-10 and 1e6, where products of
// single-precision numbers neither vanish nor overflow; input_error otherwise.
void check_prior(const std::string &name, double value);

// Mean of theta over tokens, by topic. theta: documents x topics.
std::vector<double> topic_prevalence(const std::vector<double> &theta,
                                     const CountTotals &totals,
                                     std::size_t topics);

// Puts topics in order of falling prevalence; equal ones keep their order.
void sort_topics(TopicFit &fit);

// Watches a job of many short steps for another monitor, which is called at
// once and then at most every 100 ms. Given to for_blocks() as its monitor, it
// reports the progress of the whole job and not of that call.
class PacedMonitor final : public Monitor {
public:
  // `total`: units of the whole job.
  PacedMonitor(Monitor &monitor, std::int64_t total)
      : monitor_(monitor), total_(total) {}

  // `done` units are finished. Throws `cancelled` when the monitor says so.
  void report(std::int64_t done);

  bool update(std::int64_t, std::int64_t) override;

private:
  Monitor &monitor_;
  std::int64_t total_;
  std::int64_t done_ = 0;
  bool reported_ = false;
  std::chrono::steady_clock::time_point last_{};
};

} // namespace tritone::topic
