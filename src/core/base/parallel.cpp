// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/parallel.h"

#include "base/error.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <limits>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace tritone {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPoll{100};
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// What the workers and the calling thread share in one call.
struct Job {
  Job(std::size_t n_items, std::size_t block_size,
      const std::function<void(const Block &)> &f)
      : n(n_items), block(block_size), count(block_count(n_items, block_size)),
        fn(f) {}

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
  std::size_t running = 0;
  std::exception_ptr error;

  Block at(std::size_t index, std::size_t worker) const {
    const std::size_t begin = index * block;
    return {index, begin, std::min(n, begin + block), worker};
  }

  void keep_error(std::size_t index) {
    const std::lock_guard<std::mutex> lock(mutex);
    if (index < failed.load()) {
      failed.store(index);
      error = std::current_exception();
    }
  }

  // Takes blocks in rising order until none is left. A block behind a failed
  // one is skipped; one before it is still run, so the lowest error wins.
  void work(std::size_t worker) {
    for (;;) {
      const std::size_t index = next.fetch_add(1);
      if (index >= count || stop.load() || index > failed.load())
        break;
      try {
        fn(at(index, worker));
      } catch (...) {
        keep_error(index);
      }
      done.fetch_add(1);
    }
    const std::lock_guard<std::mutex> lock(mutex);
    --running;
    idle.notify_one();
  }
};

// Tells the monitor how far the whole job is; false when it says stop.
bool report(Monitor &monitor, const Progress &progress, std::size_t done,
            std::size_t count) {
  const std::int64_t total =
      progress.total > 0 ? progress.total : static_cast<std::int64_t>(count);
  return monitor.update(progress.done + static_cast<std::int64_t>(done), total);
}

void run_here(Job &job, Monitor &monitor, const Progress &progress) {
  auto last = Clock::now();
  for (std::size_t index = 0; index < job.count; ++index) {
    job.fn(job.at(index, 0));
    const auto now = Clock::now();
    if (now - last >= kPoll) {
      last = now;
      if (!report(monitor, progress, index + 1, job.count))
        throw cancelled{};
    }
  }
}

void run_workers(Job &job, std::size_t threads, Monitor &monitor,
                 const Progress &progress,
                 const std::function<void()> &beside) {
  std::vector<std::thread> pool;
  pool.reserve(threads);
  job.running = threads;
  for (std::size_t w = 0; w < threads; ++w) {
    try {
      pool.emplace_back([&job, w] { job.work(w); });
    } catch (const std::system_error &) {
      // The system gives no more threads: those that run do all the work.
      const std::lock_guard<std::mutex> lock(job.mutex);
      job.running -= threads - w;
      break;
    }
  }
  if (pool.empty()) {
    job.running = 1;
    job.work(0);
  }

  bool asked_to_stop = false;
  std::exception_ptr caller_error; // of what runs on this thread
  if (beside) {
    try {
      beside();
    } catch (...) {
      job.stop.store(true);
      caller_error = std::current_exception();
    }
  }
  {
    std::unique_lock<std::mutex> lock(job.mutex);
    while (!job.idle.wait_for(lock, kPoll, [&] { return job.running == 0; })) {
      lock.unlock();
      try {
        if (!asked_to_stop && !caller_error &&
            !report(monitor, progress, job.done.load(), job.count))
          asked_to_stop = true;
      } catch (...) {
        asked_to_stop = true;
        caller_error = std::current_exception();
      }
      if (asked_to_stop)
        job.stop.store(true);
      lock.lock();
    }
  }
  for (auto &thread : pool)
    thread.join();
  if (caller_error)
    std::rethrow_exception(caller_error);
  if (asked_to_stop)
    throw cancelled{};
}

void run(std::size_t n, std::size_t block, std::size_t threads,
         Monitor &monitor, const std::function<void(const Block &)> &fn,
         const Progress &progress, const std::function<void()> &beside) {
  if (block == 0 || threads == 0)
    throw input_error("for_blocks: block and threads must be at least 1");
  Job job(n, block, fn);
  // A single block leaves nothing to share, unless there is work beside it.
  if (threads > 1 && (job.count > 1 || (beside && job.count > 0))) {
    run_workers(job, std::min(threads, job.count), monitor, progress, beside);
  } else {
    run_here(job, monitor, progress);
    if (beside)
      beside();
  }
  if (job.error)
    std::rethrow_exception(job.error);
}

} // namespace

void for_blocks(std::size_t n, std::size_t block, std::size_t threads,
                Monitor &monitor, const std::function<void(const Block &)> &fn,
                Progress progress) {
  run(n, block, threads, monitor, fn, progress, nullptr);
}

void for_blocks_beside(std::size_t n, std::size_t block, std::size_t threads,
                       Monitor &monitor,
                       const std::function<void(const Block &)> &fn,
                       const std::function<void()> &beside) {
  run(n, block, threads, monitor, fn, {}, beside);
}

} // namespace tritone
