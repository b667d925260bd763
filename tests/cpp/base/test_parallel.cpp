// SPDX-License-Identifier: GPL-2.0-or-later
// Parallel loops: same results for any threads, errors, cancelling.
#include "base/parallel.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace tritone;

namespace {

// Sum of random numbers by block, reduced in block order.
double block_sum(std::size_t n, std::size_t block, std::size_t threads) {
  std::vector<double> part(block_count(n, block), 0.0);
  NullMonitor monitor;
  for_blocks(n, block, threads, monitor, [&](const Block &b) {
    for (std::size_t i = b.begin; i < b.end; ++i)
      part[b.index] += Rng(7, i).normal();
  });
  double sum = 0;
  for (double p : part)
    sum += p;
  return sum;
}

// Says stop from the `stop_at`th update on.
struct CountingMonitor : Monitor {
  explicit CountingMonitor(int stop_at_update) : stop_at(stop_at_update) {}
  bool update(std::int64_t done, std::int64_t total) override {
    ++updates;
    last_done = done;
    last_total = total;
    return updates < stop_at;
  }
  int stop_at;
  int updates = 0;
  std::int64_t last_done = 0, last_total = 0;
};

} // namespace

TEST_CASE("base: blocks tile the items whatever the threads") {
  for (std::size_t n : {0U, 1U, 5U, 8U, 1000U}) {
    for (std::size_t threads : {1U, 2U, 7U}) {
      std::vector<std::atomic<int>> seen(n);
      NullMonitor monitor;
      for_blocks(n, 8, threads, monitor, [&](const Block &b) {
        CHECK(b.begin == b.index * 8);
        CHECK(b.begin < b.end);
        CHECK(b.worker < threads);
        for (std::size_t i = b.begin; i < b.end; ++i)
          ++seen[i];
      });
      for (const auto &count : seen)
        CHECK(count == 1);
    }
  }
  CHECK(block_count(0, 8) == 0);
  CHECK(block_count(8, 8) == 1);
  CHECK(block_count(9, 8) == 2);
}

TEST_CASE("base: a reduction in block order has the same bits") {
  const double one = block_sum(10007, 64, 1);
  CHECK(block_sum(10007, 64, 2) == one);
  CHECK(block_sum(10007, 64, 7) == one);
}

TEST_CASE("base: the lowest failing block is the one reported") {
  for (std::size_t threads : {1U, 2U, 7U}) {
    NullMonitor monitor;
    std::string what;
    try {
      for_blocks(100, 1, threads, monitor, [](const Block &b) {
        if (b.index == 30)
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (b.index >= 30)
          throw input_error("block " + std::to_string(b.index));
      });
    } catch (const input_error &e) {
      what = e.what();
    }
    CHECK(what == "block 30");
  }
}

TEST_CASE("base: any exception of a worker comes through") {
  NullMonitor monitor;
  CHECK_THROWS_AS(
      for_blocks(4, 1, 2, monitor,
                 [](const Block &) { throw std::out_of_range("far"); }),
      std::out_of_range);
}

TEST_CASE("base: a monitor stops the work soon") {
  for (std::size_t threads : {1U, 2U}) {
    CountingMonitor monitor(1);
    std::atomic<int> run{0};
    const auto start = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(for_blocks(100000, 1, threads, monitor,
                               [&](const Block &) {
                                 ++run;
                                 std::this_thread::sleep_for(
                                     std::chrono::milliseconds(5));
                               }),
                    cancelled);
    CHECK(run < 10000);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
    CHECK(monitor.updates == 1);
  }
}

TEST_CASE("base: a block that takes long hears the stop inside") {
  // No block ends by itself: without the question inside, none would.
  for (const std::size_t threads : {1U, 2U}) {
    CountingMonitor monitor(3);
    std::atomic<int> ended{0};
    CHECK_THROWS_AS(for_blocks(2, 1, threads, monitor,
                               [&](const Block &block) {
                                 for (;;) {
                                   block.check();
                                   std::this_thread::yield();
                                 }
                                 ++ended;
                               }),
                    cancelled);
    CHECK(ended == 0);
    CHECK(monitor.updates == 3);
  }
  const Block alone{0, 0, 1, 0};
  alone.check(); // nobody to ask: it goes on
}

TEST_CASE("base: progress counts within a longer job") {
  for (std::size_t threads : {1U, 2U}) {
    CountingMonitor monitor(1 << 30);
    for_blocks(
        30, 1, threads, monitor,
        [](const Block &) {
          std::this_thread::sleep_for(std::chrono::milliseconds(15));
        },
        Progress{70, 100});
    CHECK(monitor.updates >= 1);
    CHECK(monitor.last_total == 100);
    CHECK(monitor.last_done > 70);
    CHECK(monitor.last_done <= 100);
  }
}

TEST_CASE("base: an error of the monitor itself stops the work and is kept") {
  struct Failing : Monitor {
    bool update(std::int64_t, std::int64_t) override {
      throw numeric_error("watcher");
    }
  };
  for (std::size_t threads : {1U, 2U}) {
    Failing monitor;
    CHECK_THROWS_AS(for_blocks(1000, 1, threads, monitor,
                               [](const Block &) {
                                 std::this_thread::sleep_for(
                                     std::chrono::milliseconds(2));
                               }),
                    numeric_error);
  }
}

