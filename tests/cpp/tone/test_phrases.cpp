// SPDX-License-Identifier: GPL-2.0-or-later
// The trie of phrases.
#include "tone/phrases.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

constexpr std::uint32_t kNone = PhraseTrie::kNone;

} // namespace

TEST_CASE("tone phrases: trie paths share their beginnings") {
  PhraseTrie trie;
  CHECK(trie.nodes() == 1);
  CHECK(trie.word("a") == kNone);
  const std::uint32_t ab = trie.add({"a", "b"});
  const std::uint32_t a = trie.add({"a"});
  const std::uint32_t abc = trie.add({"a", "b", "c"});
  CHECK(trie.nodes() == 4);
  CHECK(trie.add({"a", "b"}) == ab);
  CHECK(trie.nodes() == 4);
  CHECK(trie.step(0, trie.word("a")) == a);
  CHECK(trie.step(a, trie.word("b")) == ab);
  CHECK(trie.step(ab, trie.word("c")) == abc);
  CHECK(trie.step(0, trie.word("b")) == kNone); // begins no phrase
  CHECK(trie.step(abc, trie.word("a")) == kNone);
  CHECK(trie.step(0, kNone) == kNone);
  CHECK(trie.step(a, kNone) == kNone);
}
