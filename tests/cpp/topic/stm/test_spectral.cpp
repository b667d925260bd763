// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/spectral.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace tritone;
using namespace tritone::topic;
using namespace tritone::topic::stm;

namespace {

// Q as a dense table, its rows scaled to sum to 1.
std::vector<std::vector<double>> dense_gram(const Rows &counts) {
  const std::size_t terms = counts.columns;
  std::vector<std::vector<double>> q(terms, std::vector<double>(terms, 0.0));
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    std::vector<double> line(terms, 0.0);
    double n = 0.0;
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      line[static_cast<std::size_t>(counts.column[at])] = counts.value[at];
      n += counts.value[at];
    }
    if (n < 2.0)
      continue;
    for (std::size_t i = 0; i < terms; ++i)
      for (std::size_t j = 0; j < terms; ++j)
        q[i][j] += line[i] * (line[j] - (i == j ? 1.0 : 0.0)) / (n * (n - 1.0));
  }
  for (auto &row : q) {
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    for (double &x : row)
      x /= sum;
  }
  return q;
}

// Anchors by projecting the dense table.
std::vector<std::size_t> dense_anchors(std::vector<std::vector<double>> q,
                                       std::size_t topics) {
  std::vector<std::size_t> out;
  while (out.size() < topics) {
    std::size_t best = 0;
    double most = -1.0;
    for (std::size_t i = 0; i < q.size(); ++i) {
      double length = 0.0;
      for (const double x : q[i])
        length += x * x;
      if (length > most) {
        most = length;
        best = i;
      }
    }
    out.push_back(best);
    const auto b = q[best];
    for (auto &row : q) {
      double along = 0.0;
      for (std::size_t j = 0; j < row.size(); ++j)
        along += row[j] * b[j];
      for (std::size_t j = 0; j < row.size(); ++j)
        row[j] -= along / most * b[j];
    }
  }
  return out;
}

Spectral run(const Rows &counts, std::size_t topics, std::size_t threads = 1,
             std::size_t most = 10000) {
  SpectralOptions options;
  options.topics = topics;
  options.threads = threads;
  options.max_terms = most;
  NullMonitor nobody;
  return spectral_start(counts, corpora::in_order(counts), options, nobody);
}

} // namespace

TEST_CASE("spectral: the same as by a dense table") {
  const Rows counts = corpora::simulate(200, 4, 8, 40, 3).counts;
  const Spectral found = run(counts, 4);
  const auto q = dense_gram(counts);
  double squares = 0.0;
  double largest = 0.0;
  for (const auto &row : q)
    for (const double x : row) {
      squares += x * x;
      largest = std::max(largest, x);
    }
  CHECK(found.squares == doctest::Approx(squares).epsilon(1e-12));
  CHECK(found.largest == doctest::Approx(largest).epsilon(1e-12));
  CHECK(found.anchors == dense_anchors(q, 4));
  // Topics are distributions; anchors belong to one topic alone.
  for (std::size_t k = 0; k < 4; ++k) {
    double sum = 0.0;
    for (std::size_t v = 0; v < counts.columns; ++v)
      sum += found.phi[v * 4 + k];
    CHECK(sum == doctest::Approx(1.0));
    for (std::size_t l = 0; l < 4; ++l)
      CHECK((found.phi[found.anchors[k] * 4 + l] > 0.0) == (k == l));
  }
}

TEST_CASE("spectral: simulated topics are found, each by one anchor") {
  const auto simulated = corpora::simulate(600, 5, 10, 80, 9);
  const Spectral found = run(simulated.counts, 5);
  std::vector<bool> seen(5, false);
  for (std::size_t k = 0; k < 5; ++k) {
    const std::size_t truth = found.anchors[k] / 10;
    CHECK_FALSE(seen[truth]);
    seen[truth] = true;
    double distance = 0.0;
    for (std::size_t v = 0; v < simulated.counts.columns; ++v)
      distance +=
          std::fabs(found.phi[v * 5 + k] - simulated.phi[v * 5 + truth]);
    CHECK(distance < 0.3);
  }
}

TEST_CASE("spectral: threads change no bit") {
  const Rows counts = corpora::simulate(150, 3, 30, 50, 4).counts;
  const Spectral one = run(counts, 3, 1);
  for (const std::size_t threads : {2, 7}) {
    const Spectral more = run(counts, 3, threads);
    CHECK(more.anchors == one.anchors);
    CHECK(more.phi == one.phi);
    CHECK(more.squares == one.squares);
  }
}

TEST_CASE("spectral: only the most frequent terms are looked at") {
  const Rows counts = corpora::simulate(300, 3, 10, 60, 5).counts;
  const Spectral found = run(counts, 3, 1, 20);
  for (std::size_t k = 0; k < 3; ++k) {
    double sum = 0.0;
    for (std::size_t v = 0; v < counts.columns; ++v) {
      CHECK(found.phi[v * 3 + k] > 0.0);
      sum += found.phi[v * 3 + k];
    }
    CHECK(sum == doctest::Approx(1.0));
  }
}

TEST_CASE("spectral: terms of one-word documents alone, too few anchors") {
  // Term 3 occurs in a document of one word only: it is no anchor and has the
  // share of a term that was not looked at.
  std::vector<std::vector<double>> table = {
      {3, 1, 0, 0}, {1, 4, 0, 0}, {0, 1, 5, 0}, {2, 0, 2, 0}, {0, 0, 0, 1}};
  const Spectral found = run(corpora::from_dense(table, 4), 2);
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(found.anchors[k] != 3);
    CHECK(found.phi[3 * 2 + k] ==
          doctest::Approx(0.00025 / 1.001).epsilon(1e-9));
  }
  CHECK_THROWS_AS(run(corpora::from_dense(table, 4), 3), input_error);
  // Pairs of words that give Q two blocks of equal rows.
  table = {{2, 0, 0, 0}, {1, 1, 0, 0}, {1, 1, 0, 0}, {0, 2, 0, 0},
           {0, 0, 2, 0}, {0, 0, 1, 1}, {0, 0, 1, 1}, {0, 0, 0, 2}};
  CHECK(run(corpora::from_dense(table, 4), 2).anchors ==
        std::vector<std::size_t>{0, 2});
  CHECK_THROWS_AS(run(corpora::from_dense(table, 4), 3), input_error);
}

TEST_CASE("spectral: a path over numbers of topics is one start for each") {
  const auto made = corpora::simulate(120, 6, 8, 50, 2);
  const auto order = corpora::in_order(made.counts);
  NullMonitor nobody;
  SpectralOptions options;
  const auto path =
      spectral_path(made.counts, order, {5, 2, 3}, options, nobody);
  REQUIRE(path.size() == 3);
  const std::vector<std::size_t> topics{5, 2, 3};
  for (std::size_t i = 0; i < 3; ++i) {
    const Spectral alone = run(made.counts, topics[i]);
    CHECK(path[i].phi == alone.phi);
    CHECK(path[i].anchors == alone.anchors);
    CHECK(path[i].squares == alone.squares);
  }
  options.threads = 7;
  CHECK(spectral_path(made.counts, order, {5, 2, 3}, options, nobody)[0].phi ==
        path[0].phi);
  CHECK_THROWS_AS(spectral_path(made.counts, order, {2, 48}, options, nobody),
                  input_error);
}
