// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/memory.h"

#include <doctest/doctest.h>

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
