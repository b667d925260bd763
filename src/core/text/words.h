// SPDX-License-Identifier: GPL-2.0-or-later
// Words, numbers and the rest of a text, as byte ranges into it. Nothing is
// copied or changed: fold.h gives the form under which a token is counted.
#pragma once

#include "base/config.h"
#include "text/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::text {

enum class WordRules : std::uint8_t {
  news, // "news-1": UAX #29 with the conventions of newswire, see below
  uax29 // default word boundaries of UAX #29, nothing else
};

enum class TokenKind : std::uint8_t {
  word,        // has a letter: COVID-19, 11th, don't, U.S.
  number,      // has digits and no letter: 1,200.50  10:30  2020-21
  punctuation, // one character of General_Category P
  symbol,      // one of S, or an emoji sequence
  url,         // http://... https://... www...
  email,
  tag // @handle or #tag, its first character included
};

struct Token {
  std::uint32_t begin; // byte offsets into the text given, begin < end
  std::uint32_t end;
  TokenKind kind;
  bool capital; // its first letter is upper case
};

struct WordOptions {
  enum class Hyphens : std::uint8_t { keep, split };
  enum class Clitics : std::uint8_t { keep, split };

  WordRules rules = WordRules::news;
  bool numbers = false;     // emit tokens of kind number
  bool punctuation = false; // emit tokens of kind punctuation and symbol
  // For the rules `news` only. Split hyphens make state-of-the-art four words;
  // split clitics cut do|n't  Treasury|'s  we|'ll  I|'d|'ve, and, without
  // their apostrophe, elided words of French and Italian: l|économie qu|il.
  Hyphens hyphens = Hyphens::keep;
  Clitics clitics = Clitics::keep;
};

// Cuts texts into tokens. Holds its options only: one object may serve many
// threads at once.
//
// The news rules, where they differ from UAX #29:
//   - An apostrophe of any kind between letters belongs to the word (don't,
//     Treasury's, 1990's); one before ('90s, 'em) or after it (workers') does
//     not.
//   - A hyphen (- U+2010 U+2011) between letters or digits belongs to it.
//   - Letters with dots between keep the last dot: U.S.  D.P.R.K.  a.m.; so
//   does
//     an initial before a name: J. Smith. A title does not: Gen, No, Mr.
//   - A full stop or a colon between letters divides, unless a small letter
//     follows: example.com, but "said.The" is two words. & between capitals
//     does not divide: AT&T.
//   - , . : between digits belong to the number, signs before and after do
//   not:
//     $1,200 is the number 1,200, and 2.5% is 2.5.
//   - URLs, e-mail addresses, @handles and #tags are one token each, without
//     the full stop, comma or closing mark that follows them.
//   - What is not kept above divides: and/or, good—bad, 1;2.
// Scripts that write no blanks, and everything not named, follow UAX #29.
// For the same text with other kinds of quotes, in another normalization form,
// or with a line end in place of a blank, the tokens fold to the same forms.
class Tokenizer {
public:
  explicit Tokenizer(const WordOptions &options) : options_(options) {}

  // Appends the tokens of a text in order; they never overlap. Linear time on
  // any bytes; ill-formed UTF-8 is read as U+FFFD, a symbol. Throws limit_error
  // for a text of 4 GiB or more.
  void tokens(std::string_view text, std::vector<Token> &out) const;

  const WordOptions &options() const { return options_; }

private:
  WordOptions options_;
};

// Appends the segments between the default word boundaries of UAX #29. They
// tile the text: blanks and punctuation are segments too.
void uax29_words(std::string_view text, std::vector<Span> &out);

} // namespace tritone::text
