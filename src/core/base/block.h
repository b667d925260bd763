// SPDX-License-Identifier: GPL-2.0-or-later
// One block of a job that is cut into blocks: what base/parallel.h hands to its
// workers, and the threads of base/crew.h work at.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone {

// One piece of work handed to a worker.
struct Block {
  std::size_t index;  // 0 .. count - 1, fixed by the data
  std::size_t begin;  // first item, 0-based
  std::size_t end;    // one past the last item
  std::size_t worker; // 0 .. threads - 1: for scratch space only
};

// The number of blocks for_blocks() makes.
inline std::size_t block_count(std::size_t n, std::size_t block) {
  return n / block + (n % block != 0);
}

} // namespace tritone
