// SPDX-License-Identifier: GPL-2.0-or-later
// Entries of a dictionary as a tree, and the words that types fit.
#include "term/entry_trie.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

std::vector<std::uint32_t> list(const NumberRange &range) {
  return {range.begin(), range.end()};
}

using Numbers = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("entry trie: paths and what ends at them") {
  const EntryTrie trie(
      {{2, {0, 1}}, {0, {0}}, {1, {0, 1}}, {2, {0, 1}}, {1, {0, 1, 1}}}, 3, 3);
  CHECK(trie.has_expressions());
  CHECK(trie.first(1) == EntryTrie::kNone);
  const std::uint32_t one = trie.first(0);
  CHECK(list(trie.ends(one)) == Numbers{0});
  CHECK(trie.next(one, 2) == EntryTrie::kNone);
  const std::uint32_t two = trie.next(one, 1);
  CHECK(list(trie.ends(two)) == Numbers{2, 1});
  const std::uint32_t three = trie.next(two, 1);
  CHECK(list(trie.ends(three)) == Numbers{1});
  CHECK(trie.next(three, 1) == EntryTrie::kNone);
}

TEST_CASE("entry trie: many edges of one node") {
  std::vector<DictionaryEntry> entries;
  for (std::uint32_t w = 0; w < 1000; ++w)
    entries.push_back({w % 7, {3, w}});
  const EntryTrie trie(entries, 1001, 7);
  for (std::uint32_t w = 0; w < 1000; ++w)
    CHECK(list(trie.ends(trie.next(trie.first(3), w))) == Numbers{w % 7});
  CHECK(trie.next(trie.first(3), 1000) == EntryTrie::kNone);
}

TEST_CASE("entry trie: words alone, and what is refused") {
  const EntryTrie trie({{0, {1}}}, 2, 1);
  CHECK_FALSE(trie.has_expressions());
  CHECK(trie.next(trie.first(1), 1) == EntryTrie::kNone);
  CHECK(EntryTrie({}, 0, 0).categories() == 0);
  CHECK_THROWS_AS(EntryTrie({{1, {0}}}, 2, 1), input_error);
  CHECK_THROWS_AS(EntryTrie({{0, {}}}, 2, 1), input_error);
  CHECK_THROWS_AS(EntryTrie({{0, {0, 2}}}, 2, 1), input_error);
}

TEST_CASE("type words: from lists by word, or one type after the other") {
  const TypeWords words = TypeWords::of({{2, 3}, {}, {2}}, 3);
  CHECK(words.size() == 4);
  CHECK(TypeWords::is_hole(words[0]));
  CHECK(words[1].empty());
  CHECK(list(words[2]) == Numbers{0, 2});
  CHECK(list(words[3]) == Numbers{0});
  CHECK_THROWS_AS(TypeWords::of({{4}}, 3), input_error);
  CHECK_THROWS_AS(TypeWords::of({{0}}, 3), input_error);
  TypeWords more;
  more.add({});
  more.add({5});
  more.add_hole();
  CHECK(more[0].empty());
  CHECK_FALSE(TypeWords::is_hole(more[0]));
  CHECK(list(more[1]) == Numbers{5});
  CHECK(TypeWords::is_hole(more[2]));
}
