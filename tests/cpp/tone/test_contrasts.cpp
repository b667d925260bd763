// SPDX-License-Identifier: GPL-2.0-or-later
// Adversatives: clauses that they begin, and what they do to hits around them.
#include "tone/contrasts.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone::tone;

namespace {

const std::vector<Shifter> kShifters = {{"but", ShifterKind::adversative, 2},
                                        {"not", ShifterKind::negator, -0.5},
                                        {"yet", ShifterKind::adversative, 4}};

FoundHit hit_at(std::size_t begin, std::size_t end) {
  FoundHit hit{};
  hit.begin = begin;
  hit.end = end;
  return hit;
}

} // namespace

TEST_CASE("adversatives at the beginning of a clause weigh the hits around") {
  // Tokens: good , but not bad ; yet good, with marks at 1 and 5.
  std::vector<Mark> marks(8, Mark::none);
  marks[1] = marks[5] = Mark::clause;
  Contrasts at(marks, kShifters, {{2, 3, 0}, {3, 4, 1}, {6, 7, 2}});
  CHECK(at.factor(hit_at(0, 1)) == 1.0 / 2 / 4);
  CHECK(at.factor(hit_at(4, 5)) == 2.0 / 4);
  CHECK(at.factor(hit_at(6, 8)) == 2); // shares a word with "yet"
  CHECK(at.factor(hit_at(7, 8)) == 2.0 * 4);
}

TEST_CASE("adversatives inside a clause only end a window") {
  Contrasts at(std::vector<Mark>(4, Mark::none), kShifters, {{1, 2, 0}});
  CHECK(at.factor(hit_at(0, 1)) == 1);
  CHECK(at.factor(hit_at(2, 3)) == 1);
  CHECK(at.clause_begin(1) == 0);
  CHECK(at.clause_begin(2) == 2);
  CHECK(at.covers(1));
  CHECK_FALSE(at.covers(0));
  CHECK_FALSE(at.covers(2));
}

TEST_CASE("a sentence without adversatives, and one of thousands") {
  Contrasts none({}, kShifters, {});
  CHECK(none.factor(hit_at(0, 1)) == 1);
  CHECK(none.clause_begin(5) == 0);
  CHECK_FALSE(none.covers(0));
  std::vector<FoundPhrase> found;
  for (std::size_t i = 0; i < 5000; ++i)
    found.push_back({2 * i + 1, 2 * i + 2, 0});
  Contrasts many(std::vector<Mark>(10001, Mark::clause), kShifters, found);
  CHECK(many.factor(hit_at(0, 1)) == 1e-100);
  CHECK(many.factor(hit_at(10000, 10001)) == 1e100);
}
