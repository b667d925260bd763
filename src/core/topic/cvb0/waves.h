// SPDX-License-Identifier: GPL-2.0-or-later
// One sweep over all documents, in waves of blocks.
#pragma once

#include "base/config.h"
#include "topic/cvb0/blocks.h"
#include "topic/cvb0/state.h"
#include "topic/lanes.h"
#include "topic/model.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::cvb0 {

enum class Pass {
  enter,          // each document's tokens are counted for the first time
  sweep,          // each is visited again; gives the sum of changes
  log_likelihood, // nothing changes; gives the sum over tokens
};

// Takes a state through its documents, block by block in waves.
class Waves {
public:
  // `state` and `keys`, a name for each document, must outlive it.
  Waves(State &state, const std::vector<std::uint64_t> &keys,
        std::uint64_t seed, std::size_t threads);

  std::size_t blocks() const { return plan_.blocks.size(); }

  // One pass over all documents. It reports the number of blocks done to
  // `pace`, `done` blocks having gone before.
  double pass(Pass kind, PacedMonitor &pace, std::int64_t done);

private:
  // A block's own copy of what it changes.
  struct Slot {
    Slot(std::size_t terms, std::size_t width)
        : in_term(terms, width), rows(3, width) {}

    LaneTable in_term;
    LaneTable rows;           // N_k + V eta; weights; a document's start
    std::vector<double> gain; // by topic: what the block added to N_k
    double sum = 0.0;
  };

  void visit(Pass kind, Slot &slot, const DocumentBlock &block);
  void gather(Slot &slot, const DocumentBlock &block);
  void merge(std::size_t first, std::size_t count);
  void merge_terms(std::size_t first, std::size_t count, std::size_t begin,
                   std::size_t end);

  State &state_;
  const std::vector<std::uint64_t> &keys_;
  LaneTable factors_;
  std::size_t threads_;
  DocumentBlocks plan_;
  std::vector<Slot> slots_;
};

} // namespace tritone::topic::cvb0
