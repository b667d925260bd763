// SPDX-License-Identifier: GPL-2.0-or-later
// Words by the rules for news.
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "text/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

constexpr auto kSplit = WordOptions::Hyphens::split;
constexpr auto kCut = WordOptions::Clitics::split;

WordOptions everything() {
  WordOptions options;
  options.numbers = options.punctuation = true;
  return options;
}

// The tokens as written, with | between.
std::string cut(const std::string &text, const WordOptions &options = {}) {
  std::vector<Token> tokens;
  Tokenizer(options).tokens(text, tokens);
  std::string result;
  for (const Token &token : tokens)
    result += (result.empty() ? "" : "|") +
              text.substr(token.begin, token.end - token.begin);
  return result;
}

std::string cut_numbers(const std::string &text) {
  WordOptions options;
  options.numbers = true;
  return cut(text, options);
}

std::string cut_hyphens(const std::string &text) {
  WordOptions options;
  options.hyphens = kSplit;
  return cut(text, options);
}

std::string cut_clitics(const std::string &text) {
  WordOptions options;
  options.clitics = kCut;
  return cut(text, options);
}

// The folded tokens with their kinds.
std::vector<std::string> counted(const std::string &text,
                                 const WordOptions &options) {
  std::vector<Token> tokens;
  Tokenizer(options).tokens(text, tokens);
  std::vector<std::string> result;
  for (const Token &token : tokens)
    result.push_back(folded(text.substr(token.begin, token.end - token.begin)) +
                     "/" + std::to_string(static_cast<int>(token.kind)) +
                     (token.capital ? "C" : ""));
  return result;
}

std::string replaced(std::string text, const std::string &from,
                     const std::string &to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

} // namespace

TEST_CASE("words_news: nothing and nearly nothing") {
  CHECK(cut("") == "");
  CHECK(cut(" \r\n\t") == "");
  CHECK(cut("a") == "a");
  CHECK(cut("...", everything()) == ".|.|.");
  CHECK(cut("\xFF\xC3 x\x80y", everything()) == "\xFF|\xC3|x|\x80|y");
  CHECK(cut("12 3.4 \u2014 5") == "");
}

TEST_CASE("words_news: apostrophes") {
  for (const char *mark :
       {"'", "\u2019", "\u2018", "\u201B", "\u02BC", "\uFF07", "`", "\u00B4"}) {
    CAPTURE(mark);
    CHECK(cut(replaced("don't the Treasury's O'Brien 1990's", "'", mark)) ==
          replaced("don't|the|Treasury's|O'Brien|1990's", "'", mark));
    CHECK(cut(replaced("in the '90s get 'em", "'", mark)) ==
          "in|the|90s|get|em");
    CHECK(cut(replaced("the workers' pay, 'so-called' aid", "'", mark)) ==
          "the|workers|pay|so-called|aid");
  }
  CHECK(cut_numbers("1'000'000 or 5'11\"") == "1'000'000|or|5'11");
  CHECK(cut("he said ''no''") == "he|said|no");
}

TEST_CASE("words_news: clitics by option") {
  CHECK(cut_clitics("don't can\u2019t WON'T") == "do|n't|ca|n\u2019t|WO|N'T");
  CHECK(cut_clitics("the Treasury's we'll they're I'm he'd you've") ==
        "the|Treasury|'s|we|'ll|they|'re|I|'m|he|'d|you|'ve");
  CHECK(cut_clitics("I'd've shouldn't've") == "I|'d|'ve|should|n't|'ve");
  CHECK(cut_clitics("O'Brien rock'n'roll ma'am o'clock") ==
        "O'Brien|rock'n'roll|ma'am|o'clock");
  CHECK(cut_clitics("U.S.'s n't") == "U.S.|'s|n't");
  CHECK(cut_clitics("'s 't") == "s|t");
  // What is left of 1990's is a number.
  WordOptions options = everything();
  options.clitics = kCut;
  std::vector<Token> tokens;
  Tokenizer(options).tokens("1990's", tokens);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].kind == TokenKind::number);
  CHECK(tokens[1].kind == TokenKind::word);
}

