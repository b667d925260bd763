// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of sparse matrices.
#include "sparse/rows.h"

#include "base/error.h"

#include <doctest/doctest.h>

using namespace tritone;

TEST_CASE("sparse: columns to rows and back") {
  // [ 1 0 2 ]
  // [ 0 0 0 ]
  // [ 0 3 4 ]
  const std::int32_t p[] = {0, 1, 2, 4};
  const std::int32_t i[] = {0, 2, 0, 2};
  const double x[] = {1, 3, 2, 4};
  const Rows rows = to_rows({3, 3, p, i, x});
  CHECK(rows.rows() == 3);
  CHECK(rows.columns == 3);
  CHECK(rows.start == std::vector<std::int64_t>{0, 2, 2, 4});
  CHECK(rows.column == std::vector<std::int32_t>{0, 2, 1, 2});
  CHECK(rows.value == std::vector<double>{1, 2, 3, 4});
  const Columns columns = to_columns(rows);
  CHECK(columns.rows == 3);
  CHECK(columns.columns() == 3);
  CHECK(columns.start == std::vector<std::int64_t>{0, 1, 2, 4});
  CHECK(columns.row == std::vector<std::int32_t>{0, 2, 0, 2});
  CHECK(columns.value == std::vector<double>{1, 3, 2, 4});
}

TEST_CASE("sparse: stored zeros are left out, empty matrices stay empty") {
  const std::int32_t p[] = {0, 2};
  const std::int32_t i[] = {0, 1};
  const double x[] = {0, 5};
  const Rows rows = to_rows({2, 1, p, i, x});
  CHECK(rows.entries() == 1);
  CHECK(rows.start == std::vector<std::int64_t>{0, 0, 1});
  const std::int32_t none[] = {0};
  const Rows empty = to_rows({0, 0, none, nullptr, nullptr});
  CHECK(empty.rows() == 0);
  CHECK(to_columns(empty).columns() == 0);
}

TEST_CASE("sparse: more articles than a matrix has rows are refused") {
  check_rows(0);
  check_rows(2147483647);
  CHECK_THROWS_AS(check_rows(2147483648U), limit_error);
}
