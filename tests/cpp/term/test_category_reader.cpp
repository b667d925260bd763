// SPDX-License-Identifier: GPL-2.0-or-later
// Matches of a dictionary over several stretches of one article.
#include "term/category_reader.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// A type fits the words given for it; nothing divides tokens but those at `cut`
// and before it.
struct Plain {
  std::vector<std::size_t> type;
  const TypeWords *of_type;
  std::size_t cut = 0;

  NumberRange words(std::size_t t) const { return (*of_type)[type[t]]; }
  bool joined(std::size_t a, std::size_t b) const {
    return cut <= a || cut > b;
  }
};

std::string shown(const std::vector<CategoryCell> &found) {
  std::string out;
  for (const CategoryCell &cell : found)
    out += std::to_string(cell.article) + "," + std::to_string(cell.category) +
           ":" + std::to_string(static_cast<int>(cell.count)) + " ";
  return out;
}

using Entries = std::vector<DictionaryEntry>;

// The same by trying each entry at each token.
std::vector<double> slowly(const Plain &tokens, const Entries &entries,
                           std::size_t categories) {
  std::vector<double> out(categories + 1, 0.0);
  std::vector<std::size_t> until(categories, 0);
  const std::size_t n = tokens.type.size();
  std::size_t covered = 0;
  for (std::size_t t = 0; t < n; ++t) {
    if (TypeWords::is_hole(tokens.words(t)))
      continue;
    std::vector<std::size_t> longest(categories, 0);
    for (const DictionaryEntry &entry : entries) {
      const std::size_t size = entry.words.size();
      bool fits = size <= n - t && tokens.joined(t, t + size - 1) &&
                  t >= until[entry.category];
      for (std::size_t k = 0; fits && k < size; ++k) {
        const NumberRange words = tokens.words(t + k);
        fits = std::find(words.begin(), words.end(), entry.words[k]) !=
               words.end();
      }
      if (fits)
        longest[entry.category] = std::max(longest[entry.category], size);
    }
    for (std::size_t c = 0; c < categories; ++c)
      if (longest[c] > 0) {
        ++out[c];
        until[c] = t + longest[c];
        covered = std::max(covered, until[c]);
      }
    out[categories] += t >= covered;
  }
  return out;
}

} // namespace

TEST_CASE("category reader: a match in one stretch hides none in the next") {
  const EntryTrie entries({{0, {1, 2}}, {0, {1}}}, 3, 1);
  const TypeWords words = TypeWords::of({{}, {1}, {2}}, 2);
  Plain tokens{{1, 2, 1, 0, 1}, &words};
  CategoryReader reader(entries);
  std::vector<CategoryCell> found;
  reader.read(tokens, 0, 5); // 1 2 | 1 | hole | 1
  tokens.type = {1, 2};
  reader.read(tokens, 0, 2);
  reader.close(4, found);
  CHECK(shown(found) == "4,0:4 ");
  // The counts begin anew; a pair does not reach over the end.
  tokens.type = {2, 1};
  reader.read(tokens, 0, 2);
  tokens.type = {2};
  reader.read(tokens, 0, 1);
  reader.close(5, found);
  CHECK(shown(found) == "4,0:4 5,0:1 5,1:2 ");
}

TEST_CASE("category reader: what trying all entries at all tokens gives") {
  Rng rng(5, 1);
  const auto below = [&](std::uint32_t n) { return rng.below(n); };
  for (int round = 0; round < 300; ++round) {
    constexpr std::uint32_t kWords = 4;
    constexpr std::size_t kCategories = 3;
    Entries all;
    for (std::uint32_t e = below(12); e > 0; --e) {
      DictionaryEntry entry{below(kCategories), {}};
      for (std::uint32_t k = below(4); k < 4; ++k)
        entry.words.push_back(below(kWords));
      all.push_back(entry);
    }
    TypeWords words;
    words.add_hole();
    words.add({});
    words.add({0, 1});
    words.add({1, 2, 3});
    words.add({3});
    Plain tokens{{}, &words, below(30)};
    for (int t = 0; t < 30; ++t)
      tokens.type.push_back(below(5));
    const EntryTrie entries(all, kWords, kCategories);
    CategoryReader reader(entries);
    std::vector<CategoryCell> found;
    reader.read(tokens, 0, tokens.type.size());
    reader.close(0, found);
    std::vector<double> counts(kCategories + 1, 0.0);
    for (const CategoryCell &cell : found)
      counts[cell.category] += cell.count;
    CHECK(counts == slowly(tokens, all, kCategories));
  }
}
