// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/documents.h"

#include <algorithm>

namespace tritone::topic::stm {

Documents take_documents(const Rows &counts,
                         const std::vector<std::size_t> &order) {
  Documents out;
  out.terms = counts.columns;
  out.start.reserve(order.size() + 1);
  out.term.reserve(counts.entries());
  out.count.reserve(counts.entries());
  std::vector<std::size_t> entries;
  for (const std::size_t d : order) {
    entries.clear();
    for (auto e = static_cast<std::size_t>(counts.start[d]);
         e < static_cast<std::size_t>(counts.start[d + 1]); ++e)
      if (counts.value[e] > 0.0)
        entries.push_back(e);
    std::sort(entries.begin(), entries.end(),
              [&](std::size_t a, std::size_t b) {
                return counts.value[a] != counts.value[b]
                           ? counts.value[a] < counts.value[b]
                           : counts.column[a] < counts.column[b];
              });
    for (const std::size_t e : entries) {
      out.term.push_back(counts.column[e]);
      out.count.push_back(counts.value[e]);
    }
    out.start.push_back(out.term.size());
  }
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
