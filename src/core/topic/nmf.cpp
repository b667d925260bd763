// SPDX-License-Identifier: GPL-2.0-or-later
// Updates of both factors in turn, by Poisson or Frobenius loss.
#include "topic/nmf.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tritone::topic {
namespace {

constexpr double kFirstStretch = 0.5;
constexpr double kMinPart = 0.2;

class Nmf {
public:
  Nmf(const Rows &counts, const NmfOptions &options, std::size_t threads,
      NmfState &state, PacedMonitor &pace)
      : rows_(counts), options_(options), threads_(threads), k_(options.topics),
        free_(counts.rows()), pace_(pace), at_(state) {
    remember();
    transpose();
    if (at_.step == 0)
      start();
  }

  // One step more; whether it made the loss fall too little to go on.
  bool step() {
    const double before = at_.loss;
    advance();
    ++at_.step;
    return before - at_.loss <= options_.tolerance * std::fabs(before);
  }

private:
  // A document more for what each topic has had so far.
  void remember() {
    for (std::size_t k = 0; k < (options_.extra.empty() ? 0 : k_); ++k) {
      for (std::size_t v = 0; v < rows_.columns; ++v) {
        const double x = options_.extra[v * k_ + k];
        if (x == 0.0)
          continue;
        rows_.column.push_back(static_cast<std::int32_t>(v));
        rows_.value.push_back(x);
      }
      rows_.start.push_back(static_cast<std::int64_t>(rows_.column.size()));
    }
  }

  void transpose() {
    const Columns columns = to_columns(rows_);
    columns_.columns = rows_.rows();
    columns_.start = columns.start;
    columns_.column = columns.row;
    columns_.value = columns.value;
  }

  void start() {
    at_.right.resize(rows_.columns * k_);
    if (options_.start.empty())
      start_random();
    else
      start_given();
    if (rows_.rows() > free_)
      hold();
    at_.point_left = at_.left;
    at_.point_right = at_.right;
    at_.loss = loss(at_.left, at_.right);
  }

  void start_random() {
    double tokens = 0.0;
    for (const double x : rows_.value)
      tokens += x;
    const auto cells =
        static_cast<double>(rows_.rows()) * static_cast<double>(rows_.columns);
    // So that L F' has the mean of the counts.
    const double size = std::sqrt(tokens / cells / static_cast<double>(k_));
    at_.left.assign(rows_.rows() * k_, size);
    for (std::size_t v = 0; v < rows_.columns; ++v) {
      Rng rng(options_.seed, mix64(v));
      for (std::size_t k = 0; k < k_; ++k)
        at_.right[v * k_ + k] = size * (0.5 + rng.uniform());
    }
  }

  // Topics as given, each document's tokens shared among them.
  void start_given() {
    for (std::size_t c = 0; c < at_.right.size(); ++c)
      at_.right[c] = std::max(kLeastFactor, options_.start[c]);
    at_.left.resize(rows_.rows() * k_);
    for (std::size_t r = 0; r < rows_.rows(); ++r) {
      double tokens = 0.0;
      for (auto e = rows_.start[r]; e < rows_.start[r + 1]; ++e)
        tokens += rows_.value[static_cast<std::size_t>(e)];
      std::fill_n(at_.left.begin() + static_cast<std::ptrdiff_t>(r * k_), k_,
                  std::max(kLeastFactor, tokens / static_cast<double>(k_)));
    }
  }

  void hold() {
    const std::vector<double> total = column_sums(options_.extra, k_);
    for (std::size_t k = 0; k < k_; ++k)
      for (std::size_t l = 0; l < k_; ++l)
        at_.left[(free_ + k) * k_ + l] = k == l ? total[k] : 0.0;
  }

  void advance() {
    Factor left = at_.point_left;
    Factor right = at_.point_right;
    update(left, right);
    double now = loss(left, right);
    if (!(now <= at_.loss)) {
      // The stretched point was too far: a plain step from the last good one.
      left = at_.left;
      right = at_.right;
      update(left, right);
      now = loss(left, right);
      at_.stretch = 0.0;
    } else {
      at_.stretch = at_.stretch == 0.0 ? kFirstStretch
                                       : std::min(0.99, at_.stretch * 1.05);
    }
    stretched(at_.left, left, at_.stretch, at_.point_left);
    stretched(at_.right, right, at_.stretch, at_.point_right);
    at_.left = std::move(left);
    at_.right = std::move(right);
    at_.loss = std::min(now, at_.loss); // rounding
  }

  // One update of both, each with the other as it is.
  void update(Factor &left, Factor &right) {
    update_factor(options_.loss, rows_, free_, k_, left, right, threads_,
                  pace_);
    update_factor(options_.loss, columns_, columns_.rows(), k_, right, left,
                  threads_, pace_);
  }

  double loss(const Factor &left, const Factor &right) {
    return factor_loss(options_.loss, rows_, k_, left, right, threads_, pace_);
  }

