// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches of texts against exact Jaccard similarities; pairs of repeats.
#include "article/collection/duplicates.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

TextSketch sketch(const std::string &text) {
  TextSketch out;
  std::string scratch;
  sketch_text(text, out, scratch);
  return out;
}

// Word number i of a language of 500 words, drawn by a seed.
std::string words(std::uint32_t seed, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) {
    seed = seed * 1664525U + 1013904223U;
    out += "w" + std::to_string((seed >> 10) % 500) + " ";
  }
  return out;
}

} // namespace

TEST_CASE("duplicates: case, marks and blanks make no difference") {
  const TextSketch a =
      sketch("The river at Tarsk rose again, \"late\" on Monday");
  const TextSketch b =
      sketch("THE RIVER\nat Tarsk rose again \u201Clate\u201D on monday.");
  CHECK(a.hash == b.hash);
  CHECK(a.words == 9);
  CHECK(a.minima == b.minima);
  CHECK(similarity(a, b) == 1);
  CHECK(sketch("a b").hash != sketch("b a").hash);
  CHECK(sketch("").words == 0);
  CHECK(sketch("Caf\u00E9").hash == sketch("CAFE\u0301").hash);
  CHECK(sketch(std::string(100, 'A')).hash ==
        sketch(std::string(100, 'a')).hash);
}

TEST_CASE("duplicates: the estimate is near the Jaccard similarity") {
  double error = 0;
  for (std::uint32_t run = 0; run < 50; ++run) {
    const std::string shared = words(run, 200);
    const std::string a = shared + words(1000 + run, 40);
    const std::string b = shared + words(2000 + run, 40);
    // 197 + about 40 shingles each of which 197 are common.
    error += similarity(sketch(a), sketch(b)) - 197.0 / (197 + 80);
  }
  CHECK(std::abs(error / 50) < 0.03);
  CHECK(similarity(sketch(words(1, 200)), sketch(words(2, 200))) < 0.2);
}

TEST_CASE("duplicates: pairs of near repeats") {
  std::vector<TextSketch> all;
  for (std::uint32_t i = 0; i < 40; ++i)
    all.push_back(sketch(words(i, 150)));
  for (std::uint32_t i = 0; i < 10; ++i) // 3 words more
    all.push_back(sketch(words(i, 150) + "and so on"));
  NullMonitor monitor;
  const auto one = near_repeats(all, 0.8, 20, 1, monitor);
  REQUIRE(one.size() == 10);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].article == 40 + i);
    CHECK(one[i].original == i);
    CHECK(one[i].similarity > 0.8);
  }
  for (std::size_t threads : {2U, 7U}) {
    const auto other = near_repeats(all, 0.8, 20, threads, monitor);
    REQUIRE(other.size() == 10);
    for (std::size_t i = 0; i < 10; ++i)
      CHECK(other[i].original == one[i].original);
  }
  CHECK(near_repeats(all, 0.8, 200, 1, monitor).empty());
  CHECK(near_repeats({}, 0.8, 20, 1, monitor).empty());
}
