// SPDX-License-Identifier: GPL-2.0-or-later
// The canonical order of topics.
#include "topic/canonical.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tritone;
using namespace tritone::topic;

TEST_CASE("canonical documents: the same for any order") {
  const auto data = corpora::simulate(60, 3, 10, 20, 4);
  std::vector<std::size_t> order(60);
  for (std::size_t i = 0; i < 60; ++i)
    order[i] = 59 - i;
  const auto one = canonical_documents(data.counts);
  const auto two = canonical_documents(corpora::pick(data.counts, order));
  CHECK(one.key == two.key);
  CHECK(one.counts.start == two.counts.start);
  CHECK(one.counts.column == two.counts.column);
  CHECK(one.counts.value == two.counts.value);
  CHECK(one.counts.entries() == data.counts.entries());
}

TEST_CASE(
    "canonical documents: subjects are neighbours, the same share a key") {
  const Rows counts = corpora::from_dense(
      {{5, 0, 1}, {0, 5, 1}, {}, {4, 0, 1}, {0, 6, 1}, {5, 0, 1}}, 3);
  const auto out = canonical_documents(counts);
  CHECK(out.counts.rows() == 6);
  // First those of the first term, then of the second, the empty one last.
  CHECK(out.counts.column[static_cast<std::size_t>(out.counts.start[0])] == 0);
  CHECK(out.counts.column[static_cast<std::size_t>(out.counts.start[2])] == 0);
  CHECK(out.counts.column[static_cast<std::size_t>(out.counts.start[3])] == 1);
  CHECK(out.counts.start[5] == out.counts.start[6]);
  auto keys = out.key;
  std::sort(keys.begin(), keys.end());
  CHECK(std::unique(keys.begin(), keys.end()) - keys.begin() == 5);
  CHECK(canonical_documents(Rows{}).counts.rows() == 0);
}
