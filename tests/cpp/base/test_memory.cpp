// SPDX-License-Identifier: GPL-2.0-or-later
// Large pages of memory: when they are asked for; no byte changes.
#include "base/memory.h"

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