TEST_CASE("words_news: hyphens and dashes") {
  for (const char *mark : {"-", "\u2010", "\u2011"}) {
    CAPTURE(mark);
    CHECK(
        cut(replaced("state-of-the-art COVID-19 G7-led 24-hour", "-", mark)) ==
        replaced("state-of-the-art|COVID-19|G7-led|24-hour", "-", mark));
    CHECK(cut_hyphens(replaced("sea-wall U.S.-led J.-P. Roy", "-", mark)) ==
          "sea|wall|U.S.|led|J.|P.|Roy");
  }
  CHECK(cut("two- and three-year -ish pre-") == "two|and|three-year|ish|pre");
  CHECK(cut("good\u2014bad good\u2013bad good--bad and/or") ==
        "good|bad|good|bad|good|bad|and|or");
  CHECK(cut_numbers("2020-21 3-2") == "2020-21|3-2");
  CHECK(cut("co\u00ADoperate") == "co\u00ADoperate");

  WordOptions both;
  both.hyphens = kSplit;
  both.clitics = kCut;
  CHECK(cut("mother-in-law's COVID-19", both) == "mother|in|law|'s|COVID");
}

TEST_CASE("words_news: letters with dots, initials, titles") {
  CHECK(cut("the U.S. and the D.P.R.K. at 5 a.m. today, e.g. here") ==
        "the|U.S.|and|the|D.P.R.K.|at|a.m.|today|e.g.|here");
  CHECK(cut("in the U.S") == "in|the|U.S");
  CHECK(cut("U.S.-led, U.S.'s, non-U.S. (U.S.)") ==
        "U.S.-led|U.S.'s|non-U.S.|U.S.");
  CHECK(cut("left the U.S.The army") == "left|the|U.S.|The|army");
  CHECK(cut("left the U.S.army") == "left|the|U.S.|army");
  CHECK(cut("J. Smith, J. R. R. Roy, J.R. Roy, J.Smith, J.-P. Roy") ==
        "J.|Smith|J.|R.|R.|Roy|J.R.|Roy|J.|Smith|J.-P.|Roy");
  CHECK(cut("\u00C9. Roy and E\u0301. Roy") == "\u00C9.|Roy|and|E\u0301.|Roy");
  CHECK(cut("on Plan B. The plan") == "on|Plan|B|The|plan");
  CHECK(cut("on Plan B.") == "on|Plan|B");
  CHECK(cut("on Plan B.\n\nSmith left") == "on|Plan|B|Smith|left");
  CHECK(cut("on Plan B.\nSmith left") == "on|Plan|B.|Smith|left");
  CHECK(cut("Gen. Kim, Mr. Roy, No. 4 and Dr. An") ==
        "Gen|Kim|Mr|Roy|No|and|Dr|An");
}

TEST_CASE("words_news: full stops and other marks without a blank") {
  CHECK(cut("he said.The army") == "he|said|The|army");
  CHECK(cut("example.com and amazon.co.uk") == "example.com|and|amazon.co.uk");
  CHECK(cut("wait...what") == "wait|what");
  CHECK(cut("Note:The EU:n") == "Note|The|EU:n");
  CHECK(cut("AT&T and S&P, you&me, R &D") == "AT&T|and|S&P|you|me|R|D");
  CHECK(cut("_so_ user_name a__b") == "so|user_name|a|b");
  CHECK(cut("col\u00B7lecci\u00F3") == "col\u00B7lecci\u00F3");
  CHECK(cut_numbers("1;2 a,b") == "1|2|a|b");
  CHECK(cut("(bracket) [NHA] \u201Cquote\u201D") == "bracket|NHA|quote");
}

