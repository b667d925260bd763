// SPDX-License-Identifier: GPL-2.0-or-later
// The outer quotations of an article, and how they look.
#include "article/voices/outer_quotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::vector<VoiceQuote> quotes(const std::string &text) {
  std::vector<text::Quotation> found;
  std::vector<VoiceQuote> out;
  find_outer_quotes(text, {{0, text.size()}}, found, out);
  return out;
}

} // namespace

TEST_CASE("outer quotes: words, the mark before the end, Title Case") {
  const auto found =
      quotes("\u201CIt rained,\u201D he said of \"The Last Train\" there.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].words == 2);
  CHECK(found[0].stopped);
  CHECK_FALSE(found[0].title);
  CHECK(found[1].words == 3);
  CHECK_FALSE(found[1].stopped);
  CHECK(found[1].title);
}

TEST_CASE("outer quotes: not those inside others, in attributes, elsewhere") {
  CHECK(quotes("\u201CShe said, \u2018No.\u2019\u201D").size() == 1);
  CHECK(quotes("id=\"12\"").empty());
  std::vector<text::Quotation> found;
  std::vector<VoiceQuote> out;
  find_outer_quotes("\"one\"\n\n\"two\"", {{7, 12}}, found, out);
  REQUIRE(out.size() == 1);
  CHECK(out[0].begin == 7);
}
