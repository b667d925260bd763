// SPDX-License-Identifier: GPL-2.0-or-later
// Documents in the form and order in which the structural topic model reads
// them.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::stm {

// The entries of document d are start[d] .. start[d + 1] - 1, by rising count
// and, where counts are equal, by term: a document's results then depend on its
// counts alone, and equal counts lie together (see DocumentSolver::enter()).
struct Documents {
  std::size_t terms = 0;
  std::vector<std::size_t> start{0};
  std::vector<std::int32_t> term;
  std::vector<double> count;

  std::size_t size() const { return start.size() - 1; }
};

// The rows named in `order`, in that order; entries of `counts` in order of
// their columns.
Documents take_documents(const Rows &counts,
                         const std::vector<std::size_t> &order,
                         std::size_t threads = 1);

// Entries by term: those of term v are start[v] .. start[v + 1] - 1, in the
// order of the documents.
struct ByTerm {
  std::vector<std::size_t> start{0};
  std::vector<std::uint32_t> document;
  std::vector<std::size_t> entry; // in Documents
};
ByTerm by_term(const Documents &documents);

} // namespace tritone::topic::stm
