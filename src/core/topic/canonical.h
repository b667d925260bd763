// SPDX-License-Identifier: GPL-2.0-or-later
// Orders of documents that do not depend on their rows.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

// A name for a document that follows from its terms and counts.
std::uint64_t document_key(const Rows &counts, std::size_t row);

// Documents in an order that follows from their counts, not from their rows: a
// method that takes one document after the other then gives the same topics for
// the same documents in any order. Documents with the same most distinctive
// term are neighbours, so that a first pass meets one subject after the other,
// which is a better start than documents at random.
struct CanonicalDocuments {
  Rows counts;                    // the columns as they were
  std::vector<std::uint64_t> key; // by row: document_key()
};

// Sorted by the column of that term, then by key; documents with the same
// counts have the same key. Linear but for the sort.
CanonicalDocuments canonical_documents(const Rows &counts);

} // namespace tritone::topic