  // Not further down than to a part of each number: multiplied numbers hardly
  // come back from near 0.
  static void stretched(const Factor &from, const Factor &to, double stretch,
                        Factor &point) {
    point.resize(to.size());
    for (std::size_t c = 0; c < to.size(); ++c)
      point[c] =
          std::max(kMinPart * to[c], to[c] + stretch * (to[c] - from[c]));
  }

  Rows rows_; // the documents, then what topics have had so far
  const NmfOptions &options_;
  const std::size_t threads_;
  const std::size_t k_;
  const std::size_t free_; // rows of L that are found
  PacedMonitor &pace_;
  Rows columns_; // the transpose, by rows
  NmfState &at_;
};

// Topics x terms, or empty.
void check_matrix(const char *name, const std::vector<double> &given,
                  std::size_t size) {
  if (given.empty())
    return;
  if (given.size() != size)
    throw input_error(std::string("`") + name + "` must hold " +
                      std::to_string(size) + " numbers, not " +
                      std::to_string(given.size()) + ".");
  for (const double x : given)
    if (!(x >= 0.0 && x < 1e15))
      throw input_error(std::string("`") + name +
                        "` must hold numbers of at least 0, not " +
                        std::to_string(x) + ".");
}

void check(const Rows &counts, const NmfOptions &options) {
  check_topics(options.topics);
  check_counts(counts);
  if (options.iterations == 0)
    throw input_error("`iterations` must be at least 1, not 0.");
  if (!(options.tolerance >= 0.0))
    throw input_error("`tolerance` must not be negative, but is " +
                      std::to_string(options.tolerance) + ".");
  const std::size_t size = options.topics * counts.columns;
  check_matrix("start", options.start, size);
  check_matrix("extra", options.extra, size);
}

} // namespace

double nmf_bytes(std::size_t entries, std::size_t documents, std::size_t terms,
                 std::size_t topics) {
  // The counts by rows and by columns; each factor, where the next step starts,
  // and what that makes of it; theta and phi.
  return 24.0 * static_cast<double>(entries) +
         32.0 * static_cast<double>(topics) *
             (static_cast<double>(documents) + static_cast<double>(terms));
}

NmfEngine::NmfEngine(const Rows &counts, const NmfOptions &options)
    : TopicEngine(counts, options.topics, kNmfAlpha, options.threads,
                  options.start.empty(), Trace({"loss"})),
      options_(options) {
  check(counts, options);
  check_memory(nmf_bytes(counts.entries() + options.extra.size(), counts.rows(),
                         counts.columns, options.topics),
               about_fit(options.topics, counts));
}

void NmfEngine::advance(std::size_t until, Monitor &monitor) {
  const KeepWorkers keep;
  PacedMonitor pace(monitor, static_cast<std::int64_t>(options_.iterations));
  // In an order of their own, so that rounding does not depend on the given
  // one.
  const CanonicalDocuments documents = canonical_documents(counts_);
  Nmf nmf(documents.counts, options_, threads_, state_, pace);
  while (state_.step < until && !finished()) {
    converged_ = nmf.step();
    trace_.add(state_.step, {state_.loss});
    pace.report(static_cast<std::int64_t>(state_.step));
  }
}

std::size_t NmfEngine::left_rows() const {
  return counts_.rows() + (options_.extra.empty() ? 0 : topics_);
}

void NmfEngine::topics(TopicFit &fit) const {
  const Factor &right = state_.right;
  const std::vector<double> sums = column_sums(right, topics_);
  fit.phi.resize(right.size());
  for (std::size_t c = 0; c < right.size(); ++c)
    fit.phi[c] = right[c] / sums[c % topics_];
  fit.converged = converged_;
}

SavedState NmfEngine::save() const {
  SavedState state;
  state.put("iteration", static_cast<double>(state_.step));
  state.put("loss", state_.loss);
  state.put("stretch", state_.stretch);
  state.put("left", state_.left);
  state.put("right", state_.right);
  state.put("point_left", state_.point_left);
  state.put("point_right", state_.point_right);
  trace_.save(state);
  return state;
}

void NmfEngine::load(SavedState state) {
  constexpr double kMost = 1e150; // so that products are finite
  const std::size_t left = left_rows() * topics_;
  const std::size_t right = counts_.columns * topics_;
  state_.step = state.count("iteration", options_.iterations);
  state_.loss = state.number("loss", -kMost, kMost);
  state_.stretch = state.number("stretch", 0.0, 1.0);
  state_.left = state.take("left", left, 0.0, kMost);
  state_.right = state.take("right", right, 0.0, kMost);
  state_.point_left = state.take("point_left", left, 0.0, kMost);
  state_.point_right = state.take("point_right", right, 0.0, kMost);
  trace_.load(state, state_.step);
}

} // namespace tritone::topic
