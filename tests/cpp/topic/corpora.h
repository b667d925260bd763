// SPDX-License-Identifier: GPL-2.0-or-later
// Small corpora for the tests of topic models.
#pragma once

#include "base/rng.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace tritone::topic::corpora {

// Rows of a dense table; zeros are left out.
inline Rows from_dense(const std::vector<std::vector<double>> &table,
                       std::size_t columns) {
  Rows rows;
  rows.columns = columns;
  for (const auto &line : table) {
    for (std::size_t v = 0; v < line.size(); ++v)
      if (line[v] != 0.0) {
        rows.column.push_back(static_cast<std::int32_t>(v));
        rows.value.push_back(line[v]);
      }
    rows.start.push_back(static_cast<std::int64_t>(rows.column.size()));
  }
  return rows;
}

// All rows, one after the other.
inline std::vector<std::size_t> in_order(const Rows &counts) {
  std::vector<std::size_t> out(counts.rows());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

// Three subjects that share no term: nine documents of nine terms.
inline Rows blocks() {
  std::vector<std::vector<double>> table(9, std::vector<double>(9, 0.0));
  for (std::size_t d = 0; d < 9; ++d)
    for (std::size_t v = 0; v < 3; ++v)
      table[d][3 * (d / 3) + v] = static_cast<double>(5 + v);
  return from_dense(table, 9);
}

struct Simulated {
  Rows counts;
  std::vector<double> phi; // topics x terms
};

// Documents drawn from the model itself: shares of a topic Dirichlet(0.2), each
// topic spread over `own` terms of its own and a little over all others.
inline Simulated simulate(std::size_t documents, std::size_t topics,
                          std::size_t own, std::size_t tokens,
                          std::uint64_t seed) {
  const std::size_t terms = topics * own;
  Rng rng(seed, 1);
  Simulated out;
  out.phi.resize(topics * terms);
  std::vector<std::vector<double>> by_topic(topics);
  for (std::size_t k = 0; k < topics; ++k) {
    std::vector<double> shape(terms, 0.02);
    for (std::size_t v = k * own; v < (k + 1) * own; ++v)
      shape[v] = 2.0;
    by_topic[k].resize(terms);
    rng.dirichlet(shape.data(), terms, by_topic[k].data());
    for (std::size_t v = 0; v < terms; ++v)
      out.phi[v * topics + k] = by_topic[k][v];
  }
  const std::vector<double> alpha(topics, 0.2);
  std::vector<double> theta(topics);
  std::vector<std::vector<double>> table(documents,
                                         std::vector<double>(terms, 0.0));
  for (auto &line : table) {
    rng.dirichlet(alpha.data(), topics, theta.data());
    for (std::size_t i = 0; i < tokens; ++i) {
      const std::size_t k = rng.categorical(theta.data(), topics);
      line[rng.categorical(by_topic[k].data(), terms)] += 1.0;
    }
  }
  out.counts = from_dense(table, terms);
  return out;
}

// The rows named, in that order.
inline Rows pick(const Rows &rows, const std::vector<std::size_t> &which) {
  Rows out;
  out.columns = rows.columns;
  for (const std::size_t r : which) {
    for (auto e = rows.start[r]; e < rows.start[r + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      out.column.push_back(rows.column[at]);
      out.value.push_back(rows.value[at]);
    }
    out.start.push_back(static_cast<std::int64_t>(out.column.size()));
  }
  return out;
}

} // namespace tritone::topic::corpora
