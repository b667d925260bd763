// SPDX-License-Identifier: GPL-2.0-or-later
// Cells against a map of combinations.
#include "tone/cells.h"

#include "base/hash.h"

#include <doctest/doctest.h>

#include <limits>
#include <map>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::tone;

TEST_CASE("tone cells: combinations are in order, and their first rows") {
  std::vector<int> a, b;
  std::uint64_t state = 7;
  for (int i = 0; i < 500; ++i) {
    state = mix64(state + 1);
    a.push_back(static_cast<int>(state % 9)); // 0: in no cell
    b.push_back(static_cast<int>(state / 64 % 40) + 1);
  }
  std::map<std::pair<int, int>, int> first;
  for (int i = 0; i < 500; ++i)
    if (a[static_cast<std::size_t>(i)] > 0)
      first.emplace(std::make_pair(a[static_cast<std::size_t>(i)],
                                   b[static_cast<std::size_t>(i)]),
                    i);
  const Cells cells = find_cells({a.data(), b.data()}, 500);
  REQUIRE(cells.size() == first.size());
  std::size_t c = 0;
  for (const auto &one : first)
    CHECK(cells.first[c++] == one.second);
  for (std::size_t i = 0; i < 500; ++i) {
    if (a[i] == 0) {
      CHECK(cells.of[i] == -1);
      continue;
    }
    const auto of = static_cast<std::size_t>(cells.of[i]);
    CHECK(cells.first[of] == first.at({a[i], b[i]}));
  }
}

TEST_CASE("tone cells: without codes one cell, without rows none") {
  const Cells one = find_cells({}, 3);
  CHECK(one.first == std::vector<int>{0});
  CHECK(one.of == std::vector<int>{0, 0, 0});
  CHECK(find_cells({}, 0).size() == 0);
  const std::vector<int> missing{std::numeric_limits<int>::min(), 2, 2};
  const Cells some = find_cells({missing.data()}, 3);
  CHECK(some.first == std::vector<int>{1});
  CHECK(some.of == std::vector<int>{-1, 0, 0});
}

TEST_CASE("tone cells: keys are numbered as they occur") {
  const std::vector<int> key{7, 2, 7, 9, 2};
  const Cells cells = number_keys(key.data(), key.size());
  CHECK(cells.first == std::vector<int>{0, 1, 3});
  CHECK(cells.of == std::vector<int>{0, 1, 0, 2, 1});
  CHECK(number_keys(nullptr, 0).size() == 0);
}

TEST_CASE("tone cells: sums are added in the order of rows") {
  const std::vector<double> x{1e16, 1, 1, 3, 5};
  const std::vector<int> of{1, 1, 1, 3, -7};
  CHECK(cell_sums<double>(x.data(), of.data(), 5, 3) ==
        std::vector<double>{1e16, 0, 3});
}
