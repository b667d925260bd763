// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/documents.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone;
using namespace tritone::topic;
using namespace tritone::topic::stm;

TEST_CASE("documents: by rising count, then term; zeros and empty rows") {
  const Rows counts =
      corpora::from_dense({{3, 0, 1, 1}, {0, 0, 0, 0}, {0, 2, 0, 1}}, 4);
  const Documents found = take_documents(counts, {2, 0, 1});
  CHECK(found.terms == 4);
  CHECK(found.start == std::vector<std::size_t>{0, 2, 5, 5});
  CHECK(found.term == std::vector<std::int32_t>{3, 1, 2, 3, 0});
  CHECK(found.count == std::vector<double>{1, 2, 1, 1, 3});
  const ByTerm terms = by_term(found);
  CHECK(terms.start == std::vector<std::size_t>{0, 1, 2, 3, 5});
  CHECK(terms.document == std::vector<std::uint32_t>{1, 0, 1, 0, 1});
  CHECK(terms.entry == std::vector<std::size_t>{4, 1, 2, 0, 3});
  CHECK(take_documents(counts, {}).size() == 0);
}
