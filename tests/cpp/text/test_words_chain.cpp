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

TEST_CASE("chain: elided words of French and Italian") {
  const auto parts = [](const std::string &word) {
    const Elision found = elision(word.data(), word.data() + word.size());
    return std::string(word.data(), found.end) + "|" +
           std::string(found.next, word.data() + word.size());
  };
  CHECK(parts("l'art") == "l|art");
  CHECK(parts("L\u2019\u00C9tat") == "L|\u00C9tat");
  CHECK(parts("dell'arte") == "dell|arte");
  CHECK(parts("lorsqu'il") == "lorsqu|il");
  CHECK(parts("d'hier") == "d|hier");
  CHECK(parts("vent'anni") == "vent|anni");
  CHECK(parts("cinquant'anni") == "cinquant|anni");
  CHECK(parts("ch'egli") == "ch|egli");
  for (const std::string whole :
       {"aujourd'hui", "quelqu'un", "c'mon", "O'Brien", "all's", "don't", "l'",
        "rock", "l"}) {
    CAPTURE(whole);
    CHECK(parts(whole) == "|" + whole);
  }
}
