// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/gram.h"

#include "base/parallel.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 16; // terms or documents

// By falling count; equal counts keep their order.
std::vector<std::size_t> frequent_terms(const std::vector<double> &tokens,
                                        std::size_t most) {
  std::vector<std::size_t> order(tokens.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (most < order.size()) {
    std::stable_sort(
        order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return tokens[a] > tokens[b]; });
    order.resize(most);
  }
  return order;
}

Rows select_columns(const Rows &counts, const std::vector<std::size_t> &term) {
  constexpr std::int32_t kNone = -1;
  std::vector<std::int32_t> number(counts.columns, kNone);
  for (std::size_t i = 0; i < term.size(); ++i)
    number[term[i]] = static_cast<std::int32_t>(i);
  Rows out;
  out.columns = term.size();
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    for (auto e = static_cast<std::size_t>(counts.start[d]);
         e < static_cast<std::size_t>(counts.start[d + 1]); ++e) {
      const std::int32_t v = number[static_cast<std::size_t>(counts.column[e])];
      if (v == kNone)
        continue;
      out.column.push_back(v);
      out.value.push_back(counts.value[e]);
    }
    out.start.push_back(static_cast<std::int64_t>(out.column.size()));
  }
  return out;
}

// From the documents everything else but the shares. The sums over a term's
// documents run in their order, whatever the number of threads.
void weigh(Gram &gram, std::size_t threads, Monitor &monitor) {
  const Documents &documents = gram.documents;
  gram.terms = by_term(documents);
  gram.weight.resize(documents.term.size());
  std::vector<double> tokens(documents.size());
  for_blocks(documents.size(), kBlock, threads, monitor, [&](const Block &b) {
    for (std::size_t d = b.begin; d < b.end; ++d) {
      double n = 0.0;
      for (std::size_t e = documents.start[d]; e < documents.start[d + 1]; ++e)
        n += documents.count[e];
      tokens[d] = n;
      const double root = std::sqrt(n * (n - 1.0));
      for (std::size_t e = documents.start[d]; e < documents.start[d + 1]; ++e)
        gram.weight[e] = documents.count[e] / root;
    }
  });
  gram.itself.resize(documents.terms);
  gram.row_sum.resize(documents.terms);
  for_blocks(documents.terms, kBlock, threads, monitor, [&](const Block &b) {
    for (std::size_t v = b.begin; v < b.end; ++v) {
      double itself = 0.0;
      double row_sum = 0.0;
      for (std::size_t i = gram.terms.start[v]; i < gram.terms.start[v + 1];
           ++i) {
        const double count = documents.count[gram.terms.entry[i]];
        const double n = tokens[gram.terms.document[i]];
        itself += count / (n * (n - 1.0));
        row_sum += count / n;
      }
      gram.itself[v] = itself;
      gram.row_sum[v] = row_sum;
    }
  });
}

std::vector<std::size_t> long_documents(const Rows &counts,
                                        const std::vector<std::size_t> &order) {
  std::vector<std::size_t> out;
  for (const std::size_t d : order) {
    double n = 0.0;
    for (auto e = static_cast<std::size_t>(counts.start[d]);
         e < static_cast<std::size_t>(counts.start[d + 1]); ++e)
      n += counts.value[e];
    if (n >= 2.0)
      out.push_back(d);
  }
  return out;
}

} // namespace

Gram take_gram(const Rows &counts, const std::vector<std::size_t> &order,
               std::size_t most, std::size_t threads, Monitor &monitor) {
  std::vector<double> tokens(counts.columns, 0.0);
  double all = 0.0;
  for (const std::size_t d : order)
    for (auto e = static_cast<std::size_t>(counts.start[d]);
         e < static_cast<std::size_t>(counts.start[d + 1]); ++e) {
      tokens[static_cast<std::size_t>(counts.column[e])] += counts.value[e];
      all += counts.value[e];
    }
  Gram out;
  out.term = frequent_terms(tokens, most);
  for (int pass = 0;; ++pass) {
    const bool all_terms = out.term.size() == counts.columns;
    const Rows some = all_terms ? Rows() : select_columns(counts, out.term);
    const Rows &chosen = all_terms ? counts : some;
    out.documents =
        take_documents(chosen, long_documents(chosen, order), threads);
    weigh(out, threads, monitor);
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < out.term.size(); ++i)
      if (out.row_sum[i] > 0.0)
        seen.push_back(out.term[i]);
    if (seen.size() == out.term.size() || pass > 0)
      break;
    out.term = std::move(seen); // no document loses a token by that
  }
  for (const std::size_t v : out.term)
    out.share.push_back(tokens[v] / all);
  return out;
}

void gram_row(const Gram &gram, std::size_t i, double *row) {
  std::fill(row, row + padded(gram.term.size()), 0.0);
  const Documents &documents = gram.documents;
  for (std::size_t j = gram.terms.start[i]; j < gram.terms.start[i + 1]; ++j) {
    const double own = gram.weight[gram.terms.entry[j]];
    const std::size_t d = gram.terms.document[j];
    const std::size_t last = documents.start[d + 1];
    for (std::size_t e = documents.start[d]; e < last; ++e)
      row[documents.term[e]] += own * gram.weight[e];
  }
  row[i] -= gram.itself[i];
}

} // namespace tritone::topic::stm
