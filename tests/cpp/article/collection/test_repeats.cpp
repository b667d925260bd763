// SPDX-License-Identifier: GPL-2.0-or-later
// Groups of pairs, and what each article repeats.
#include "article/collection/repeats.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("repeats: groups are numbered by their first article") {
  const auto groups =
      copy_groups(6, {{1, 4, 1, 1}, {2, 3, 1, 1}, {4, 5, 1, 1}});
  CHECK(groups == std::vector<std::size_t>{SIZE_MAX, 0, 1, 1, 0, 0});
}

TEST_CASE("repeats: the most similar earlier article") {
  const auto repeats =
      near_repeats({{0, 2, 0.8, 1}, {1, 2, 0.9, 1}, {2, 3, 0.8, 1}});
  REQUIRE(repeats.size() == 2);
  CHECK(repeats[0].article == 2);
  CHECK(repeats[0].original == 1);
  CHECK(repeats[1].original == 2);
}

TEST_CASE("repeats: equal texts but for blanks at their ends") {
  const auto repeats = exact_repeats({exact_hash("Rain."), exact_hash(""),
                                      exact_hash(" Rain.\n"), exact_hash(""),
                                      exact_hash("Snow.")});
  REQUIRE(repeats.size() == 1);
  CHECK(repeats[0].article == 2);
  CHECK(repeats[0].original == 0);
  CHECK(repeats[0].similarity == 1);
}
