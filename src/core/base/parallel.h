// SPDX-License-Identifier: GPL-2.0-or-later
// Work in blocks on threads: the one way in which a kernel runs in parallel,
// with the same bits for every number of threads.
#pragma once

#include "base/block.h"
#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace tritone {

// What workers write to without pause must be this far apart, or a write of one
// takes the line from under the reads of another: for scratch that lies in one
// vector, `struct alignas(kApart) Worker`.
constexpr std::size_t kApart = 128; // bytes

// What part of a longer job one call of for_blocks() is, so that a caller that
// loops over it (sweeps, waves) still reports one rising count.
struct Progress {
  std::int64_t done = 0;  // units finished before this call
  std::int64_t total = 0; // 0: this call is the whole job, its blocks the units
};

// Cuts items 0 .. n - 1 into blocks of `block` items (the last may be shorter)
// and calls `fn` once for each, on up to `threads` workers.
//
// The cut depends on n and block alone, so a result that is written per block,
// or reduced in block order afterwards, has the same bits for every number of
// threads. Which worker takes which block is not fixed.
//
// Every block before the first failing one is run; the exception of the lowest
// failing block is rethrown here. With one thread the work is done on the
// calling thread. Throws `cancelled` when the monitor says so, input_error
// where block or threads is 0.
void for_blocks(std::size_t n, std::size_t block, std::size_t threads,
                Monitor &monitor, const std::function<void(const Block &)> &fn,
                Progress progress = {});

// The same, and `beside` once on the calling thread: while the workers are at
// the blocks, or after the blocks where there is one thread. So the caller's
// own thread, which alone may call R, has its share of the work. What `beside`
// throws is rethrown when the workers have stopped.
void for_blocks_beside(std::size_t n, std::size_t block, std::size_t threads,
                       Monitor &monitor,
                       const std::function<void(const Block &)> &fn,
                       const std::function<void()> &beside);

// For results that are more than should be kept: cuts the items into waves of
// `wave` items, a multiple of `block`, does the blocks of each as for_blocks()
// does, and calls `take(begin, end)` once for each wave that is done, in order,
// on the calling thread, while the workers are at the next one. What `fn` makes
// must be kept for two waves, then.
void for_waves(std::size_t n, std::size_t wave, std::size_t block,
               std::size_t threads, Monitor &monitor,
               const std::function<void(const Block &)> &fn,
               const std::function<void(std::size_t, std::size_t)> &take);

// While it lives, for_blocks() called on this thread leaves its workers waiting
// for the next call instead of ending them: for jobs of many short calls, where
// the start of a thread would cost as much as its share of the work. They end
// with the outermost KeepWorkers of the thread.
class KeepWorkers {
public:
  KeepWorkers();
  ~KeepWorkers();
  KeepWorkers(const KeepWorkers &) = delete;
  KeepWorkers &operator=(const KeepWorkers &) = delete;

private:
  bool outermost_;
};

} // namespace tritone
