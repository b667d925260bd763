// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the documents into runs of about as many entries.
#include "topic/cvb0/blocks.h"

#include <algorithm>
#include <limits>

namespace tritone::topic {

DocumentBlocks cut_documents(const Rows &counts, std::size_t entries) {
  constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();
  DocumentBlocks out;
  out.term.resize(counts.entries());
  std::vector<std::uint32_t> place(counts.columns, kAbsent);

  for (std::size_t d = 0; d < counts.rows();) {
    const std::size_t begin = d;
    const auto first = static_cast<std::size_t>(counts.start[d]);
    auto last = first;
    while (d < counts.rows() && last - first < entries)
      last = static_cast<std::size_t>(counts.start[++d]);

    const std::size_t terms_begin = out.terms.size();
    for (std::size_t e = first; e < last; ++e) {
      auto &at = place[static_cast<std::size_t>(counts.column[e])];
      if (at == kAbsent) {
        at = 0;
        out.terms.push_back(counts.column[e]);
      }
    }
    const auto own =
        out.terms.begin() + static_cast<std::ptrdiff_t>(terms_begin);
    std::sort(own, out.terms.end());
    std::uint32_t next = 0;
    for (auto it = own; it != out.terms.end(); ++it)
      place[static_cast<std::size_t>(*it)] = next++;
    for (std::size_t e = first; e < last; ++e)
      out.term[e] = place[static_cast<std::size_t>(counts.column[e])];
    for (auto it = own; it != out.terms.end(); ++it)
      place[static_cast<std::size_t>(*it)] = kAbsent;

    out.blocks.push_back({begin, d, terms_begin, out.terms.size()});
    out.most_terms = std::max(out.most_terms, out.blocks.back().terms());
  }
  return out;
}

} // namespace tritone::topic
