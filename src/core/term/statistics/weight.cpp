// SPDX-License-Identifier: GPL-2.0-or-later
// Local and global weights of counts, and norms of rows.
#include "term/statistics/weight.h"

#include "base/error.h"
#include "base/math.h"
#include "base/sum.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace tritone::term {
namespace {

// Calls fn(row, column, count) for every count that is not 0, by column.
template <class Fn> void for_counts(const ColumnsView &counts, Fn fn) {
  for (std::size_t j = 0; j < counts.columns; ++j) {
    const auto end = static_cast<std::size_t>(counts.p[j + 1]);
    for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e)
      if (counts.x[e] != 0.0)
        fn(static_cast<std::size_t>(counts.i[e]), j, counts.x[e]);
  }
}

struct Row {
  double tokens = 0;
  double terms = 0;
  double largest = 0;
};

std::vector<Row> row_statistics(const ColumnsView &counts) {
  std::vector<Row> rows(counts.rows);
  for_counts(counts, [&](std::size_t i, std::size_t, double c) {
    rows[i].tokens += c;
    rows[i].terms += 1;
    rows[i].largest = std::max(rows[i].largest, c);
  });
  for (const Row &row : rows)
    if (!std::isfinite(row.tokens))
      throw numeric_error("`counts` of an article add up to more than a number "
                          "can hold; give smaller counts.");
  return rows;
}

struct Column {
  double docs = 0;
  double tokens = 0;
  double spread = 0; // - sum of p log p
};

// The order of the articles changes no bit of them. `spread`: is it asked for?
std::vector<Column> column_statistics(const ColumnsView &counts, bool spread) {
  std::vector<Column> columns(counts.columns);
  std::vector<double> part;
  for (std::size_t j = 0; j < counts.columns; ++j) {
    Column &column = columns[j];
    const auto begin = static_cast<std::size_t>(counts.p[j]);
    const double *const x = counts.x + begin;
    const std::size_t n = static_cast<std::size_t>(counts.p[j + 1]) - begin;
    for (std::size_t e = 0; e < n; ++e)
      column.docs += x[e] != 0.0;
    column.tokens = order_free_sum(x, n);
    if (!spread)
      continue;
    part.clear();
    for (std::size_t e = 0; e < n; ++e) {
      const double p = x[e] / column.tokens;
      if (p > 0)
        part.push_back(p * math::log(p));
    }
    column.spread = -order_free_sum(part.data(), part.size());
  }
  return columns;
}

// The global weight of a term that df >= 1 of n articles hold.
double global_weight(const Column &term, const WeightCollection &all,
                     double most_docs, const WeightOptions &options) {
  const double n = all.articles;
  const double df = term.docs;
  const double unit = math::log(options.base);
  switch (options.global) {
  case GlobalWeight::none:
    return 1;
  case GlobalWeight::plain:
    return math::log(n / df) / unit;
  case GlobalWeight::smooth:
    return 1 + math::log((1 + n) / (1 + df)) / unit;
  case GlobalWeight::max:
    return math::log(most_docs / df) / unit;
  case GlobalWeight::probabilistic:
    return n > 2 * df ? math::log((n - df) / df) / unit : 0;
  case GlobalWeight::lucene:
    return math::log(1 + (n - df + 0.5) / (df + 0.5));
  case GlobalWeight::robertson:
    return n > 2 * df ? math::log((n - df + 0.5) / (df + 0.5)) : 0;
  case GlobalWeight::entropy: {
    // A term spread evenly over all articles has 0, but for rounding.
    const double w = n > 1 ? 1 - term.spread / math::log(n) : 1;
    return w < 1e-14 ? 0 : std::min(w, 1.0);
  }
  case GlobalWeight::share:
    return term.tokens / all.tokens;
  }
  return 1;
}

// `unit` is the logarithm of options.base.
double local_weight(double c, double global, double unit, const Row &row,
                    const WeightCollection &all, const WeightOptions &options) {
  switch (options.local) {
  case LocalWeight::count:
    return c;
  case LocalWeight::share:
    return c / row.tokens;
  case LocalWeight::log:
    return c < 1 ? c : 1 + math::log(c) / unit;
  case LocalWeight::augmented:
    return 0.5 + 0.5 * (c / row.largest);
  case LocalWeight::boolean:
    return 1;
  case LocalWeight::saturation: {
    const double length =
        1 - options.b + options.b * row.tokens / all.mean_tokens;
    return c * (options.k1 + 1) / (c + options.k1 * length) + options.delta;
  }
  case LocalWeight::log_one:
    return math::log(1 + c);
  case LocalWeight::information:
    return std::max(0.0, math::log(c / row.tokens / global));
  }
  return c;
}

