// SPDX-License-Identifier: GPL-2.0-or-later
// Marks between tokens.
#include "text/gaps.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone::text;

namespace {

// The tokens with | between those that a mark keeps apart.
std::string cut(const std::string &text, const WordOptions &options = {}) {
  std::vector<Token> tokens;
  std::vector<std::uint8_t> apart;
  Tokenizer(options).tokens(text, tokens);
  find_gaps(text, tokens, apart);
  REQUIRE(apart.size() == tokens.size());
  std::string out;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (t > 0)
      out += apart[t] != 0 ? "|" : " ";
    out += text.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
  }
  return out;
}

} // namespace

TEST_CASE("gaps: marks that divide") {
  for (const char *text : {"stock, market",
                           "stock: market",
                           "stock; market",
                           "stock/market",
                           "stock (market",
                           "stock) market",
                           "stock [market]",
                           "stock - market",
                           "stock -- market",
                           "stock\u2014market",
                           "stock \u2013 market",
                           "stock \"market\"",
                           "stock \u201Cmarket\u201D",
                           "stock \u00ABmarket\u00BB",
                           "stock! market",
                           "stock? market",
                           "stock\u2026 market",
                           "stock ... market",
                           "stock | market",
                           "stock\u3001market",
                           "stock \u2022 market",
                           "stock 'market'",
                           "stock \u2018market\u2019",
                           "stock.Market"}) {
    CAPTURE(text);
    CHECK(cut(text).substr(0, 6) == "stock|");
  }
}

TEST_CASE("gaps: what lies between and does not divide") {
  for (const char *text :
       {"stock market", "stock\nmarket", "stock  \t market", "stock & market",
        "stock $5 market", "stock 1,200.5 market", "stock 10:30 market",
        "stock 10\u201312 market", "stock 5% market", "stock 3/4 market",
        "stock -5 market", "stock\u00A0market", "stock. market"}) {
    CAPTURE(text);
    CHECK(cut(text) == "stock market");
  }
  CHECK(cut("workers' party") == "workers party");
  CHECK(cut("workers\u2019 party") == "workers party");
  CHECK(cut("the '90s style") == "the 90s style");
  CHECK(cut("Gen. Smith") == "Gen Smith");
  CHECK(cut("pre- and post-war") == "pre and post-war");
}

TEST_CASE("gaps: parts of a word, tokens of marks, single quotes, nothing") {
  WordOptions options;
  options.hyphens = WordOptions::Hyphens::split;
  options.clitics = WordOptions::Clitics::split;
  CHECK(cut("state-of-the-art don't l'art", options) ==
        "state of the art do n't l art");
  WordOptions marks;
  marks.punctuation = true;
  CHECK(cut("stock, market", marks) == "stock , market");
  CHECK(cut("a 'new deal' now") == "a|new deal|now");
  CHECK(cut("a \u2018new deal\u2019 now") == "a|new deal|now");
  CHECK(cut("").empty());
  CHECK(cut("(Rain)") == "Rain");
}
