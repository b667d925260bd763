// SPDX-License-Identifier: GPL-2.0-or-later
#include "sparse/check.h"

#include "base/error.h"

namespace tritone {
namespace {

// What is wrong with one slot of the matrix, which is damaged.
class Damage {
public:
  explicit Damage(const std::string &name) : name_(name) {}

  [[noreturn]] void in(const char *slot, const std::string &what) const {
    throw input_error("`" + name_ + "` is a damaged matrix: its slot @" + slot +
                      " " + what + ".");
  }

private:
  const std::string &name_;
};

template <class T> std::string text(T number) { return std::to_string(number); }

void check_dim(const GivenColumns &given, const Damage &damage) {
  if (given.dims != 2)
    damage.in("Dim",
              "must be two numbers, rows and columns, not " + text(given.dims));
  if (given.dim[0] < 0 || given.dim[1] < 0)
    damage.in("Dim", "must be two numbers of at least 0, not " +
                         text(given.dim[0]) + " and " + text(given.dim[1]));
}

void check_pointers(const GivenColumns &given, const Damage &damage) {
  const auto columns = static_cast<std::size_t>(given.dim[1]);
  if (given.ps != columns + 1)
    damage.in("p", "must have " + text(columns + 1) +
                       " numbers, one more than columns, not " +
                       text(given.ps));
  if (given.p[0] != 0)
    damage.in("p", "must begin with 0, not " + text(given.p[0]));
  for (std::size_t j = 0; j < columns; ++j)
    if (given.p[j + 1] < given.p[j])
      damage.in("p", "must not fall, but does from " + text(given.p[j]) +
                         " to " + text(given.p[j + 1]) + " at column " +
                         text(j + 1));
  if (given.is != given.xs)
    damage.in("i", "must be as long as the slot @x, " + text(given.xs) +
                       " numbers, not " + text(given.is));
  if (static_cast<std::size_t>(given.p[columns]) != given.is)
    damage.in("p", "must end with the length of the slot @i, " +
                       text(given.is) + ", not with " + text(given.p[columns]));
}

void check_places(const GivenColumns &given, const Damage &damage) {
  for (std::int32_t j = 0; j < given.dim[1]; ++j) {
    std::int32_t last = -1;
    for (std::int32_t e = given.p[j]; e < given.p[j + 1]; ++e) {
      const std::int32_t row = given.i[e];
      if (row < 0 || row >= given.dim[0])
        damage.in("i", "must hold rows from 0 to " + text(given.dim[0] - 1) +
                           ", but number " + text(e + 1) + " (column " +
                           text(j + 1) + ") is " + text(row));
      if (row <= last)
        damage.in("i", "must rise inside a column, but number " + text(e + 1) +
                           " (column " + text(j + 1) + ") is " + text(row) +
                           " after " + text(last));
      last = row;
    }
  }
}

} // namespace

ColumnsView check_columns(const GivenColumns &given, const std::string &name) {
  const Damage damage(name);
  check_dim(given, damage);
  check_pointers(given, damage);
  check_places(given, damage);
  return {static_cast<std::size_t>(given.dim[0]),
          static_cast<std::size_t>(given.dim[1]), given.p, given.i, given.x};
}

} // namespace tritone
