// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches of texts against exact Jaccard similarities.
#include "article/collection/repeats.h"

#include "article/collection/shingles_of.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

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

TEST_CASE("duplicates: similarities are exact") {
  const std::string shared = words(1, 100);
  std::vector<Shingles> texts{shingles_of(shared + words(2, 50)),
                              shingles_of(shared + words(3, 30)),
                              shingles_of(words(4, 200))};
  NullMonitor monitor;
  const auto pairs = find_copies(texts, CopyOptions(), 1, monitor);
  REQUIRE(pairs.size() == 1);
  std::set<std::uint32_t> both;
  std::size_t common = 0;
  for (const auto *text : {&texts[0], &texts[1]})
    for (const std::uint32_t hash : text->hashes)
      common += !both.insert(hash).second;
  CHECK(pairs[0].first == 0);
  CHECK(pairs[0].second == 1);
  CHECK(pairs[0].jaccard ==
        static_cast<double>(common) / static_cast<double>(both.size()));
  CHECK(pairs[0].containment ==
        static_cast<double>(common) /
            static_cast<double>(texts[1].hashes.size()));
}

TEST_CASE("duplicates: nearly every pair at the threshold is found") {
  for (const double least : {0.5, 0.3, 0.1}) {
    CAPTURE(least);
    // Pairs that share n shingles of n / least.
    std::vector<Shingles> texts;
    const int shared = 100;
    const int own = static_cast<int>((96 / (1.05 * least) - 96) / 2) - 5;
    for (std::uint32_t i = 0; i < 200; ++i) {
      const std::string common = words(7 * i + 1, shared);
      texts.push_back(shingles_of(common + words(7 * i + 2, own)));
      texts.push_back(shingles_of(common + words(7 * i + 3, own)));
    }
    CopyOptions options;
    options.jaccard = least;
    NullMonitor monitor;
    CHECK(find_copies(texts, options, 2, monitor).size() >= 196);
  }
}

TEST_CASE("duplicates: a cut copy is found by containment alone") {
  std::vector<Shingles> texts;
  for (std::uint32_t i = 0; i < 100; ++i) {
    const std::string stub = words(5 * i + 1, 60);
    texts.push_back(shingles_of(stub + words(5 * i + 2, 600)));
    texts.push_back(shingles_of(stub));
  }
  NullMonitor monitor;
  CopyOptions options;
  CHECK(find_copies(texts, options, 2, monitor).empty());
  options.containment = 0.7;
  const auto one = find_copies(texts, options, 1, monitor);
  CHECK(one.size() == 100);
  for (const CopyPair &pair : one)
    CHECK(pair.containment >= 0.7);
  for (const std::size_t threads : {2U, 7U}) {
    const auto other = find_copies(texts, options, threads, monitor);
    REQUIRE(other.size() == one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(other[i].first == one[i].first);
      CHECK(other[i].second == one[i].second);
      CHECK(other[i].jaccard == one[i].jaccard);
    }
  }
}

TEST_CASE("duplicates: no farther apart than the window") {
  const std::string text = words(1, 100);
  std::vector<Shingles> texts{shingles_of(text), shingles_of(text),
                              shingles_of(text)};
  CopyOptions options;
  options.days = {10, 13, kNoDay};
  options.window = 2;
  NullMonitor monitor;
  CHECK(find_copies(texts, options, 1, monitor).size() == 2);
  options.window = 3;
  CHECK(find_copies(texts, options, 1, monitor).size() == 3);
}

TEST_CASE("duplicates: a crowd of copies is one group") {
  std::vector<Shingles> texts(300, shingles_of(words(1, 100)));
  NullMonitor monitor;
  const auto pairs = find_copies(texts, CopyOptions(), 2, monitor);
  CHECK(pairs.size() < 300 * 20);
  for (const std::size_t group : copy_groups(texts.size(), pairs))
    CHECK(group == 0);
}
