// SPDX-License-Identifier: GPL-2.0-or-later
// The threads of base/parallel.h, which alone uses them.
#pragma once

#include "base/block.h"
#include "base/config.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace tritone {

// Spins until `ready()`, but briefly: waking a sleeping thread takes about as
// long.
template <class Ready> void spin(Ready ready) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::microseconds kLongest{200};
  constexpr int kLooks = 32; // between two looks at the clock
  const auto end = Clock::now() + kLongest;
  do {
    for (int i = 0; i < kLooks; ++i) {
      if (ready())
        return;
      std::this_thread::yield();
    }
  } while (Clock::now() < end);
}

// What the workers and the calling thread share in one call of for_blocks().
struct Job {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  // `f` must outlive the job.
  Job(std::size_t n_items, std::size_t block_size,
      const std::function<void(const Block &)> &f)
      : n(n_items), block(block_size), count(block_count(n_items, block_size)),
        fn(f) {}

  Block at(std::size_t index, std::size_t worker, Pulse &pulse) const;

  // Takes the next block in rising order and does it; false where none is left.
  // A block after a failed one is skipped; one before it is still run, so the
  // lowest error wins.
  bool step(std::size_t worker, Pulse &pulse);

  // All steps of a worker that `running` counts.
  void work(std::size_t worker);

  const std::size_t n;
  const std::size_t block;
  const std::size_t count;
  const std::function<void(const Block &)> &fn;

  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  std::atomic<std::size_t> failed{kNone}; // lowest failing block so far
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::condition_variable idle;
  std::atomic<std::size_t> running{0}; // workers; falls under the mutex
  std::exception_ptr error;

private:
  void keep_error(std::size_t index);
};

// Threads that wait for a job, all do their part of it, and wait again.
class Crew {
public:
  Crew() = default;
  ~Crew();
  Crew(const Crew &) = delete;
  Crew &operator=(const Crew &) = delete;

  // Starts the job on `wanted` workers, or as many as the system gives, and
  // returns their number. The job must outlive its work: until running is 0.
  std::size_t start(Job &job, std::size_t wanted);

private:
  void grow(std::size_t wanted);
  void live(std::size_t worker);

  std::vector<std::thread> threads_;
  std::mutex mutex_; // of all that follows; atomic for those that spin
  std::condition_variable wake_;
  Job *job_ = nullptr;
  std::size_t wanted_ = 0;
  std::atomic<std::size_t> round_{0};
  std::atomic<bool> quit_{false};
};

} // namespace tritone
