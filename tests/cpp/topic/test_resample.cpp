// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/resample.h"

#include "topic/canonical.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

std::vector<std::vector<double>> table() {
  std::vector<std::vector<double>> out;
  for (std::size_t d = 0; d < 40; ++d)
    out.push_back({static_cast<double>(d), 1, static_cast<double>(d % 7)});
  out.push_back({0, 0, 0});
  out.push_back({0, 1, 0});
  return out;
}

std::vector<std::uint64_t> keys(const Rows &counts,
                                const std::vector<std::size_t> &rows) {
  std::vector<std::uint64_t> out;
  for (const std::size_t d : rows)
    out.push_back(document_key(counts, d));
  return out;
}

} // namespace

TEST_CASE("resample: rows held out have two tokens and follow what they hold") {
  auto lines = table();
  const Rows counts = corpora::from_dense(lines, 3);
  const auto rows = heldout_rows(counts, 10, 4);
  CHECK(rows.size() == 10);
  CHECK(std::is_sorted(rows.begin(), rows.end()));
  CHECK(heldout_rows(counts, 100, 4).size() == 39);
  CHECK(heldout_rows(counts, 10, 5) != rows);
  std::reverse(lines.begin(), lines.end());
  const Rows back = corpora::from_dense(lines, 3);
  auto here = keys(counts, rows);
  auto there = keys(back, heldout_rows(back, 10, 4));
  std::sort(here.begin(), here.end());
  std::sort(there.begin(), there.end());
  CHECK(here == there);
}

TEST_CASE("resample: draws with replacement do not depend on the order") {
  auto lines = table();
  const Rows counts = corpora::from_dense(lines, 3);
  const auto rows = bootstrap_rows(counts, 4, 1);
  CHECK(rows.size() == counts.rows());
  CHECK(bootstrap_rows(counts, 4, 1) == rows);
  CHECK(bootstrap_rows(counts, 4, 2) != rows);
  auto once = rows;
  std::sort(once.begin(), once.end());
  const auto different = std::unique(once.begin(), once.end()) - once.begin();
  CHECK(different > 18);
  CHECK(different < 36);
  std::reverse(lines.begin(), lines.end());
  const Rows back = corpora::from_dense(lines, 3);
  CHECK(keys(back, bootstrap_rows(back, 4, 1)) == keys(counts, rows));
  CHECK(bootstrap_rows(Rows(), 1, 1).empty());
}

TEST_CASE("resample: scrambled documents keep lengths and totals") {
  auto lines = table();
  const Rows counts = corpora::from_dense(lines, 3);
  const Rows found = scramble(counts, 4);
  REQUIRE(found.rows() == counts.rows());
  std::vector<double> total(3, 0.0);
  std::vector<double> wanted(3, 0.0);
  bool same = true;
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    double had = 0.0;
    double has = 0.0;
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      had += counts.value[at];
      wanted[static_cast<std::size_t>(counts.column[at])] += counts.value[at];
    }
    for (auto e = found.start[d]; e < found.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      has += found.value[at];
      total[static_cast<std::size_t>(found.column[at])] += found.value[at];
      if (e > found.start[d])
        CHECK(found.column[at] > found.column[at - 1]);
    }
    CHECK(has == had);
    same = same && document_key(found, d) == document_key(counts, d);
  }
  CHECK(total == wanted);
  CHECK_FALSE(same);
  std::reverse(lines.begin(), lines.end());
  const Rows back = scramble(corpora::from_dense(lines, 3), 4);
  for (std::size_t d = 0; d < counts.rows(); ++d)
    CHECK(document_key(back, counts.rows() - 1 - d) == document_key(found, d));
}
