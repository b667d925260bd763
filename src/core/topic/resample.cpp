// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/resample.h"

#include "base/rng.h"
#include "topic/canonical.h"

#include <algorithm>
#include <utility>

namespace tritone::topic {

std::vector<std::size_t> heldout_rows(const Rows &counts, std::size_t n,
                                      std::uint64_t seed) {
  std::vector<std::pair<double, std::size_t>> place;
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    double tokens = 0.0;
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e)
      tokens += counts.value[static_cast<std::size_t>(e)];
    if (tokens >= 2.0)
      place.emplace_back(Rng(seed, document_key(counts, d)).uniform(), d);
  }
  std::sort(place.begin(), place.end());
  place.resize(std::min(n, place.size()));
  std::vector<std::size_t> out;
  for (const auto &one : place)
    out.push_back(one.second);
  std::sort(out.begin(), out.end());
  return out;
}

namespace {

// Rows by what they hold.
std::vector<std::pair<std::uint64_t, std::size_t>>
order_rows(const Rows &counts) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order(counts.rows());
  for (std::size_t d = 0; d < order.size(); ++d)
    order[d] = {document_key(counts, d), d};
  std::sort(order.begin(), order.end());
  return order;
}

} // namespace

std::vector<std::size_t> bootstrap_rows(const Rows &counts, std::uint64_t seed,
                                        std::uint64_t draw) {
  const std::size_t n = counts.rows();
  const auto order = order_rows(counts);
  Rng rng(seed, draw);
  std::vector<std::size_t> out(n);
  for (std::size_t &row : out)
    row = order[rng.below(static_cast<std::uint32_t>(n))].second;
  return out;
}

Rows scramble(const Rows &counts, std::uint64_t seed) {
  const auto order = order_rows(counts);
  std::vector<std::int32_t> tokens;
  std::vector<std::size_t> length(counts.rows(), 0);
  for (const auto &one : order) {
    const std::size_t before = tokens.size();
    for (auto e = counts.start[one.second]; e < counts.start[one.second + 1];
         ++e) {
      const auto at = static_cast<std::size_t>(e);
      tokens.insert(tokens.end(),
                    static_cast<std::size_t>(counts.value[at] + 0.5),
                    counts.column[at]);
    }
    length[one.second] = tokens.size() - before;
  }
  Rng rng(seed, 0);
  rng.shuffle(tokens);
  std::vector<std::size_t> first(counts.rows(), 0);
  std::size_t next = 0;
  for (const auto &one : order) {
    first[one.second] = next;
    next += length[one.second];
  }
  Rows out;
  out.columns = counts.columns;
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first[d]);
    const auto end = begin + static_cast<std::ptrdiff_t>(length[d]);
    std::sort(begin, end);
    for (auto token = begin; token != end; ++token) {
      if (token == begin || *token != *(token - 1)) {
        out.column.push_back(*token);
        out.value.push_back(0.0);
      }
      out.value.back() += 1.0;
    }
    out.start.push_back(static_cast<std::int64_t>(out.column.size()));
  }
  return out;
}

} // namespace tritone::topic
