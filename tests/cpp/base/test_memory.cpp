// SPDX-License-Identifier: GPL-2.0-or-later
// Memory: how much is free; large pages change no byte.
#include "base/memory.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace tritone;

TEST_CASE("base: large pages change no byte, whatever the place and size") {
  std::string bytes(3 * kLargePage, 'x');
  for (const std::size_t at : {std::size_t{0}, std::size_t{1}, kLargePage - 1})
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kLargePage, 2 * kLargePage})
      ask_large_pages(&bytes[at], size);
  CHECK(bytes == std::string(3 * kLargePage, 'x'));
}

#if defined(__linux__)
TEST_CASE("base: large pages are asked for where whole ones fit") {
  std::string bytes(4 * kLargePage, 'x');
  const auto address = reinterpret_cast<std::uintptr_t>(bytes.data());
  char *const page = bytes.data() + (kLargePage - address % kLargePage);
  CHECK(ask_large_pages(page, kLargePage - 1) == 0);
  CHECK(ask_large_pages(page, kLargePage) == kLargePage);
  CHECK(ask_large_pages(page, 3 * kLargePage - 1) == 2 * kLargePage);
  // From the next boundary on, where it begins between two.
  CHECK(ask_large_pages(page + 1, kLargePage) == 0);
  CHECK(ask_large_pages(page + 1, 2 * kLargePage) == kLargePage);
}
#endif

TEST_CASE("base: what is free, from what the system writes") {
  CHECK(available_memory(
            "MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:   7 kB\n") ==
        7 * 1024);
  CHECK(available_memory("MemTotal: 9 kB\n") == kUnknownMemory);
  CHECK(available_memory("") == kUnknownMemory);
  const std::string stat =
      "anon 5\nfile 60\ninactive_file 30\nactive_file 20\n";
  CHECK(group_memory("1000\n", "400\n", "") == 600);
  CHECK(group_memory("1000\n", "400\n", stat) == 650);
  CHECK(group_memory("1000\n", "2000\n", "") == 0);
  CHECK(group_memory("1000\n", "10\n", stat) == 1000);
  CHECK(group_memory("max\n", "400\n", stat) == kUnknownMemory);
  CHECK(group_memory("9223372036854771712\n", "400\n", "") == kUnknownMemory);
  CHECK(group_memory("", "400\n", "") == kUnknownMemory);
  CHECK(group_memory("1000\n", "", "") == kUnknownMemory);
}

TEST_CASE("base: what does not fit is refused with both figures") {
  check_memory(1e9, "A fit", std::uint64_t{1000000000});
  check_memory(1e30, "A fit", kUnknownMemory);
  CHECK_THROWS_WITH_AS(
      check_memory(43.21e9, "A fit", std::uint64_t{21500000000}),
      "A fit takes about 43.2 GB of memory; the computer has 21.5 GB free.",
      limit_error);
  CHECK_THROWS_WITH_AS(
      check_memory(5e8, "A fit", std::uint64_t{1000000}),
      "A fit takes about 500 MB of memory; the computer has 1 MB free.",
      limit_error);
#if defined(__linux__)
  CHECK(free_memory() > 0);
  CHECK(free_memory() < std::uint64_t{1} << 60);
  CHECK_THROWS_AS(check_memory(1e30, "A fit"), limit_error);
#endif
}
