// SPDX-License-Identifier: GPL-2.0-or-later
// Matches of a dictionary over several stretches of one article.
#include "term/category_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// Types are words; a type of 0 is a hole, and nothing divides tokens.
struct Plain {
  std::vector<std::uint32_t> type;
  std::vector<std::vector<std::uint32_t>> first; // entries, by type
  bool hole(std::size_t t) const { return type[t] == 0; }
  const std::vector<std::uint32_t> &begins(std::size_t t) const {
    return first[type[t]];
  }
  bool fits(std::size_t t, std::uint32_t word) const { return type[t] == word; }
  bool joined(std::size_t, std::size_t) const { return true; }
};

std::string shown(const CategoryCounts &found) {
  std::string out;
  for (std::size_t i = 0; i < found.article.size(); ++i)
    out += std::to_string(found.article[i]) + "," +
           std::to_string(found.category[i]) + ":" +
           std::to_string(static_cast<int>(found.count[i])) + " ";
  return out;
}

} // namespace

TEST_CASE("category reader: a match in one stretch hides none in the next") {
  Dictionary dictionary;
  dictionary.categories = 1;
  dictionary.entries = {{0, {1, 2}}, {0, {1}}};
  Plain tokens{{1, 2, 1, 0, 1}, {{}, {0, 1}, {}}};
  CategoryReader reader(dictionary);
  CategoryCounts found;
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
