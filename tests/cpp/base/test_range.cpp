// SPDX-License-Identifier: GPL-2.0-or-later
// The first number that is out of range.
#include "base/range.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

using namespace tritone;

TEST_CASE("base: the first number outside a range, its ends inside") {
  const std::vector<double> x{0, 1, 0.5, -1e-300, 2};
  CHECK(first_outside(x.data(), 3, 0.0, 1.0) == 3);
  CHECK(first_outside(x.data(), 5, 0.0, 1.0) == 3);
  CHECK(first_outside(x.data(), 5, -1.0, 1.0) == 4);
  CHECK(first_outside(x.data(), 0, 5.0, 6.0) == 0);
  const double most = std::numeric_limits<double>::max();
  for (const double wrong : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    const std::vector<double> y{1, wrong};
    CHECK(first_outside(y.data(), 2, -most, most) == 1);
  }
  const std::vector<std::int32_t> whole{
      1, 3, std::numeric_limits<std::int32_t>::min()};
  CHECK(first_outside(whole.data(), 3, 1, 3) == 2);
}