TEST_CASE("words_news: numbers") {
  CHECK(cut_numbers("$1,200.50 2.5% \u20AC3bn 10:30 11.10.2021 -5") ==
        "1,200.50|2.5|3bn|10:30|11.10.2021|5");
  CHECK(cut("24-hour 1990s 11th 2.5bn G7 COVID-19 10.30am 7") ==
        "24-hour|1990s|11th|2.5bn|G7|COVID-19|10.30am");
  CHECK(cut_numbers("In 2021. Then 3, 4.") == "In|2021|Then|3|4");
  CHECK(cut_numbers("2\u00BD hours, CO\u2082, 5 km\u00B2") ==
        "2\u00BD|hours|CO\u2082|5|km\u00B2");
  CHECK(cut_numbers("24/7") == "24|7");
  CHECK(cut_numbers("\u0663\u066B\u0665") == "\u0663\u066B\u0665");
}

TEST_CASE("words_news: web and e-mail addresses") {
  WordOptions options = everything();
  options.punctuation = false;
  std::vector<Token> tokens;
  const std::string text =
      "See https://news.example/a?b=1&c=d%20e. Write to "
      "First.Last+desk@mail.news.example, or (www.news.example/x_(y)).";
  Tokenizer(options).tokens(text, tokens);
  REQUIRE(tokens.size() == 7);
  const auto piece = [&](std::size_t i) {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  };
  CHECK(piece(1) == "https://news.example/a?b=1&c=d%20e");
  CHECK(tokens[1].kind == TokenKind::url);
  CHECK(piece(4) == "First.Last+desk@mail.news.example");
  CHECK(tokens[4].kind == TokenKind::email);
  CHECK(tokens[4].capital);
  CHECK(piece(6) == "www.news.example/x_(y)");
  CHECK(tokens[6].kind == TokenKind::url);

  CHECK(cut("mailto:desk@news.example") == "mailto|desk@news.example");
  CHECK(cut("it's@news.example") == "it|s@news.example");
  CHECK(cut("a@b.example@c.example") == "a@b.example|c.example");
  CHECK(cut("na\u00EFve@news.example") == "na\u00EFve|news.example");
  CHECK(cut("me@home at@") == "me|home|at");
  CHECK(cut("https:// www. wwwhat http://.") == "https|www|wwwhat|http");
  // Numbers that an address takes in are gone with and without numbers.
  CHECK(cut("1,2@news.example") == "2@news.example");
  CHECK(cut_numbers("1,2@news.example") == "1|2@news.example");
}

TEST_CASE("words_news: an address reaches back into its own text only") {
  std::vector<Token> tokens;
  const Tokenizer tokenizer{WordOptions{}};
  tokenizer.tokens("one two three", tokens);
  tokenizer.tokens("me@news.example", tokens);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[3].kind == TokenKind::email);
}

TEST_CASE("words_news: handles and tags") {
  CHECK(cut("ask @Desk_1 about #GrainBan2021, #1 and C# #") ==
        "ask|@Desk_1|about|#GrainBan2021|and|C");
  CHECK(cut("#MeToo\u2019s @desk's") == "#MeToo\u2019s|@desk's");
  CHECK(cut_clitics("#MeToo\u2019s @n't") == "#MeToo|\u2019s|@n't");
  CHECK(cut("a#b x@y &#x27;") == "a|b|x|y|x27");
  CHECK(cut("#\u65E5\u672C") == "#\u65E5\u672C");
  std::vector<Token> tokens;
  Tokenizer({}).tokens("#Tag @tag", tokens);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].kind == TokenKind::tag);
  CHECK(tokens[0].capital);
  CHECK(tokens[1].kind == TokenKind::tag);
  CHECK_FALSE(tokens[1].capital);
}

