// SPDX-License-Identifier: GPL-2.0-or-later
// Places of terms with the words around them.
#include "term/context.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;
using namespace tritone::term;

TEST_CASE("context: bytes of characters, in either direction") {
  const std::string text = "a\u00e9\u20ac\U0001f600b";
  ByteOffsets bytes(text);
  const std::size_t want[] = {0, 1, 3, 6, 10, 11};
  for (const std::size_t i : {5U, 0U, 3U, 2U, 4U, 4U, 1U, 5U})
    CHECK(bytes.at(i) == want[i]);
  CHECK_THROWS_AS(bytes.at(6), input_error);
  ByteOffsets ascii("abc");
  CHECK(ascii.at(3) == 3);
  CHECK(ascii.at(1) == 1);
  CHECK_THROWS_AS(ascii.at(4), input_error);
  ByteOffsets empty("");
  CHECK(empty.at(0) == 0);
  CHECK_THROWS_AS(empty.at(1), input_error);
}

TEST_CASE("context: texts of places, over blocks") {
  const std::string title = "Caf\u00e9 opens";
  const std::string text = "The caf\u00e9 in T\u00e1rsk opens at noon.";
  const std::vector<Article> articles = {
      {title, text, false}, {{}, {}, true}, {{}, text, false}};
  NullMonitor monitor;
  for (const std::size_t block : {1U, 8U}) {
    const MemorySource source(articles, 1 << 17, block);
    const auto found = context_texts(source,
                                     {{0, true, 0, 0, 4, 10},
                                      {0, false, 0, 4, 20, 26},
                                      {0, false, 4, 9, 11, 17},
                                      {2, false, 4, 4, 8, 8}},
                                     monitor);
    REQUIRE(found.size() == 4);
    CHECK(found[0].left == "");
    CHECK(found[0].match == "Caf\u00e9");
    CHECK(found[0].right == "opens");
    CHECK(found[1].left == "The");
    CHECK(found[1].match == "caf\u00e9 in T\u00e1rsk op");
    CHECK(found[2].match == "in");
    CHECK(found[2].right == "T\u00e1rsk");
    CHECK(found[3].match == "caf\u00e9");
    CHECK(found[3].right == "");
    CHECK(context_texts(source, {}, monitor).empty());
    CHECK_THROWS_AS(context_texts(source, {{3, false, 0, 0, 1, 1}}, monitor),
                    input_error);
    CHECK_THROWS_AS(context_texts(source, {{1, false, 0, 0, 1, 1}}, monitor),
                    input_error);
    CHECK_THROWS_AS(context_texts(source, {{2, false, 3, 2, 1, 1}}, monitor),
                    input_error);
  }
}
