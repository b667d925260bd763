// SPDX-License-Identifier: GPL-2.0-or-later
// Words by UAX #29, against the Unicode test file.
#include "text/words.h"

#include "base/error.h"
#include "text/fold.h"
#include "text/unicode_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

std::vector<std::size_t> breaks(const std::string &text) {
  std::vector<Span> words;
  uax29_words(text, words);
  std::vector<std::size_t> result = {0};
  for (const Span &word : words) {
    CHECK(word.begin == result.back());
    result.push_back(word.end);
  }
  return result;
}

std::string segments(const std::string &text) {
  std::vector<Span> words;
  uax29_words(text, words);
  std::string result;
  for (const Span &word : words)
    result += (result.empty() ? "" : "|") +
              text.substr(word.begin, word.end - word.begin);
  return result;
}

std::string uax29_tokens(const std::string &text, bool all = false) {
  WordOptions options;
  options.rules = WordRules::uax29;
  options.numbers = options.punctuation = all;
  std::vector<Token> tokens;
  Tokenizer(options).tokens(text, tokens);
  std::string result;
  for (const Token &token : tokens)
    result += (result.empty() ? "" : "|") +
              text.substr(token.begin, token.end - token.begin);
  return result;
}

} // namespace

TEST_CASE("words: UAX #29 boundaries, small cases") {
  CHECK(breaks("") == std::vector<std::size_t>{0});
  CHECK(segments("can't") == "can't");
  CHECK(segments("can\u2019t stop") == "can\u2019t| |stop");
  CHECK(segments("3.5,1 a.b") == "3.5,1| |a.b");
  CHECK(segments("state-of") == "state|-|of");
  CHECK(segments("a  b") == "a|  |b");
  CHECK(segments("a\r\nb\n\nc") == "a|\r\n|b|\n|\n|c");
  CHECK(segments("caf\u0065\u0301 x") == "cafe\u0301| |x");
  // Four indicators are two flags.
  CHECK(segments("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7") ==
        "\U0001F1E9\U0001F1EA|\U0001F1EB\U0001F1F7");
  CHECK(segments("\U0001F469\u200D\U0001F680!") ==
        "\U0001F469\u200D\U0001F680|!");
  CHECK(segments("\u65E5\u672C\u30A2\u30A4") == "\u65E5|\u672C|\u30A2\u30A4");
  // Blanks joined to a joiner and an emoji (WB3d, WB4, WB3c).
  CHECK(segments("  \u200D\U0001F680") == "  \u200D\U0001F680");
}

TEST_CASE("words: tokens by UAX #29") {
  CHECK(uax29_tokens("") == "");
  CHECK(uax29_tokens("The 24-hour U.S. curfew, 3.5% \u2764\uFE0F") ==
        "The|hour|U.S|curfew");
  CHECK(uax29_tokens("The 24-hour U.S. curfew, 3.5% \u2764\uFE0F", true) ==
        "The|24|-|hour|U.S|.|curfew|,|3.5|%|\u2764\uFE0F");
  CHECK(uax29_tokens("\u65E5\u672C") == "\u65E5|\u672C");
}

TEST_CASE("words: kinds and capitals by UAX #29") {
  WordOptions options;
  options.rules = WordRules::uax29;
  options.numbers = options.punctuation = true;
  std::vector<Token> tokens;
  Tokenizer(options).tokens("Rain 12 , + rain \u00C9t\u00E9", tokens);
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].kind == TokenKind::word);
  CHECK(tokens[0].capital);
  CHECK(tokens[1].kind == TokenKind::number);
  CHECK(tokens[2].kind == TokenKind::punctuation);
  CHECK(tokens[3].kind == TokenKind::symbol);
  CHECK_FALSE(tokens[4].capital);
  CHECK(tokens[5].capital);
  CHECK(tokens[5].begin == 17);
  CHECK(tokens[5].end == 22);
}

TEST_CASE("words: tokens are appended, each text from its own byte 0") {
  std::vector<Token> tokens;
  for (const WordRules rules : {WordRules::news, WordRules::uax29}) {
    WordOptions options;
    options.rules = rules;
    const Tokenizer tokenizer(options);
    CHECK(tokenizer.options().rules == rules);
    tokens.clear();
    tokenizer.tokens("one two", tokens);
    tokenizer.tokens("three", tokens);
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].begin == 4);
    CHECK(tokens[2].begin == 0);
    CHECK(tokens[2].end == 5);
  }
}

TEST_CASE("words: a text of 4 GiB is refused") {
  const char byte = 'x';
  const std::string_view huge(&byte, std::size_t{1} << 32); // never read
  std::vector<Token> tokens;
  CHECK_THROWS_AS(Tokenizer({}).tokens(huge, tokens), limit_error);
}

TEST_CASE("words: WordBreakTest.txt") {
  test::check_break_file("WordBreakTest.txt", 1800, breaks);
}
