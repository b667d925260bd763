// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences and stretches of the tokens of a segment.
#include "term/stretches.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// The number of the sentence of each token, with | before those that begin a
// stretch.
std::string shown(std::string_view text, bool in_title = false) {
  std::vector<text::Token> tokens;
  text::Tokenizer({}).tokens(text, tokens);
  StretchScratch scratch;
  const std::size_t n = find_stretches({in_title, 0, text},
                                       text::WordRules::news, tokens, scratch);
  std::string out;
  for (std::size_t t = 0; t < tokens.size(); ++t)
    out += (scratch.begins[t] != 0 ? "|" : "") +
           std::to_string(scratch.sentence[t]);
  return out + " of " + std::to_string(n);
}

} // namespace

TEST_CASE("stretches: marks and sentences begin them") {
  CHECK(shown("Rain, no wind. It fell.") == "|0|00|11 of 2");
  CHECK(shown("Rain fell\nin the U.S. The wind fell.") == "|00000|111 of 2");
  CHECK(shown("Rain. Wind.", true) == "|00 of 1");
  CHECK(shown("Rain. Wind.") == "|0|1 of 2");
  CHECK(shown("") == " of 0");
  CHECK(shown(" ", true) == " of 0");
}
