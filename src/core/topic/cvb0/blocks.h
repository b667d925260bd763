// SPDX-License-Identifier: GPL-2.0-or-later
// How the documents are cut into blocks that one worker goes through at a time.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

// A run of documents, and which terms it holds.
struct DocumentBlock {
  std::size_t begin;       // first document
  std::size_t end;         // one past the last
  std::size_t terms_begin; // its distinct terms in DocumentBlocks::terms
  std::size_t terms_end;

  std::size_t terms() const { return terms_end - terms_begin; }
};

// Documents cut into blocks, by the data alone. A block ends with the document
// that brings it to `entries` stored counts, so a long document may exceed it.
struct DocumentBlocks {
  std::vector<DocumentBlock> blocks;
  std::vector<std::int32_t> terms; // column numbers, rising within a block
  std::vector<std::uint32_t> term; // by entry: place in its block's terms
  std::size_t most_terms = 0;      // of one block
};

// Linear in the entries but for a sort of each block's terms.
DocumentBlocks cut_documents(const Rows &counts, std::size_t entries);

} // namespace tritone::topic
