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

// Threads that wait for a job, all do their part of it, and wait again.
class Crew {
public:
  ~Crew() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      quit_ = true;
    }
    wake_.notify_all();
    for (auto &thread : threads_)
      thread.join();
  }

  // Starts the job on `wanted` workers, or as many as the system gives. With
  // none it is done here. The job must outlive its work: until running is 0.
  void start(Job &job, std::size_t wanted) {
    grow(wanted);
    const std::size_t n = std::min(wanted, threads_.size());
    job.running = std::max<std::size_t>(1, n);
    if (n == 0) {
      job.work(0);
      return;
    }
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      job_ = &job;
      wanted_ = n;
      ++round_;
    }
    wake_.notify_all();
  }

private:
  void grow(std::size_t wanted) {
    threads_.reserve(wanted);
    while (threads_.size() < wanted) {
      const std::size_t worker = threads_.size();
      try {
        threads_.emplace_back([this, worker] { live(worker); });
      } catch (const std::system_error &) {
        return; // those that run do all the work
      }
    }
  }

  // A job ends only when all workers it wants have had their part, so none of
  // them can miss a round or meet a job that is gone.
  void live(std::size_t worker) {
    std::size_t seen = 0;
    for (;;) {
      Job *job = nullptr;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        wake_.wait(lock, [&] { return quit_ || round_ != seen; });
        if (quit_)
          return;
        seen = round_;
        if (worker < wanted_)
          job = job_;
      }
      if (job != nullptr)
        job->work(worker);
    }
  }

  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable wake_;
  Job *job_ = nullptr;
  std::size_t wanted_ = 0;
  std::size_t round_ = 0;
  bool quit_ = false;
};

// Of the KeepWorkers that lives on this thread.
thread_local Crew *kept_crew = nullptr;

void run_workers(Job &job, std::size_t threads, Monitor &monitor,
                 const Progress &progress,
                 const std::function<void()> &beside) {
  Crew own;
  Crew &crew = kept_crew != nullptr ? *kept_crew : own;
  crew.start(job, threads);

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

KeepWorkers::KeepWorkers() : outermost_(kept_crew == nullptr) {
  if (outermost_)
    kept_crew = new Crew;
}

KeepWorkers::~KeepWorkers() {
  if (!outermost_)
    return;
  delete kept_crew;
  kept_crew = nullptr;
}

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

void for_waves(std::size_t n, std::size_t wave, std::size_t block,
               std::size_t threads, Monitor &monitor,
               const std::function<void(const Block &)> &fn,
               const std::function<void(std::size_t, std::size_t)> &take) {
  if (wave == 0 || block == 0 || wave % block != 0)
    throw input_error("for_waves: wave must be a multiple of block");
  const KeepWorkers keep;
  const auto total = static_cast<std::int64_t>(block_count(n, block));
  auto last = Clock::now();
  std::size_t taken = 0;
  for (std::size_t begin = 0; begin < n; begin += wave) {
    const Progress progress{static_cast<std::int64_t>(begin / block), total};
    // A wave is soon done: the monitor is asked between them.
    const auto now = Clock::now();
    if (now - last >= kPoll) {
      last = now;
      if (!report(monitor, progress, 0, 0))
        throw cancelled{};
    }
    const std::function<void()> take_last = [&] { take(taken, begin); };
    run(
        std::min(wave, n - begin), block, threads, monitor,
        [&](const Block &b) {
          fn({begin / block + b.index, begin + b.begin, begin + b.end,
              b.worker});
        },
        progress, begin > 0 ? take_last : nullptr);
    taken = begin;
  }
  if (n > 0)
    take(taken, n);
}

} // namespace tritone
