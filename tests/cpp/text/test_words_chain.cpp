// SPDX-License-Identifier: GPL-2.0-or-later
// Chains of letters joined by marks.
#include "text/words_chain.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::text::words_detail;

namespace {

std::size_t clitic(const std::string &word) {
  const char *const p = word.data();
  return static_cast<std::size_t>(clitic_begin(p, p + word.size()) - p);
}

} // namespace

TEST_CASE("words_chain: what is known of a chain") {
  const std::string text = "Roy-B.C.'s end";
  const char *const p = text.data();
  const Chain chain = read_chain(p, p + text.size());
  CHECK(chain.end == p + 10);
  CHECK(chain.last.value == 's');
  CHECK(chain.letter);
  CHECK(chain.capital);
  CHECK(chain.hyphen);
  CHECK(chain.apostrophe);

  const std::string number = "12.5";
  const Chain digits = read_chain(number.data(), number.data() + 4);
  CHECK(digits.end == number.data() + 4);
  CHECK_FALSE(digits.letter);
  CHECK_FALSE(digits.capital);
  CHECK_FALSE(digits.hyphen);
}

TEST_CASE("words_chain: runs") {
  const std::string text = "ab1e\u0301'x";
  CHECK(run_end(text.data(), text.data() + text.size()) == text.data() + 6);
}

TEST_CASE("words_chain: clitics") {
  CHECK(clitic("she's") == 3);
  CHECK(clitic("she\u2019LL") == 3);
  CHECK(clitic("they've") == 4);
  CHECK(clitic("don't") == 2);
  CHECK(clitic("DON\u02BCT") == 2);
  CHECK(clitic("she'll's") == 6);
  for (const std::string word : {"", "s", "'s", "n't", "at't", "she's'", "o'er",
                                 "ma'am", "x'ee", "x'", "l'\u00E9"}) {
    CAPTURE(word);
    CHECK(clitic(word) == word.size());
  }
}
