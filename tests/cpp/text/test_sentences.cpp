// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences by UAX #29, against the Unicode test file.
#include "text/sentences.h"

#include "text/unicode_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

std::vector<std::size_t> breaks(const std::string &text) {
  std::vector<Span> sentences;
  uax29_sentences(text, sentences);
  std::vector<std::size_t> result = {0};
  for (const Span &sentence : sentences) {
    CHECK(sentence.begin == result.back());
    result.push_back(sentence.end);
  }
  return result;
}

} // namespace

TEST_CASE("sentences: UAX #29 boundaries, small cases") {
  using Breaks = std::vector<std::size_t>;
  CHECK(breaks("") == Breaks{0});
  CHECK(breaks("It rained. It stopped.") == Breaks{0, 11, 22});
  CHECK(breaks("Up 3.5 points.") == Breaks{0, 14});
  CHECK(breaks("He said (why?) so.") == Breaks{0, 15, 18});
  CHECK(breaks("the U.S. army") == Breaks{0, 13});
  CHECK(breaks("one\r\ntwo") == Breaks{0, 5, 8});
  CHECK(breaks("\u3042\u3002\u3044") == Breaks{0, 6, 9});
}

TEST_CASE("sentences: SentenceBreakTest.txt") {
  test::check_break_file("SentenceBreakTest.txt", 500, breaks);
}
