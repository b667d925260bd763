// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/nmf.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "base/sum.h"
#include "topic/canonical.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tritone {
namespace {

constexpr std::size_t kBlock = 64; // rows
constexpr double kMin = 1e-12;     // factors and means are kept above
constexpr double kFirstStretch = 0.5;
constexpr double kMinPart = 0.2;
constexpr std::size_t kPasses = 2; // of coordinate descent over a row's topics

using Factor = std::vector<double>; // rows x topics, row-major

class Nmf {
public:
  Nmf(const Rows &counts, const NmfOptions &options, NmfState &state,
      PacedMonitor &pace)
      : rows_(counts), options_(options), k_(options.topics), pace_(pace),
        at_(state) {
    transpose();
    if (at_.step == 0)
      start();
  }

  // Up to `until` steps; whether the last one made the loss small enough.
  bool run(std::size_t until) {
    bool converged = false;
    while (at_.step < until && !converged) {
      const double before = at_.loss;
      advance();
      converged = before - at_.loss <= options_.tolerance * std::fabs(before);
      at_.trace.push_back({++at_.step, at_.loss});
      pace_.tell(static_cast<std::int64_t>(at_.step));
    }
    return converged;
  }

  std::vector<double> phi() const {
    const std::vector<double> sums = column_sums(at_.right);
    std::vector<double> out(at_.right.size());
    for (std::size_t c = 0; c < out.size(); ++c)
      out[c] = at_.right[c] / sums[c % k_];
    return out;
  }

private:
  void transpose() {
    const Columns columns = to_columns(rows_);
    columns_.columns = rows_.rows();
    columns_.start = columns.start;
    columns_.column = columns.row;
    columns_.value = columns.value;
  }

  void start() {
    double tokens = 0.0;
    for (const double x : rows_.value)
      tokens += x;
    const auto cells =
        static_cast<double>(rows_.rows()) * static_cast<double>(rows_.columns);
    // So that L F' has the mean of the counts.
    const double size = std::sqrt(tokens / cells / static_cast<double>(k_));
    at_.left.assign(rows_.rows() * k_, size);
    at_.right.resize(rows_.columns * k_);
    for (std::size_t v = 0; v < rows_.columns; ++v) {
      Rng rng(options_.seed, mix64(v));
      for (std::size_t k = 0; k < k_; ++k)
        at_.right[v * k_ + k] = size * (0.5 + rng.uniform());
    }
    at_.point_left = at_.left;
    at_.point_right = at_.right;
    at_.loss = loss(at_.left, at_.right);
  }

