// SPDX-License-Identifier: GPL-2.0-or-later
// Keys, sketches and counts of n-grams.
#include "term/grams.h"

#include "term/doc_sketch.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

std::uint64_t key_of(const GramNames &names,
                     const std::vector<std::uint32_t> &gram) {
  std::uint64_t key = names.key(gram[0]);
  for (std::size_t i = 1; i < gram.size(); ++i)
    key = names.join(key, gram[i]);
  return key;
}

} // namespace

TEST_CASE("grams: equal names have equal keys and one id") {
  StringTable terms;
  const std::uint32_t north = terms.insert("north");
  const std::uint32_t korea = terms.insert("korea");
  const std::uint32_t both = terms.insert("north_korea");
  const std::uint32_t new_ = terms.insert("new");
  const GramNames names(terms, "_");
  CHECK(key_of(names, {north, korea}) == key_of(names, {both}));
  CHECK(key_of(names, {new_, north, korea}) == key_of(names, {new_, both}));
  CHECK(key_of(names, {north, korea}) != key_of(names, {korea, north}));
  GramTable table(names);
  const auto insert = [&](const std::vector<std::uint32_t> &gram) {
    return table.insert(key_of(names, gram), gram.data(), gram.size());
  };
  CHECK(insert({north, korea}) == 0);
  CHECK(insert({both}) == 0);
  CHECK(insert({korea, north}) == 1);
  CHECK(insert({new_, both}) == 2);
  CHECK(insert({new_, north, korea}) == 2);
  CHECK(table.size() == 3);
  CHECK(table.name(0) == "north_korea");
  CHECK(table.name(2) == "new_north_korea");
  CHECK(table.length(2) == 2);
}

TEST_CASE("grams: different names with the same key are kept apart") {
  StringTable terms;
  for (const char *term : {"a", "b", "c"})
    terms.insert(term);
  const GramNames names(terms, "_");
  GramTable table(names);
  for (std::uint32_t t : {0U, 1U, 2U, 1U, 0U})
    CHECK(table.insert(42, &t, 1) == t);
  CHECK(table.size() == 3);
}

TEST_CASE("grams: many, through growth") {
  StringTable terms;
  for (int t = 0; t < 200; ++t)
    terms.insert("t" + std::to_string(t));
  const GramNames names(terms, "--");
  GramTable table(names);
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t a = 0; a < 200; ++a)
      for (std::uint32_t b = 0; b < 200; ++b) {
        const std::uint32_t gram[] = {a, b};
        REQUIRE(table.insert(key_of(names, {a, b}), gram, 2) == a * 200 + b);
      }
  CHECK(table.size() == 40000);
  CHECK(table.name(201) == "t1--t1");
  CHECK(table.bytes() < 40000 * 64);
}

TEST_CASE("sketch: a bound is never too low") {
  DocSketch sketch(8, 3);
  for (std::uint64_t key = 0; key < 2000; ++key)
    for (std::uint64_t d = 0; d < key % 5; ++d)
      sketch.add(key * 77);
  for (std::uint64_t key = 0; key < 2000; ++key)
    if (key % 5 >= 3)
      CHECK(sketch.reaches(key * 77));
  // And with room enough it is hardly ever too high.
  DocSketch roomy(16, 2);
  for (std::uint64_t key = 0; key < 1000; ++key)
    roomy.add(key);
  int wrong = 0;
  for (std::uint64_t key = 0; key < 1000; ++key)
    wrong += roomy.reaches(key);
  CHECK(wrong < 10);
  CHECK(roomy.bytes() == 65536);
  DocSketch deep(6, 100000); // kept apart up to 255 only
  for (int d = 0; d < 255; ++d)
    deep.add(1);
  CHECK(deep.reaches(1));
}
