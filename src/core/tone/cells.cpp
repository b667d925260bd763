// SPDX-License-Identifier: GPL-2.0-or-later
// Sorts rows by one code after the other, by counting.
#include "tone/cells.h"

#include <algorithm>
#include <numeric>

namespace tritone::tone {
namespace {

// Sorts `rows` by code, those of one code in the order they have.
void sort_by(const int *code, std::vector<int> &rows, std::vector<int> &room) {
  int most = 0;
  for (const int row : rows)
    most = std::max(most, code[row]);
  std::vector<std::size_t> start(static_cast<std::size_t>(most) + 2, 0);
  for (const int row : rows)
    ++start[static_cast<std::size_t>(code[row]) + 1];
  std::partial_sum(start.begin(), start.end(), start.begin());
  room.resize(rows.size());
  for (const int row : rows)
    room[start[static_cast<std::size_t>(code[row])]++] = row;
  rows.swap(room);
}

} // namespace

Cells find_cells(const std::vector<const int *> &codes, std::size_t n) {
  Cells out;
  out.of.assign(n, -1);
  std::vector<int> rows, room;
  for (std::size_t i = 0; i < n; ++i)
    if (std::all_of(codes.begin(), codes.end(),
                    [i](const int *code) { return code[i] >= 1; }))
      rows.push_back(static_cast<int>(i));
  for (std::size_t k = codes.size(); k-- > 0;)
    sort_by(codes[k], rows, room);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto same = [&](const int *code) {
      return code[rows[r]] == code[rows[r - 1]];
    };
    if (r == 0 || !std::all_of(codes.begin(), codes.end(), same))
      out.first.push_back(rows[r]);
    out.of[static_cast<std::size_t>(rows[r])] =
        static_cast<int>(out.first.size()) - 1;
  }
  return out;
}

Cells number_keys(const int *key, std::size_t n) {
  Cells out;
  out.of.reserve(n);
  const int most = n == 0 ? 0 : *std::max_element(key, key + n);
  std::vector<int> number(static_cast<std::size_t>(most) + 1, -1);
  for (std::size_t i = 0; i < n; ++i) {
    int &of = number[static_cast<std::size_t>(key[i])];
    if (of < 0) {
      of = static_cast<int>(out.first.size());
      out.first.push_back(static_cast<int>(i));
    }
    out.of.push_back(of);
  }
  return out;
}

} // namespace tritone::tone
