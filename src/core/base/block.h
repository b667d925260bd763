// SPDX-License-Identifier: GPL-2.0-or-later
// One block of a job that is cut into blocks: what base/parallel.h hands to its
// workers, and the threads of base/crew.h work at.
#pragma once

#include "base/config.h"

#include "base/error.h"

#include <cstddef>

namespace tritone {

// What a block that takes long asks whether it is still wanted.
class Pulse {
public:
  virtual ~Pulse() = default;

  // False when the job was stopped. Cheap, so it may be asked often: the
  // calling thread asks the monitor, at most about ten times a second; workers
  // look whether it has been told to stop.
  virtual bool go_on() = 0;
};

// One piece of work handed to a worker.
struct Block {
  std::size_t index;  // 0 .. count - 1, fixed by the data
  std::size_t begin;  // first item, 0-based
  std::size_t end;    // one past the last item
  std::size_t worker; // 0 .. threads - 1: for scratch space only
  Pulse *pulse = nullptr;

  // To be called now and then inside a block that may take longer than a tenth
  // of a second. Throws `cancelled` when the job was stopped.
  void check() const {
    if (pulse != nullptr && !pulse->go_on())
      throw cancelled{};
  }
};

// The number of blocks for_blocks() makes.
inline std::size_t block_count(std::size_t n, std::size_t block) {
  return n / block + (n % block != 0);
}

} // namespace tritone
