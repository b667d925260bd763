// SPDX-License-Identifier: GPL-2.0-or-later
// Sorts documents by what they contain, so that their order in the input
// changes no bit of a fit.
#include "topic/canonical.h"

#include "base/hash.h"
#include "base/math.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <numeric>

namespace tritone::topic {

std::uint64_t document_key(const Rows &counts, std::size_t row) {
  std::uint64_t key = 0;
  const auto last = static_cast<std::size_t>(counts.start[row + 1]);
  for (auto e = static_cast<std::size_t>(counts.start[row]); e < last; ++e) {
    std::uint64_t bits;
    std::memcpy(&bits, &counts.value[e], sizeof bits);
    key =
        hash_combine(key, bits + static_cast<std::uint64_t>(counts.column[e]) *
                                     0x9e3779b97f4a7c15ULL);
  }
  return key;
}

namespace {

// By row the column of its most telling term: the largest
// n log(D / df) log(df), so neither a term of one document nor one of all. The
// number of columns where no term distinguishes anything.
std::vector<std::size_t> telling_terms(const Rows &counts) {
  const std::size_t n = counts.rows();
  std::vector<double> weight(counts.columns, 0.0);
  for (const std::int32_t v : counts.column)
    weight[static_cast<std::size_t>(v)] += 1.0;
  for (double &x : weight)
    if (x > 0.0)
      x = math::log(static_cast<double>(n) / x) * math::log(x);
  std::vector<std::size_t> out(n, counts.columns);
  for (std::size_t d = 0; d < n; ++d) {
    double most = 0.0;
    const auto last = static_cast<std::size_t>(counts.start[d + 1]);
    for (auto e = static_cast<std::size_t>(counts.start[d]); e < last; ++e) {
      const auto v = static_cast<std::size_t>(counts.column[e]);
      if (counts.value[e] * weight[v] > most) {
        most = counts.value[e] * weight[v];
        out[d] = v;
      }
    }
  }
  return out;
}

} // namespace

CanonicalDocuments canonical_documents(const Rows &counts) {
  const std::size_t n = counts.rows();
  std::vector<std::uint64_t> key(n);
  for (std::size_t d = 0; d < n; ++d)
    key[d] = document_key(counts, d);
  const std::vector<std::size_t> term = telling_terms(counts);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(
      order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return term[a] != term[b] ? term[a] < term[b] : key[a] < key[b];
      });

  CanonicalDocuments out;
  out.counts.columns = counts.columns;
  out.counts.start.reserve(n + 1);
  out.counts.column.reserve(counts.entries());
  out.counts.value.reserve(counts.entries());
  out.key.reserve(n);
  for (const std::size_t d : order) {
    const auto first = static_cast<std::ptrdiff_t>(counts.start[d]);
    const auto last = static_cast<std::ptrdiff_t>(counts.start[d + 1]);
    out.counts.column.insert(out.counts.column.end(),
                             counts.column.begin() + first,
                             counts.column.begin() + last);
    out.counts.value.insert(out.counts.value.end(),
                            counts.value.begin() + first,
                            counts.value.begin() + last);
    out.counts.start.push_back(
        static_cast<std::int64_t>(out.counts.column.size()));
    out.key.push_back(key[d]);
  }
  return out;
}

} // namespace tritone::topic
