// SPDX-License-Identifier: GPL-2.0-or-later
// Runs blocks on threads; keeps the error of the lowest block.
#include "base/parallel.h"

#include "base/crew.h"
#include "base/error.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>

namespace tritone {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPoll{100};

// Is it time to ask the monitor again?
class Poll {
public:
  bool due() {
    const auto now = Clock::now();
    if (now - last_ < kPoll)
      return false;
    last_ = now;
    return true;
  }

private:
  Clock::time_point last_ = Clock::now();
};

// Reports to the monitor how far the whole job is; false when it says stop.
bool report(Monitor &monitor, const Progress &progress, std::size_t done,
            std::size_t count) {
  const std::int64_t total =
      progress.total > 0 ? progress.total : static_cast<std::int64_t>(count);
  return monitor.update(progress.done + static_cast<std::int64_t>(done), total);
}

// Of the calling thread where it does all the blocks.
class LonePulse final : public Pulse {
public:
  LonePulse(Monitor &monitor, const Progress &progress, std::size_t count)
      : monitor_(monitor), progress_(progress), count_(count) {}

  bool go_on() override {
    return !poll_.due() || report(monitor_, progress_, done_, count_);
  }
  void one_done() {
    ++done_;
    if (!go_on())
      throw cancelled{};
  }

private:
  Monitor &monitor_;
  const Progress &progress_;
  std::size_t count_;
  std::size_t done_ = 0;
  Poll poll_;
};

void run_here(Job &job, Monitor &monitor, const Progress &progress) {
  LonePulse pulse(monitor, progress, job.count);
  for (std::size_t index = 0; index < job.count; ++index) {
    job.fn(job.at(index, 0, pulse));
    pulse.one_done();
  }
}

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
class Caller final : public Pulse {
public:
  Caller(Job &job, Monitor &monitor, const Progress &progress)
      : job_(job), monitor_(monitor), progress_(progress) {}

  // Its share of the blocks, as worker `worker`.
  void work(std::size_t worker) {
    const LendCrew lent;
    while (job_.step(worker, *this))
      go_on();
  }

  bool go_on() override {
    if (poll_.due())
      ask();
    return !job_.stop.load();
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
  Poll poll_;
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
  Poll poll;
  std::size_t taken = 0;
  for (std::size_t begin = 0; begin < n; begin += wave) {
    const Progress progress{static_cast<std::int64_t>(begin / block), total};
    // A wave is soon done: the monitor is asked between them.
    if (poll.due() && !report(monitor, progress, 0, 0))
      throw cancelled{};
    const std::function<void()> take_last = [&] { take(taken, begin); };
    run(
        std::min(wave, n - begin), block, threads, monitor,
        [&](const Block &b) {
          fn({begin / block + b.index, begin + b.begin, begin + b.end, b.worker,
              b.pulse});
        },
        progress, begin > 0 ? take_last : nullptr);
    taken = begin;
  }
  if (n > 0)
    take(taken, n);
}

} // namespace tritone
