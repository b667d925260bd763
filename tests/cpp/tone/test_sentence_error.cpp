// SPDX-License-Identifier: GPL-2.0-or-later
// Repeated sentences are one.
#include "tone/sentence_error.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::tone;

namespace {

double error_of(const std::vector<double> &e,
                const std::vector<std::uint64_t> &key) {
  SentenceDeviations of;
  for (std::size_t i = 0; i < e.size(); ++i)
    of.add(e[i], key[i]);
  return sentence_error(of);
}

std::uint64_t key_of(const std::string &text) {
  text::WordOptions options;
  options.numbers = true;
  options.punctuation = true;
  std::vector<text::Token> tokens;
  text::Tokenizer(options).tokens(text, tokens);
  return sentence_key({text, tokens.data(), tokens.size(), false});
}

} // namespace

TEST_CASE("the error is that of the sums of unlike sentences") {
  // Of 1, 2, 6: mean 3, squares 4 + 1 + 9.
  CHECK(error_of({1, 2, 6}, {0, 0, 0}) == doctest::Approx(std::sqrt(1.5 * 14)));
  CHECK(error_of({1, 2, 6}, {7, 8, 9}) == doctest::Approx(std::sqrt(1.5 * 14)));
  CHECK(error_of({0.5, 2, 0.5, 6}, {7, 0, 7, 9}) ==
        doctest::Approx(std::sqrt(1.5 * 14)));
}

TEST_CASE("what does not vary has no error") {
  CHECK(std::isnan(error_of({}, {})));
  CHECK(std::isnan(error_of({3}, {0})));
  CHECK(std::isnan(error_of({3, 3}, {0, 0})));
  CHECK(std::isnan(error_of({1, 2, 4}, {5, 5, 5})));
}

TEST_CASE("a sentence is its tokens, not its blanks") {
  CHECK(key_of("A bad road.") == key_of("A  bad\nroad."));
  CHECK(key_of("A bad road.") != key_of("A bad road!"));
  CHECK(key_of("up 3 percent") != key_of("up 4 percent"));
  CHECK(key_of("a b") != key_of("b a"));
  CHECK(key_of("") != 0);
}