TEST_CASE("base: no block size and no thread count of 0") {
  NullMonitor monitor;
  const auto nothing = [](const Block &) {};
  CHECK_THROWS_AS(for_blocks(1, 0, 1, monitor, nothing), input_error);
  CHECK_THROWS_AS(for_blocks(1, 1, 0, monitor, nothing), input_error);
}

TEST_CASE("base: what runs beside the blocks runs once, on the caller") {
  for (std::size_t n : {0U, 1U, 20U}) {
    for (std::size_t threads : {1U, 2U, 7U}) {
      std::atomic<std::size_t> done{0};
      int calls = 0;
      NullMonitor monitor;
      const auto caller = std::this_thread::get_id();
      for_blocks_beside(
          n, 3, threads, monitor,
          [&](const Block &b) { done += b.end - b.begin; },
          [&] {
            ++calls;
            const bool here = std::this_thread::get_id() == caller;
            CHECK(here);
          });
      CHECK(calls == 1);
      CHECK(done == n);
    }
  }
}

TEST_CASE("base: an error beside the blocks comes out when they have stopped") {
  for (std::size_t threads : {1U, 2U, 7U}) {
    std::atomic<int> inside{0};
    NullMonitor monitor;
    CHECK_THROWS_AS(for_blocks_beside(
                        50, 1, threads, monitor,
                        [&](const Block &) {
                          ++inside;
                          std::this_thread::sleep_for(
                              std::chrono::milliseconds(1));
                          --inside;
                        },
                        [] { throw input_error("beside"); }),
                    input_error);
    CHECK(inside == 0);
  }
}

TEST_CASE("base: kept workers do one job after the other") {
  const KeepWorkers keep;
  const KeepWorkers again; // inside another it changes nothing
  NullMonitor monitor;
  for (std::size_t round = 0; round < 500; ++round) {
    const std::size_t threads = 1 + round % 5; // more, fewer, none
    std::vector<int> seen(37, 0);
    for_blocks(37, 1 + round % 3, threads, monitor, [&](const Block &b) {
      CHECK(b.worker < threads);
      for (std::size_t i = b.begin; i < b.end; ++i)
        ++seen[i];
    });
    CHECK(std::count(seen.begin(), seen.end(), 1) == 37);
  }
}

TEST_CASE("base: kept workers live on after an error") {
  const KeepWorkers keep;
  NullMonitor monitor;
  for (int round = 0; round < 3; ++round) {
    CHECK_THROWS_AS(for_blocks(20, 1, 3, monitor,
                               [](const Block &b) {
                                 if (b.index == 4)
                                   throw input_error("no");
                               }),
                    input_error);
    std::atomic<int> done{0};
    for_blocks(20, 1, 3, monitor, [&](const Block &) { ++done; });
    CHECK(done == 20);
  }
}

TEST_CASE("base: waves are handed over in order, once they are done") {
  for (const std::size_t n : {0U, 1U, 32U, 33U, 1000U}) {
    for (const std::size_t threads : {1U, 2U, 7U}) {
      std::vector<int> made(n, 0);
      std::vector<std::size_t> index(n);
      std::size_t next = 0;
      NullMonitor monitor;
      const auto caller = std::this_thread::get_id();
      for_waves(
          n, 32, 8, threads, monitor,
          [&](const Block &b) {
            for (std::size_t i = b.begin; i < b.end; ++i) {
              ++made[i];
              index[i] = b.index;
            }
          },
          [&](std::size_t begin, std::size_t end) {
            CHECK((std::this_thread::get_id() == caller));
            CHECK(begin == next);
            CHECK(end == std::min(begin + 32, n));
            for (std::size_t i = begin; i < end; ++i) {
              CHECK(made[i] == 1);
              CHECK(index[i] == i / 8);
            }
            next = end;
          });
      CHECK(next == n);
    }
  }
}

TEST_CASE("base: waves end with what is thrown, or when they are stopped") {
  const auto nothing = [](std::size_t, std::size_t) {};
  for (const std::size_t threads : {1U, 2U}) {
    NullMonitor monitor;
    const auto fails = [](const Block &b) {
      if (b.index == 9)
        throw std::runtime_error("nine");
    };
    CHECK_THROWS_WITH(for_waves(1000, 32, 8, threads, monitor, fails, nothing),
                      "nine");
    const auto refuses = [](std::size_t begin, std::size_t) {
      if (begin == 64)
        throw std::runtime_error("taken");
    };
    const auto works = [](const Block &) {};
    CHECK_THROWS_WITH(for_waves(1000, 32, 8, threads, monitor, works, refuses),
                      "taken");
    // No wave lasts until the monitor would be asked inside it.
    CountingMonitor stops(1);
    const auto sleeps = [](const Block &) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    CHECK_THROWS_AS(for_waves(100000, 8, 8, threads, stops, sleeps, nothing),
                    cancelled);
    CHECK(stops.last_total == 12500);
    CHECK_THROWS_AS(for_waves(9, 12, 8, threads, monitor, works, nothing),
                    input_error);
  }
}
