// SPDX-License-Identifier: GPL-2.0-or-later
// Steps of one factor beside the sums that they are made of.
#include "topic/nmf_factor.h"

#include "base/monitor.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

constexpr std::size_t kTopics = 3;
constexpr NmfLoss kLosses[] = {NmfLoss::poisson, NmfLoss::frobenius};

// Numbers from 0.5 to 1.5 that are no random ones.
Factor tried_factor(std::size_t rows) {
  Factor out;
  for (std::size_t c = 0; c < rows * kTopics; ++c)
    out.push_back(1.0 + 0.5 * std::sin(2.3 * static_cast<double>(c)));
  return out;
}

double value_at(const Rows &counts, std::size_t row, std::size_t column) {
  for (auto e = counts.start[row]; e < counts.start[row + 1]; ++e)
    if (counts.column[static_cast<std::size_t>(e)] ==
        static_cast<std::int32_t>(column))
      return counts.value[static_cast<std::size_t>(e)];
  return 0.0;
}

// The loss over all cells, by its definition.
double slow_loss(NmfLoss loss, const Rows &counts, const Factor &left,
                 const Factor &right) {
  double total = 0.0;
  for (std::size_t d = 0; d < counts.rows(); ++d)
    for (std::size_t v = 0; v < counts.columns; ++v) {
      const double x = value_at(counts, d, v);
      double m = 0.0;
      for (std::size_t k = 0; k < kTopics; ++k)
        m += left[d * kTopics + k] * right[v * kTopics + k];
      total += loss == NmfLoss::poisson ? m - x * std::log(m)
                                        : (x - m) * (x - m) / 2.0;
    }
  return total;
}

} // namespace

TEST_CASE("nmf: the loss of factors is that of its definition") {
  const Rows counts = corpora::blocks();
  const Factor left = tried_factor(counts.rows());
  const Factor right = tried_factor(counts.columns);
  NullMonitor nobody;
  for (const NmfLoss loss : kLosses)
    CHECK(factor_loss(loss, counts, kTopics, left, right, 1, nobody) ==
          doctest::Approx(slow_loss(loss, counts, left, right)));
}

TEST_CASE("nmf: a step of a factor lowers the loss and holds the last rows") {
  const Rows counts = corpora::blocks();
  const Factor right = tried_factor(counts.columns);
  NullMonitor nobody;
  for (const NmfLoss loss : kLosses) {
    const Factor before = tried_factor(counts.rows());
    Factor left = before;
    update_factor(loss, counts, 7, kTopics, left, right, 1, nobody);
    CHECK(slow_loss(loss, counts, left, right) <
          slow_loss(loss, counts, before, right));
    CHECK(std::equal(before.begin() + 7 * kTopics, before.end(),
                     left.begin() + 7 * kTopics));
    for (const double x : left)
      CHECK(x >= kLeastFactor);
  }
}

TEST_CASE("nmf: steps and losses have the same bits for any threads") {
  const Rows counts = corpora::simulate(200, kTopics, 40, 50, 2).counts;
  const Factor right = tried_factor(counts.columns);
  NullMonitor nobody;
  for (const NmfLoss loss : kLosses) {
    Factor one = tried_factor(counts.rows());
    update_factor(loss, counts, counts.rows(), kTopics, one, right, 1, nobody);
    const double at = factor_loss(loss, counts, kTopics, one, right, 1, nobody);
    for (const std::size_t threads : {2U, 7U}) {
      Factor more = tried_factor(counts.rows());
      update_factor(loss, counts, counts.rows(), kTopics, more, right, threads,
                    nobody);
      CHECK(more == one);
      CHECK(factor_loss(loss, counts, kTopics, more, right, threads, nobody) ==
            at);
    }
  }
}

TEST_CASE("nmf: sums of a factor are by topic") {
  CHECK(column_sums({1.0, 2.0, 3.0, 4.0, 5.0, 6.0}, 3) ==
        std::vector<double>{5.0, 7.0, 9.0});
  CHECK(column_sums({}, 2) == std::vector<double>{0.0, 0.0});
}