TEST_CASE("words_news: marks and symbols by option") {
  CHECK(
      cut("\u201CWe can\u2019t wait,\u201D he said: $5, 10%.", everything()) ==
      "\u201C|We|can\u2019t|wait|,|\u201D|he|said|:|$|5|,|10|%|.");
  const std::string family = "\U0001F469\u200D\U0001F467";
  CHECK(cut("ok " + family + "\u2764\uFE0F \U0001F1E9\U0001F1EA.",
            everything()) ==
        "ok|" + family + "|\u2764\uFE0F|\U0001F1E9\U0001F1EA|.");
  std::vector<Token> tokens;
  Tokenizer(everything()).tokens("\U0001F600 \U0001F1E9\U0001F1EA + !", tokens);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].kind == TokenKind::symbol);
  CHECK(tokens[1].kind == TokenKind::symbol);
  CHECK(tokens[2].kind == TokenKind::symbol);
  CHECK(tokens[3].kind == TokenKind::punctuation);
}

TEST_CASE("words_news: other scripts") {
  CHECK(cut("\u041F\u0440\u0438\u0432\u0435\u0442, \u043C\u0438\u0440") ==
        "\u041F\u0440\u0438\u0432\u0435\u0442|\u043C\u0438\u0440");
  CHECK(cut("\uD55C\uAD6D\uC5B4 \uB274\uC2A4") ==
        "\uD55C\uAD6D\uC5B4|\uB274\uC2A4");
  // A Hangul syllable is one letter in both normalization forms.
  CHECK(cut("\uD55C.\uAD6D \u1112\u1161\u11AB.\u1100\u116E\u11A8") ==
        "\uD55C.\uAD6D|\u1112\u1161\u11AB.\u1100\u116E\u11A8");
  // As UAX #29: a word for each ideograph, Katakana together.
  CHECK(cut("\u65E5\u672C\u30CB\u30E5\u30FC\u30B9") ==
        "\u65E5|\u672C|\u30CB\u30E5\u30FC\u30B9");
  CHECK(cut("\u65E5http://a.example/\u65E5") ==
        "\u65E5|http://a.example/\u65E5");
  // Hebrew: gershayim inside, geresh inside and at the end.
  CHECK(cut("\u05E6\u05D4\"\u05DC \u05E6\u05D4\u201D\u05DC") ==
        "\u05E6\u05D4\"\u05DC|\u05E6\u05D4\u201D\u05DC");
  CHECK(cut("\u05D2'\u05D5\u05E8\u05D2' \u05D0") ==
        "\u05D2'\u05D5\u05E8\u05D2'|\u05D0");
}

TEST_CASE("words_news: capitals") {
  std::vector<Token> tokens;
  Tokenizer(everything())
      .tokens("Rain iPhone \u00C9t\u00E9 3D 4th 12 U.S. \u65E5", tokens);
  std::string capitals;
  for (const Token &token : tokens)
    capitals += token.capital ? 'C' : '-';
  CHECK(capitals == "C-CC--C-");
}

TEST_CASE("words_news: quotes, normalization and line ends change nothing") {
  const std::string text =
      "\u201CWe can\u2019t wait for Gen. E. Roy\u2019s caf\u00E9 in the "
      "U.S.,\u201D "
      "she said. \u2018No. 4\u2019 is the workers\u2019 \u201Cbest\u201D "
      "\u2014 it\u2019s "
      "2.5 pct., \u00C9lodie J. Roy of #R\u00E9union\u2019s told the A.P. The "
      "end-of-year r\u00E9sum\u00E9 of \u00C5. Berg is at www.news.example/a.";
  const std::string straight =
      replaced(replaced(replaced(replaced(text, "\u2019", "'"), "\u2018", "'"),
                        "\u201C", "\""),
               "\u201D", "\"");
  std::string decomposed = text;
  for (const auto &[composed, parts] :
       {std::pair<const char *, const char *>{"\u00E9", "e\u0301"},
        {"\u00C9", "E\u0301"},
        {"\u00C5", "A\u030A"}})
    decomposed = replaced(decomposed, composed, parts);
  REQUIRE_FALSE(is_nfc(decomposed));

  std::vector<WordOptions> variants(4, everything());
  variants[1].hyphens = variants[3].hyphens = kSplit;
  variants[2].clitics = variants[3].clitics = kCut;
  for (const WordOptions &options : variants) {
    const auto want = counted(text, options);
    CHECK(want.size() > 50);
    CHECK(counted(straight, options) == want);
    CHECK(counted(decomposed, options) == want);
    for (const char *blank : {"\n", "\r\n", "  ", "\u00A0", "\n\t"}) {
      CAPTURE(blank);
      CHECK(counted(replaced(text, " ", blank), options) == want);
    }
  }
}