  void advance() {
    Factor left = at_.point_left;
    Factor right = at_.point_right;
    step(left, right);
    double now = loss(left, right);
    if (!(now <= at_.loss)) {
      // The stretched point was too far: a plain step from the last good one.
      left = at_.left;
      right = at_.right;
      step(left, right);
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
  void step(Factor &left, Factor &right) {
    update(rows_, left, right);
    update(columns_, right, left);
  }

  void update(const Rows &counts, Factor &own, const Factor &other) {
    if (options_.loss == NmfLoss::poisson)
      multiply(counts, own, other);
    else
      descend(counts, own, other);
  }

  std::vector<double> column_sums(const Factor &factor) const {
    std::vector<double> sums(k_, 0.0);
    for (std::size_t c = 0; c < factor.size(); ++c)
      sums[c % k_] += factor[c];
    return sums;
  }

  void multiply(const Rows &counts, Factor &own, const Factor &other) {
    const std::vector<double> sums = column_sums(other);
    for_blocks(
        counts.rows(), kBlock, options_.threads, pace_, [&](const Block &b) {
          std::vector<double> up(k_);
          for (std::size_t r = b.begin; r < b.end; ++r) {
            double *const mine = own.data() + r * k_;
            std::fill(up.begin(), up.end(), 0.0);
            for (auto e = counts.start[r]; e < counts.start[r + 1]; ++e) {
              const auto at = static_cast<std::size_t>(e);
              const double *const theirs =
                  other.data() +
                  static_cast<std::size_t>(counts.column[at]) * k_;
              const double ratio =
                  counts.value[at] / std::max(kMin, dot(mine, theirs, k_));
              for (std::size_t k = 0; k < k_; ++k)
                up[k] += ratio * theirs[k];
            }
            for (std::size_t k = 0; k < k_; ++k)
              mine[k] =
                  std::max(kMin, mine[k] * up[k] / std::max(kMin, sums[k]));
          }
        });
  }

  void descend(const Rows &counts, Factor &own, const Factor &other) {
    const std::vector<double> gram = gram_of(other);
    for_blocks(
        counts.rows(), kBlock, options_.threads, pace_, [&](const Block &b) {
          std::vector<double> cross(k_);
          for (std::size_t r = b.begin; r < b.end; ++r) {
            double *const mine = own.data() + r * k_;
            std::fill(cross.begin(), cross.end(), 0.0);
            for (auto e = counts.start[r]; e < counts.start[r + 1]; ++e) {
              const auto at = static_cast<std::size_t>(e);
              const double *const theirs =
                  other.data() +
                  static_cast<std::size_t>(counts.column[at]) * k_;
              for (std::size_t k = 0; k < k_; ++k)
                cross[k] += counts.value[at] * theirs[k];
            }
            for (std::size_t pass = 0; pass < kPasses; ++pass)
              for (std::size_t k = 0; k < k_; ++k) {
                const double slope =
                    cross[k] - dot(mine, gram.data() + k * k_, k_);
                mine[k] = std::max(
                    kMin, mine[k] + slope / std::max(kMin, gram[k * k_ + k]));
              }
          }
        });
  }

  // K x K inner products of the columns; linear in the rows of the factor.
  std::vector<double> gram_of(const Factor &factor) const {
    std::vector<double> gram(k_ * k_, 0.0);
    for (std::size_t r = 0; r < factor.size(); r += k_)
      for (std::size_t k = 0; k < k_; ++k)
        for (std::size_t l = 0; l < k_; ++l)
          gram[k * k_ + l] += factor[r + k] * factor[r + l];
    return gram;
  }

  double loss(const Factor &left, const Factor &right) {
    std::vector<double> part(block_count(rows_.rows(), kBlock), 0.0);
    const bool poisson = options_.loss == NmfLoss::poisson;
    for_blocks(
        rows_.rows(), kBlock, options_.threads, pace_, [&](const Block &b) {
          double sum = 0.0;
          for (std::size_t r = b.begin; r < b.end; ++r)
            for (auto e = rows_.start[r]; e < rows_.start[r + 1]; ++e) {
              const auto at = static_cast<std::size_t>(e);
              const double x = rows_.value[at];
              const double m =
                  dot(left.data() + r * k_,
                      right.data() +
                          static_cast<std::size_t>(rows_.column[at]) * k_,
                      k_);
              sum += poisson ? -x * math::log(std::max(kMin, m))
                             : x * (0.5 * x - m);
            }
          part[b.index] = sum;
        });
    double total = 0.0;
    for (const double p : part)
      total += p;
    if (poisson) {
      const std::vector<double> a = column_sums(left);
      const std::vector<double> b = column_sums(right);
      return total + dot(a.data(), b.data(), k_);
    }
    const std::vector<double> a = gram_of(left);
    const std::vector<double> b = gram_of(right);
    return total + 0.5 * dot(a.data(), b.data(), k_ * k_);
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

  const Rows &rows_;
  const NmfOptions &options_;
  const std::size_t k_;
  PacedMonitor &pace_;
  Rows columns_; // the transpose, by rows
  NmfState &at_;
};

void check(const Rows &counts, const NmfOptions &options,
           const NmfState &state) {
  check_topics(options.topics);
  check_counts(counts);
  if (options.iterations == 0)
    throw input_error("`iterations` must be at least 1, not 0.");
  if (!(options.tolerance >= 0.0))
    throw input_error("`tolerance` must not be negative, but is " +
                      std::to_string(options.tolerance) + ".");
  const std::size_t left = counts.rows() * options.topics;
  const std::size_t right = counts.columns * options.topics;
  if (state.step > 0 &&
      (state.left.size() != left || state.point_left.size() != left ||
       state.right.size() != right || state.point_right.size() != right))
    throw input_error("The state of the fit is not one of these counts and "
                      "options.");
}

bool run(const Rows &counts, const NmfOptions &given, std::size_t until,
         NmfState &state, NmfFit &fit, Monitor &monitor) {
  NmfOptions options = given;
  options.threads = std::max<std::size_t>(1, given.threads);
  check(counts, options, state);
  const KeepWorkers keep;
  PacedMonitor pace(monitor, static_cast<std::int64_t>(options.iterations));
  // In an order of their own, so that rounding does not depend on the given
  // one.
  const CanonicalDocuments documents = canonical_documents(counts);
  Nmf nmf(documents.counts, options, state, pace);
  fit.converged = nmf.run(std::min(until, options.iterations));
  if (!fit.converged && state.step < options.iterations)
    return false;
  fit.phi = nmf.phi();
  fit.trace = state.trace;
  return true;
}

} // namespace

bool continue_nmf(const Rows &counts, const NmfOptions &options,
                  NmfState &state, NmfFit &fit, Monitor &monitor) {
  return run(counts, options, state.step + kNmfSegment, state, fit, monitor);
}

NmfFit fit_nmf(const Rows &counts, const NmfOptions &options,
               Monitor &monitor) {
  NmfState state;
  NmfFit fit;
  run(counts, options, options.iterations, state, fit, monitor);
  return fit;
}

} // namespace tritone