// Divides each row of the weights by its norm.
void normalise(Columns &weights, const std::vector<Row> &rows,
               const WeightCollection &all, const WeightOptions &options) {
  if (options.norm == WeightNorm::none)
    return;
  std::vector<double> norm(rows.size(), 0.0);
  if (options.norm == WeightNorm::pivoted) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      norm[i] =
          (1 - options.slope) * all.mean_terms + options.slope * rows[i].terms;
  } else {
    // Taken of the weights over their largest, no square leaves the numbers.
    std::vector<double> largest(rows.size(), 0.0);
    const std::size_t n = weights.entries();
    for (std::size_t e = 0; e < n; ++e) {
      double &most = largest[static_cast<std::size_t>(weights.row[e])];
      most = std::max(most, weights.value[e]);
    }
    for (std::size_t e = 0; e < n; ++e) {
      const auto i = static_cast<std::size_t>(weights.row[e]);
      const double w = weights.value[e] / largest[i];
      norm[i] += w * w;
    }
    for (std::size_t i = 0; i < norm.size(); ++i)
      norm[i] = largest[i] * std::sqrt(norm[i]);
  }
  for (std::size_t e = 0; e < weights.entries(); ++e)
    weights.value[e] /= norm[static_cast<std::size_t>(weights.row[e])];
}

// Takes out what has become 0.
void drop_zeros(Columns &weights) {
  std::size_t kept = 0;
  std::size_t e = 0;
  for (std::size_t j = 0; j < weights.columns(); ++j) {
    const auto end = static_cast<std::size_t>(weights.start[j + 1]);
    for (; e < end; ++e) {
      if (!std::isfinite(weights.value[e]))
        throw numeric_error("A weight is more than a number can hold; give "
                            "smaller counts.");
      if (weights.value[e] == 0.0)
        continue;
      weights.row[kept] = weights.row[e];
      weights.value[kept] = weights.value[e];
      ++kept;
    }
    weights.start[j + 1] = static_cast<std::int64_t>(kept);
  }
  weights.row.resize(kept);
  weights.value.resize(kept);
}

} // namespace

WeightCollection weight_collection(const ColumnsView &counts,
                                   const WeightOptions &options) {
  WeightCollection out;
  double terms = 0;
  const std::vector<Row> rows = row_statistics(counts);
  for (const Row &row : rows)
    terms += row.terms;
  out.tokens = order_free_sum(rows.size(),
                              [&](std::size_t i) { return rows[i].tokens; });
  if (!std::isfinite(out.tokens))
    throw numeric_error("`counts` add up to more than a number can hold; give "
                        "smaller counts.");
  out.articles = static_cast<double>(counts.rows);
  if (counts.rows > 0) {
    out.mean_tokens = out.tokens / out.articles;
    out.mean_terms = terms / out.articles;
  }
  const std::vector<Column> columns =
      column_statistics(counts, options.global == GlobalWeight::entropy);
  double most_docs = 0;
  for (const Column &column : columns)
    most_docs = std::max(most_docs, column.docs);
  out.global.resize(counts.columns, 0.0);
  for (std::size_t j = 0; j < columns.size(); ++j)
    if (columns[j].docs > 0)
      out.global[j] = global_weight(columns[j], out, most_docs, options);
  return out;
}

Columns weigh_terms(const ColumnsView &counts,
                    const WeightCollection &collection,
                    const WeightOptions &options) {
  if (collection.global.size() != counts.columns)
    throw input_error("The collection has weights for " +
                      std::to_string(collection.global.size()) +
                      " terms, the counts have " +
                      std::to_string(counts.columns));
  const std::vector<Row> rows = row_statistics(counts);
  const double unit = math::log(options.base);
  Columns out;
  out.rows = counts.rows;
  out.start.assign(counts.columns + 1, 0);
  for_counts(counts, [&](std::size_t i, std::size_t j, double c) {
    const double global = collection.global[j];
    if (global == 0.0)
      return;
    const double local =
        local_weight(c, global, unit, rows[i], collection, options);
    out.row.push_back(static_cast<std::int32_t>(i));
    out.value.push_back(options.global == GlobalWeight::share ? local
                                                              : local * global);
    ++out.start[j + 1];
  });
  for (std::size_t j = 0; j < counts.columns; ++j)
    out.start[j + 1] += out.start[j];
  normalise(out, rows, collection, options);
  drop_zeros(out);
  return out;
}

} // namespace tritone::term
