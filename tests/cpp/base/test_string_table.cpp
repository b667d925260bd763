// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of strings: ids, growth, merging.
#include "base/string_table.h"

#include "base/hash.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace tritone;

TEST_CASE("base: a string table numbers strings by first arrival") {
  StringTable table;
  CHECK(table.empty());
  CHECK(table.find("a") == StringTable::kMissing);
  CHECK(table.insert("rain") == 0);
  CHECK(table.insert("") == 1);
  CHECK(table.insert(std::string_view("a\0b", 3)) == 2);
  CHECK(table.insert("rain") == 0);
  CHECK(table.size() == 3);
  CHECK(table.find(std::string_view("a\0b", 3)) == 2);
  CHECK(table.find("a") == StringTable::kMissing);
  CHECK(table[0] == "rain");
  CHECK(table[1] == "");
  CHECK(table[2].size() == 3);
  table.clear();
  CHECK(table.empty());
  CHECK(table.insert("b") == 0);
}

TEST_CASE("base: a string table agrees with std::map on random strings") {
  StringTable table;
  std::map<std::string, std::uint32_t> twin;
  Rng rng(1, 1);
  for (int i = 0; i < 50000; ++i) {
    std::string s(rng.below(20), 'x');
    for (char &c : s)
      c = static_cast<char>('a' + rng.below(4));
    const auto id =
        twin.emplace(s, static_cast<std::uint32_t>(twin.size())).first->second;
    REQUIRE(table.insert(s) == id);
  }
  REQUIRE(table.size() == twin.size());
  for (const auto &[s, id] : twin) {
    REQUIRE(table.find(s) == id);
    REQUIRE(table[id] == s);
  }
}

TEST_CASE("base: hashes differ where a byte or the length does") {
  std::set<std::uint64_t> seen;
  std::string s;
  for (int length = 0; length <= 40; ++length) {
    for (std::size_t i = 0; i < s.size(); ++i) {
      std::string t = s;
      t[i] = 'b';
      seen.insert(hash_bytes(t));
    }
    seen.insert(hash_bytes(s));
    s += 'a';
  }
  CHECK(seen.size() == 41 + 40 * 41 / 2);
  CHECK(hash_bytes(std::string(3, '\0')) != hash_bytes(std::string(4, '\0')));
  CHECK(hash_combine(1, 2) != hash_combine(2, 1));
}

TEST_CASE("base: a hash keys streams, so its values must never change") {
  CHECK(mix64(0) == 0);
  CHECK(mix64(1) == 0x5692161d100b05e5ULL);
  CHECK(hash_bytes("2021-10-11-hpa") ==
        hash_bytes(std::string("2021-10-11-hpa")));
}

TEST_CASE("base: merged tables hold each string once") {
  // Small into large, large into small, into an empty one, and overlap.
  for (const auto &[first, second] :
       {std::pair{0, 500}, {10, 20000}, {20000, 10}, {3000, 3000}}) {
    StringTable left;
    StringTable right;
    Rng rng(3, static_cast<std::uint64_t>(first));
    std::vector<std::string> left_strings;
    std::vector<std::string> right_strings;
    const auto fill = [&](StringTable &table, std::vector<std::string> &strings,
                          int n) {
      for (int i = 0; i < n; ++i) {
        std::string s = std::to_string(rng.below(5000));
        if (rng.below(2) == 0)
          s += " and more than an inline key holds";
        if (table.insert(s) == strings.size())
          strings.push_back(s);
      }
    };
    fill(left, left_strings, first);
    fill(right, right_strings, second);
    std::set<std::string> all(left_strings.begin(), left_strings.end());
    all.insert(right_strings.begin(), right_strings.end());

    const std::vector<std::uint32_t> ids = left.merge(std::move(right));
    REQUIRE(ids.size() == right_strings.size());
    CHECK(left.size() == all.size());
    for (std::size_t id = 0; id < ids.size(); ++id)
      REQUIRE(left[ids[id]] == right_strings[id]);
    for (std::uint32_t id = 0; id < left_strings.size(); ++id)
      REQUIRE(left.find(left_strings[id]) == id);
  }
}
