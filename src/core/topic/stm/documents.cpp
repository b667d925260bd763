// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/documents.h"

#include "base/parallel.h"

#include <algorithm>
#include <iterator>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 64; // documents

} // namespace

Documents take_documents(const Rows &counts,
                         const std::vector<std::size_t> &order,
                         std::size_t threads) {
  Documents out;
  out.terms = counts.columns;
  out.start.assign(order.size() + 1, 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto first = static_cast<std::size_t>(counts.start[order[i]]);
    const auto last = static_cast<std::size_t>(counts.start[order[i] + 1]);
    std::size_t n = 0;
    for (std::size_t e = first; e < last; ++e)
      n += counts.value[e] > 0.0 ? 1 : 0;
    out.start[i + 1] = out.start[i] + n;
  }
  out.term.resize(out.start.back());
  out.count.resize(out.start.back());
  const auto before = [&](std::size_t a, std::size_t b) {
    return counts.value[a] != counts.value[b]
               ? counts.value[a] < counts.value[b]
               : counts.column[a] < counts.column[b];
  };
  NullMonitor nobody;
  for_blocks(order.size(), kBlock, threads, nobody, [&](const Block &b) {
    // Most counts are 1, and columns rise: only the others need be sorted.
    std::vector<std::size_t> ones;
    std::vector<std::size_t> others;
    std::vector<std::size_t> entries;
    for (std::size_t i = b.begin; i < b.end; ++i) {
      ones.clear();
      others.clear();
      entries.clear();
      for (auto e = static_cast<std::size_t>(counts.start[order[i]]);
           e < static_cast<std::size_t>(counts.start[order[i] + 1]); ++e)
        if (counts.value[e] == 1.0)
          ones.push_back(e);
        else if (counts.value[e] > 0.0)
          others.push_back(e);
      std::sort(others.begin(), others.end(), before);
      std::merge(ones.begin(), ones.end(), others.begin(), others.end(),
                 std::back_inserter(entries), before);
      std::size_t at = out.start[i];
      for (const std::size_t e : entries) {
        out.term[at] = counts.column[e];
        out.count[at++] = counts.value[e];
      }
    }
  });
  return out;
}

ByTerm by_term(const Documents &documents) {
  ByTerm out;
  out.start.assign(documents.terms + 1, 0);
  for (const std::int32_t v : documents.term)
    ++out.start[static_cast<std::size_t>(v) + 1];
  for (std::size_t v = 0; v < documents.terms; ++v)
    out.start[v + 1] += out.start[v];
  out.document.resize(documents.term.size());
  out.entry.resize(documents.term.size());
  std::vector<std::size_t> next(out.start.begin(), out.start.end() - 1);
  for (std::size_t d = 0; d < documents.size(); ++d)
    for (std::size_t e = documents.start[d]; e < documents.start[d + 1]; ++e) {
      const std::size_t at =
          next[static_cast<std::size_t>(documents.term[e])]++;
      out.document[at] = static_cast<std::uint32_t>(d);
      out.entry[at] = e;
    }
  return out;
}

} // namespace tritone::topic::stm