TEST_CASE("words_news: the fast path for ASCII equals the general one") {
  // Full-width letters and digits have the properties of the ASCII ones, but
  // none of them takes the fast path.
  const std::string characters = "xyzXYZ129 \n.,:;'-&_()";
  std::uint32_t state = 1;
  const auto random = [&state](std::size_t n) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::size_t>(state >> 8) % n;
  };
  std::size_t compared = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string narrow, wide;
    for (std::size_t j = random(40); j > 0; --j) {
      const char c = characters[random(characters.size())];
      const bool widens = (c >= '1' && c <= '9') || (c >= 'X' && c <= 'z');
      narrow += c;
      append_utf8(wide, static_cast<unsigned char>(c) +
                            (widens && c != '_' ? 0xFEE0u : 0u));
    }
    for (const WordRules rules : {WordRules::news, WordRules::uax29}) {
      WordOptions options = everything();
      options.rules = rules;
      std::vector<Token> fast, slow;
      Tokenizer(options).tokens(narrow, fast);
      Tokenizer(options).tokens(wide, slow);
      REQUIRE(fast.size() == slow.size());
      CharOffsets offsets(wide);
      bool same = true;
      for (std::size_t t = 0; t < fast.size(); ++t)
        same = same && fast[t].begin == offsets.at(slow[t].begin) &&
               fast[t].end == offsets.at(slow[t].end) &&
               fast[t].kind == slow[t].kind &&
               fast[t].capital == slow[t].capital;
      CAPTURE(narrow);
      CHECK(same);
      compared += fast.size();
    }
  }
  CHECK(compared > 50000);
}

TEST_CASE("words_news: words do not depend on what else is asked for") {
  const std::string text =
      "On 5 May the U.S. sold 1,200 (or 3-2) @desk 7@a.example 8's, 9'a@b.co";
  for (const auto clitics : {WordOptions::Clitics::keep, kCut})
    for (const auto hyphens : {WordOptions::Hyphens::keep, kSplit}) {
      WordOptions few, all = everything();
      few.clitics = all.clitics = clitics;
      few.hyphens = all.hyphens = hyphens;
      std::vector<Token> some, every;
      Tokenizer(few).tokens(text, some);
      Tokenizer(all).tokens(text, every);
      std::string a, b;
      for (const Token &token : some)
        a +=
            std::to_string(token.begin) + "-" + std::to_string(token.end) + " ";
      for (const Token &token : every)
        if (token.kind != TokenKind::number &&
            token.kind != TokenKind::punctuation &&
            token.kind != TokenKind::symbol)
          b += std::to_string(token.begin) + "-" + std::to_string(token.end) +
               " ";
      CHECK(a == b);
    }
}

TEST_CASE("words_news: long unfriendly texts are read in linear time") {
  // A quadratic scanner would need hours for these.
  constexpr int kTimes = 300000;
  for (const char *piece :
       {"a.", "a'", "a@", "@a.", "'s", "-", ". ", "A. ", "#1", "a\u0301",
        "\u0301", "http://", "www.", "(", "a-", "1,", "\u200D", ".\u0301"}) {
    std::string text;
    for (int i = 0; i < kTimes; ++i)
      text += piece;
    WordOptions options = everything();
    options.clitics = kCut;
    options.hyphens = kSplit;
    std::vector<Token> tokens;
    Tokenizer(options).tokens(text, tokens);
    CHECK(tokens.size() <= text.size());
    CHECK((tokens.empty() || tokens.back().end <= text.size()));
  }
}
