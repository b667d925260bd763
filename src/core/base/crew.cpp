// SPDX-License-Identifier: GPL-2.0-or-later
// Threads that wait for work between two calls.
#include "base/crew.h"

#include <algorithm>
#include <system_error>

namespace tritone {
namespace {

// Of a worker, which may not ask the monitor itself.
class WorkerPulse final : public Pulse {
public:
  explicit WorkerPulse(const std::atomic<bool> &stop) : stop_(stop) {}
  bool go_on() override { return !stop_.load(std::memory_order_relaxed); }

private:
  const std::atomic<bool> &stop_;
};

} // namespace

Block Job::at(std::size_t index, std::size_t worker, Pulse &pulse) const {
  const std::size_t begin = index * block;
  return {index, begin, std::min(n, begin + block), worker, &pulse};
}

void Job::keep_error(std::size_t index) {
  const std::lock_guard<std::mutex> lock(mutex);
  if (index < failed.load()) {
    failed.store(index);
    error = std::current_exception();
  }
}

bool Job::step(std::size_t worker, Pulse &pulse) {
  const std::size_t index = next.fetch_add(1);
  if (index >= count || stop.load() || index > failed.load())
    return false;
  try {
    fn(at(index, worker, pulse));
  } catch (...) {
    keep_error(index);
  }
  done.fetch_add(1);
  return true;
}

void Job::work(std::size_t worker) {
  WorkerPulse pulse(stop);
  while (step(worker, pulse)) {
  }
  const std::lock_guard<std::mutex> lock(mutex);
  running.fetch_sub(1);
  idle.notify_one();
}

Crew::~Crew() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    quit_.store(true);
  }
  wake_.notify_all();
  for (auto &thread : threads_)
    thread.join();
}

std::size_t Crew::start(Job &job, std::size_t wanted) {
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

void Crew::grow(std::size_t wanted) {
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
void Crew::live(std::size_t worker) {
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

} // namespace tritone
