// SPDX-License-Identifier: GPL-2.0-or-later
// Checks counts and options, puts topics in order of prevalence, and polls the
// monitor at a steady pace.
#include "topic/model.h"

#include "base/error.h"
#include "base/sum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tritone::topic {
namespace {

constexpr double kMaxTokens = 1e15;

void move_column(const std::vector<double> &from, std::size_t column,
                 std::size_t to_column, std::size_t rows,
                 std::vector<double> &to) {
  std::copy_n(from.data() + column * rows, rows, to.data() + to_column * rows);
}

} // namespace

void check_count(double count, std::size_t row, std::int32_t column) {
  if (std::isfinite(count) && count >= 0.0)
    return;
  throw input_error("Counts must be finite and not negative: row " +
                    std::to_string(row + 1) + ", column " +
                    std::to_string(column + 1) + " holds " +
                    std::to_string(count) + ".");
}

CountTotals check_counts(const Rows &counts) {
  CountTotals totals;
  totals.document.reserve(counts.rows());
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    double tokens = 0.0;
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      check_count(counts.value[at], d, counts.column[at]);
      tokens += counts.value[at];
    }
    totals.document.push_back(tokens);
  }
  totals.tokens =
      order_free_sum(totals.document.data(), totals.document.size());
  if (!(totals.tokens > 0.0))
    throw input_error("`counts` must hold counts above 0: the " +
                      std::to_string(counts.rows()) + " x " +
                      std::to_string(counts.columns) + " matrix holds none.");
  if (!(totals.tokens <= kMaxTokens))
    throw input_error("`counts` must add up to at most 1e15, not to " +
                      std::to_string(totals.tokens) + ".");
  return totals;
}

void check_topics(std::size_t topics) {
  if (topics == 0)
    throw input_error("`k` must be at least 1, not 0.");
  if (topics > kMaxTopics)
    throw limit_error("`k`, the number of topics, must be at most " +
                      std::to_string(kMaxTopics) + ", not " +
                      std::to_string(topics) + ".");
}

void check_prior(const std::string &name, double value) {
  if (!(value >= kMinPrior && value <= kMaxPrior))
    throw input_error("`" + name + "` must be between 1e-10 and 1e6, not " +
                      std::to_string(value) + ".");
}

std::vector<double> topic_prevalence(const std::vector<double> &theta,
                                     const CountTotals &totals,
                                     std::size_t topics) {
  const std::size_t documents = totals.document.size();
  std::vector<double> prevalence(topics);
  for (std::size_t k = 0; k < topics; ++k) {
    const double *const share = theta.data() + k * documents;
    const double tokens = order_free_sum(documents, [&](std::size_t d) {
      return totals.document[d] * share[d];
    });
    prevalence[k] = tokens / totals.tokens;
  }
  return prevalence;
}

void sort_topics(TopicFit &fit) {
  std::vector<std::size_t> order(fit.topics);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return fit.prevalence[a] > fit.prevalence[b];
                   });
  const TopicFit old = fit;
  for (std::size_t k = 0; k < fit.topics; ++k) {
    const std::size_t from = order[k];
    fit.prevalence[k] = old.prevalence[from];
    if (!old.alpha.empty())
      fit.alpha[k] = old.alpha[from];
    for (std::size_t v = 0; v < fit.terms; ++v)
      fit.phi[v * fit.topics + k] = old.phi[v * fit.topics + from];
    move_column(old.theta, from, k, fit.documents, fit.theta);
    if (!old.theta_chain.empty())
      move_column(old.theta_chain, from, k, fit.documents, fit.theta_chain);
    const std::size_t size = fit.topics * fit.documents;
    for (std::size_t at = 0; at < old.draws.size(); at += size)
      std::copy_n(old.draws.data() + at + from * fit.documents, fit.documents,
                  fit.draws.data() + at + k * fit.documents);
  }
}

void PacedMonitor::report(std::int64_t done) {
  done_ = done;
  if (!update(0, 0))
    throw cancelled{};
}

bool PacedMonitor::update(std::int64_t, std::int64_t) {
  const auto now = std::chrono::steady_clock::now();
  if (reported_ && now - last_ < std::chrono::milliseconds(100))
    return true;
  reported_ = true;
  last_ = now;
  return monitor_.update(done_, total_);
}

} // namespace tritone::topic
