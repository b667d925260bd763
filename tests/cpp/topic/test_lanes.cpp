// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of floats in aligned rows, and sums of eight lanes.
#include "topic/lanes.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <utility>

using namespace tritone;
using namespace tritone::topic;

TEST_CASE("lanes: tables of any size are aligned and can be written to") {
  for (const std::size_t rows : {0, 1, 1000, 300000}) {
    LaneTable table(rows, 3);
    CHECK(reinterpret_cast<std::uintptr_t>(table.row(0)) % 64 == 0);
    if (rows == 0)
      continue;
    table.row(rows - 1)[23] = 5.0F;
    table.row(0)[0] = 7.0F;
    LaneTable other = std::move(table);
    CHECK(other.row(rows - 1)[23] == 5.0F);
    CHECK(other.lanes(0)[0][0] == 7.0F);
  }
}

TEST_CASE("lanes: the sum of eight") {
  Lanes x;
  for (int i = 0; i < 8; ++i)
    x[i] = static_cast<float>(i + 1);
  CHECK(sum_lanes(x) == 36.0F);
  CHECK(lanes_for(0) == 0);
  CHECK(lanes_for(8) == 1);
  CHECK(lanes_for(9) == 2);
}
