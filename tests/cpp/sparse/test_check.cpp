// SPDX-License-Identifier: GPL-2.0-or-later
// Matrices whose vectors do not fit together are refused, with slot and place.
#include "sparse/check.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace tritone;

namespace {

struct Matrix {
  std::vector<std::int32_t> dim{3, 3};
  std::vector<std::int32_t> p{0, 1, 2, 4};
  std::vector<std::int32_t> i{0, 2, 0, 2};
  std::vector<double> x{1, 3, 2, 4};

  ColumnsView check() const {
    return check_columns({dim.data(), dim.size(), p.data(), p.size(), i.data(),
                          i.size(), x.data(), x.size()},
                         "counts");
  }
};

// What is said of the matrix after a change; "" where it passes.
std::string said(const std::function<void(Matrix &)> &change) {
  Matrix matrix;
  change(matrix);
  try {
    matrix.check();
  } catch (const input_error &e) {
    return e.what();
  }
  return "";
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("sparse: a sound matrix passes, an empty one too") {
  const Matrix matrix;
  const ColumnsView view = matrix.check();
  CHECK(view.rows == 3);
  CHECK(view.columns == 3);
  CHECK(view.p == matrix.p.data());
  CHECK(view.i == matrix.i.data());
  CHECK(view.x == matrix.x.data());
  Matrix empty;
  empty.dim = {0, 0};
  empty.p = {0};
  empty.i = {};
  empty.x = {};
  CHECK(empty.check().entries() == 0);
}

TEST_CASE("sparse: each slot that lies is named, and where") {
  const struct {
    std::function<void(Matrix &)> change;
    std::string said;
  } kinds[] = {
      {[](Matrix &m) { m.dim = {3}; }, "@Dim must be two numbers"},
      {[](Matrix &m) {
         m.dim = {3, 3, 3};
       },
       "not 3"},
      {[](Matrix &m) { m.dim[0] = -1; }, "not -1 and 3"},
      {[](Matrix &m) { m.dim[1] = -3; }, "@Dim must be two numbers of at"},
      {[](Matrix &m) { m.dim[1] = 4; }, "@p must have 5 numbers"},
      {[](Matrix &m) { m.dim[1] = 2; }, "@p must have 3 numbers"},
      {[](Matrix &m) { m.p.clear(); }, "not 0"},
      {[](Matrix &m) { m.p[0] = 1; }, "@p must begin with 0, not 1"},
      {[](Matrix &m) { m.p[1] = 3; }, "from 3 to 2 at column 2"},
      {[](Matrix &m) { m.p[1] = -1; }, "from 0 to -1 at column 1"},
      {[](Matrix &m) { m.p[3] = 3; }, "@p must end with the length"},
      {[](Matrix &m) { m.p[3] = 1000000; }, "4, not with 1000000"},
      {[](Matrix &m) { m.i.push_back(1); },
       "@i must be as long as the slot @x"},
      {[](Matrix &m) { m.x.pop_back(); }, "3 numbers, not 4"},
      {[](Matrix &m) { m.i[1] = 3; }, "rows from 0 to 2, but number 2"},
      {[](Matrix &m) { m.i[3] = -1; }, "number 4 (column 3) is -1"},
      {[](Matrix &m) { m.i[1] = 2000000000; }, "is 2000000000"},
      {[](Matrix &m) { m.dim[0] = 2; }, "rows from 0 to 1"},
      {[](Matrix &m) { m.dim[0] = 0; }, "@i must hold rows"},
      {[](Matrix &m) { m.i[3] = 0; }, "@i must rise inside a column"},
      {[](Matrix &m) {
         m.i[2] = 2;
         m.i[3] = 0;
       },
       "is 0 after 2"},
  };
  for (const auto &kind : kinds) {
    const std::string found = said(kind.change);
    CAPTURE(found);
    CHECK(holds(found, "`counts` is a damaged matrix: its slot @"));
    CHECK(holds(found, kind.said));
  }
}
