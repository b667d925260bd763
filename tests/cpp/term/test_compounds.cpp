// SPDX-License-Identifier: GPL-2.0-or-later
// Expressions of several words that are joined.
#include "term/compounds.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::term;

TEST_CASE("compounds: the longest that begins here") {
  Compounds c;
  CHECK(c.empty());
  c.add({1, 2}, 0);
  c.add({1, 2, 3, 4}, 1);
  c.add({1, 2}, 7); // a repetition: the first holds
  const std::vector<std::int32_t> text = {1, 2, 3, 4, 1, 2, 3, 1, 9};
  const auto at = [&](std::size_t i) {
    return c.longest(text.data() + i, text.size() - i);
  };
  CHECK(!c.empty());
  CHECK(at(0).words == 4);
  CHECK(at(0).term == 1);
  CHECK(at(4).words == 2); // 1 2 3 is only the beginning of one
  CHECK(at(4).term == 0);
  CHECK(at(1).words == 0);
  CHECK(at(7).words == 0);
  CHECK(at(8).words == 0); // a word no expression knows
  CHECK(c.longest(text.data(), 3).words == 2);
  CHECK_THROWS_AS(c.add({1}, 2), input_error);
  CHECK(Compounds().longest(text.data(), 3).words == 0);
}

TEST_CASE("compounds: words of an expression are folded tokens") {
  using Words = std::vector<std::string>;
  WordOptions options;
  CHECK(compound_words("State  Security \u2018Department\u2019", options) ==
        Words{"state", "security", "department"});
  CHECK(compound_words("U.S. Treasury\u2019s", options) ==
        Words{"u.s.", "treasury's"});
  options.clitics = WordOptions::Clitics::split;
  CHECK(compound_words("Treasury\u2019s plan", options) ==
        Words{"treasury", "'s", "plan"});
  CHECK_THROWS_AS(compound_words("", options), input_error);
  CHECK_THROWS_AS(compound_words(" ... ", options), input_error);
  CHECK_THROWS_AS(compound_words("Group of 7", options), input_error);
  options.numbers = true;
  CHECK(compound_words("Group of 7", options) == Words{"group", "of", "7"});
}
