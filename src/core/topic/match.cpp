// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/match.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace tritone::topic {
namespace {

// Topics side by side, and the length of each.
struct ByTopic {
  ByTopic(const std::vector<double> &phi, std::size_t topics, std::size_t terms)
      : row(phi.size()), length(topics) {
    for (std::size_t k = 0; k < topics; ++k) {
      for (std::size_t v = 0; v < terms; ++v)
        row[k * terms + v] = phi[v * topics + k];
      const double *x = row.data() + k * terms;
      length[k] = std::sqrt(dot(x, x, terms));
    }
  }
  std::vector<double> row;
  std::vector<double> length;
};

// Shortest augmenting paths, one for each row; rows <= columns. Rows and
// columns are counted from 1, 0 is none.
std::vector<std::size_t> assign_rows(const std::vector<double> &cost,
                                     std::size_t rows, std::size_t columns) {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  std::vector<double> of_row(rows + 1, 0.0);
  std::vector<double> of_column(columns + 1, 0.0);
  std::vector<std::size_t> row_of(columns + 1, 0);
  std::vector<std::size_t> before(columns + 1, 0);
  for (std::size_t r = 1; r <= rows; ++r) {
    row_of[0] = r;
    std::size_t at = 0;
    std::vector<double> least(columns + 1, kFar);
    std::vector<bool> used(columns + 1, false);
    do {
      used[at] = true;
      const std::size_t row = row_of[at];
      double step = kFar;
      std::size_t next = 0;
      for (std::size_t c = 1; c <= columns; ++c) {
        if (used[c])
          continue;
        const double x =
            cost[(row - 1) * columns + c - 1] - of_row[row] - of_column[c];
        if (x < least[c]) {
          least[c] = x;
          before[c] = at;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (std::size_t c = 0; c <= columns; ++c)
        if (used[c]) {
          of_row[row_of[c]] += step;
          of_column[c] -= step;
        } else {
          least[c] -= step;
        }
      at = next;
    } while (row_of[at] != 0);
    do {
      const std::size_t from = before[at];
      row_of[at] = row_of[from];
      at = from;
    } while (at != 0);
  }
  return row_of;
}

} // namespace

std::vector<double> topic_similarity(const std::vector<double> &a,
                                     std::size_t a_topics,
                                     const std::vector<double> &b,
                                     std::size_t b_topics, std::size_t terms,
                                     Similarity measure, std::size_t threads,
                                     Monitor &monitor) {
  if (a.size() != a_topics * terms || b.size() != b_topics * terms)
    throw input_error("The topics of both fits must be over the same " +
                      std::to_string(terms) + " terms.");
  const ByTopic left(a, a_topics, terms);
  const ByTopic right(b, b_topics, terms);
  std::vector<double> out(a_topics * b_topics, 0.0);
  for_blocks(b_topics, 1, threads, monitor, [&](const Block &block) {
    const std::size_t j = block.begin;
    const double *y = right.row.data() + j * terms;
    for (std::size_t i = 0; i < a_topics; ++i) {
      const double *x = left.row.data() + i * terms;
      const double lengths = left.length[i] * right.length[j];
      double value = 0.0;
      if (measure == Similarity::cosine)
        value = lengths > 0.0 ? dot(x, y, terms) / lengths : 0.0;
      else
        for (std::size_t v = 0; v < terms; ++v)
          value += std::min(x[v], y[v]);
      out[j * a_topics + i] = std::min(1.0, value);
    }
  });
  return out;
}

std::vector<std::int32_t> best_assignment(const std::vector<double> &score,
                                          std::size_t rows,
                                          std::size_t columns) {
  if (score.size() != rows * columns)
    throw input_error("Scores must be " + std::to_string(rows) + " x " +
                      std::to_string(columns) + "; given " +
                      std::to_string(score.size()) + " numbers.");
  for (const double x : score)
    if (!std::isfinite(x))
      throw input_error("Scores must be finite.");
  const bool turned = rows > columns;
  const std::size_t less = std::min(rows, columns);
  const std::size_t more = std::max(rows, columns);
  std::vector<double> cost(score.size());
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      cost[turned ? c * more + r : r * more + c] = -score[c * rows + r];
  const std::vector<std::size_t> found = assign_rows(cost, less, more);
  std::vector<std::int32_t> out(rows, -1);
  for (std::size_t m = 1; m <= more; ++m)
    if (found[m] != 0) {
      const std::size_t row = turned ? m - 1 : found[m] - 1;
      out[row] = static_cast<std::int32_t>(turned ? found[m] - 1 : m - 1);
    }
  return out;
}

} // namespace tritone::topic
