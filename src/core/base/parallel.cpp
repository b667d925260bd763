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
// How long who waits looks for himself before he sleeps: to be woken takes
// about as long.
constexpr std::chrono::microseconds kSpin{200};
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// Looks until `ready()` or for kSpin; whether it was ready.
template <class Ready> bool spin(Ready ready) {
  constexpr int kLooks = 32; // between two looks at the clock
  const auto end = Clock::now() + kSpin;
  do {
    for (int i = 0; i < kLooks; ++i) {
      if (ready())
        return true;
      std::this_thread::yield();
    }
  } while (Clock::now() < end);
  return false;
}

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
  std::atomic<std::size_t> running{0}; // workers; falls under the mutex
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

  // Takes the next block in rising order and does it; false where none is left.
  // A block behind a failed one is skipped; one before it is still run, so the
  // lowest error wins.
  bool step(std::size_t worker) {
    const std::size_t index = next.fetch_add(1);
    if (index >= count || stop.load() || index > failed.load())
      return false;
    try {
      fn(at(index, worker));
    } catch (...) {
      keep_error(index);
    }
    done.fetch_add(1);
    return true;
  }

  void work(std::size_t worker) {
    while (step(worker)) {
    }
    const std::lock_guard<std::mutex> lock(mutex);
    running.fetch_sub(1);
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
      quit_.store(true);
    }
    wake_.notify_all();
    for (auto &thread : threads_)
      thread.join();
  }

  // Starts the job on `wanted` workers, or as many as the system gives, and
  // returns their number. The job must outlive its work: until running is 0.
  std::size_t start(Job &job, std::size_t wanted) {
    grow(wanted);
    const std::size_t n = std::min(wanted, threads_.size());
    job.running.store(n);
    if (n == 0)
      return 0;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      job_ = &job;
      wanted_ = n;
      round_.fetch_add(1);
    }
    wake_.notify_all();
    return n;
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
    const auto called = [&] { return quit_.load() || round_.load() != seen; };
    for (;;) {
      spin(called);
      Job *job = nullptr;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        wake_.wait(lock, called);
        if (quit_.load())
          return;
        seen = round_.load();
        if (worker < wanted_)
          job = job_;
      }
      if (job != nullptr)
        job->work(worker);
    }
  }

  std::vector<std::thread> threads_;
  std::mutex mutex_; // of all that follows; atomic for those that spin
  std::condition_variable wake_;
  Job *job_ = nullptr;
  std::size_t wanted_ = 0;
  std::atomic<std::size_t> round_{0};
  std::atomic<bool> quit_{false};
};

// Of the KeepWorkers that lives on this thread.
thread_local Crew *kept_crew = nullptr;

// Where the calling thread does blocks itself, calls inside them have workers
// of their own: those of the crew are busy.
class LendCrew {
public:
  LendCrew() : lent_(kept_crew) { kept_crew = nullptr; }
  ~LendCrew() { kept_crew = lent_; }
  LendCrew(const LendCrew &) = delete;
  LendCrew &operator=(const LendCrew &) = delete;

private:
  Crew *lent_;
};

// The calling thread's side of a job that has workers.
class Caller {
public:
  Caller(Job &job, Monitor &monitor, const Progress &progress)
      : job_(job), monitor_(monitor), progress_(progress) {}

  // Its share of the blocks, as worker `worker`.
  void work(std::size_t worker) {
    const LendCrew lent;
    while (job_.step(worker)) {
      const auto now = Clock::now();
      if (now - last_ >= kPoll) {
        last_ = now;
        ask();
      }
    }
  }

  void run_beside(const std::function<void()> &beside) {
    try {
      beside();
    } catch (...) {
      fail();
    }
  }

  // Waits for the workers; throws what went wrong on this thread.
  void wait() {
    spin([this] { return job_.running.load() == 0; });
    {
      std::unique_lock<std::mutex> lock(job_.mutex);
      while (!job_.idle.wait_for(lock, kPoll,
                                 [this] { return job_.running.load() == 0; })) {
        lock.unlock();
        ask();
        lock.lock();
      }
    }
    if (error_)
      std::rethrow_exception(error_);
    if (asked_to_stop_)
      throw cancelled{};
  }

private:
  void ask() {
    if (asked_to_stop_ || error_)
      return;
    try {
      asked_to_stop_ =
          !report(monitor_, progress_, job_.done.load(), job_.count);
    } catch (...) {
      fail();
    }
    if (asked_to_stop_)
      job_.stop.store(true);
  }

  void fail() {
    error_ = std::current_exception();
    job_.stop.store(true);
  }

  Job &job_;
  Monitor &monitor_;
  const Progress &progress_;
  Clock::time_point last_ = Clock::now();
  bool asked_to_stop_ = false;
  std::exception_ptr error_;
};

// The calling thread is one of the workers, unless it has work beside them.
void run_workers(Job &job, std::size_t threads, Monitor &monitor,
                 const Progress &progress,
                 const std::function<void()> &beside) {
  Crew own;
  Crew &crew = kept_crew != nullptr ? *kept_crew : own;
  Caller caller(job, monitor, progress);
  const std::size_t workers = crew.start(job, beside ? threads : threads - 1);
  if (beside)
    caller.run_beside(beside);
  if (!beside || workers == 0)
    caller.work(workers);
  caller.wait();
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
