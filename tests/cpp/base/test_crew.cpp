// SPDX-License-Identifier: GPL-2.0-or-later
// Workers that are kept between parallel jobs.
#include "base/crew.h"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

using namespace tritone;

namespace {

void wait(Job &job) {
  std::unique_lock<std::mutex> lock(job.mutex);
  job.idle.wait(lock, [&] { return job.running.load() == 0; });
}

} // namespace

TEST_CASE("crew: job after job, also when the workers have gone to sleep") {
  Crew crew;
  for (int round = 0; round < 40; ++round) {
    std::vector<int> made(100, 0);
    const std::function<void(const Block &)> fn = [&](const Block &b) {
      for (std::size_t i = b.begin; i < b.end; ++i)
        ++made[i];
    };
    Job job(made.size(), 7, fn);
    // Fewer workers than there are threads: the others take no part.
    const std::size_t wanted = round % 4 + 1;
    CHECK(crew.start(job, wanted) == wanted);
    wait(job);
    CHECK(made == std::vector<int>(100, 1));
    CHECK(job.done.load() == job.count);
    if (round % 10 == 0) // longer than spin() looks
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

TEST_CASE("crew: no workers, and none that ever had a job") {
  Crew crew;
  const std::function<void(const Block &)> fn = [](const Block &) {};
  Job job(5, 1, fn);
  CHECK(crew.start(job, 0) == 0);
  CHECK(job.next.load() == 0);
}

TEST_CASE("crew: spin ends when it is ready, and when it is not") {
  int looks = 0;
  spin([&] { return ++looks == 3; });
  CHECK(looks == 3);
  spin([] { return false; });
}
