// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens and the forms under which they are counted, in one pass: the same as
// Tokenizer::tokens() and append_folded() give, several times as fast on texts
// that are mostly ASCII.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/ascii_run.h"
#include "text/term_chain.h"
#include "text/unicode.h"
#include "text/words.h"
#include "text/words_news.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::text {

// Room that scan_terms() uses again from text to text.
struct TermScratch {
  std::vector<Token> tokens;
  std::string folded;
};

namespace term_detail {

template <class Sink>
void give_tokens(std::string_view text, TermScratch &scratch, Sink &sink) {
  for (const Token &token : scratch.tokens) {
    fold_token(text.substr(token.begin, token.end - token.begin),
               scratch.folded);
    sink(token, string_key(scratch.folded), scratch.folded.data());
  }
  scratch.tokens.clear();
}

template <class Sink> class NewsScan {
public:
  NewsScan(std::string_view text, const WordOptions &options,
           TermScratch &scratch, Sink &sink)
      : text_(text), begin_(text.data()), end_(begin_ + text.size()),
        p_(begin_), options_(options), marks_(options.punctuation),
        scratch_(scratch), sink_(sink), reader_(text, options, scratch.tokens) {
  }

  void scan() {
    while (p_ < end_)
      if (!short_word() && !chain() && !nothing() && !mark())
        general();
  }

private:
  const std::string_view text_;
  const char *const begin_;
  const char *const end_;
  const char *p_; // what lies before is done
  const WordOptions &options_;
  const bool marks_; // are marks tokens?
  TermScratch &scratch_;
  Sink &sink_;
  words_detail::NewsReader reader_;

  std::uint32_t offset(const char *p) const {
    return static_cast<std::uint32_t>(p - begin_);
  }

  // Words of up to 15 letters followed by a blank, or by a mark that joins
  // nothing to a letter.
  bool short_word() {
    constexpr std::ptrdiff_t kReach = StringKey::kInline + 1;
    bool found = false;
    while (end_ - p_ > kReach) {
      const StringKey key = read_letters(p_);
      if (key.size == 0 || key.size == StringKey::kInline)
        break;
      const char *to = p_ + key.size;
      const ByteClass mark = byte_class(*to);
      if (!ends_word(mark)) {
        // A full stop after one letter may belong to it: J. Smith
        const bool stop = mark == ByteClass::stop && key.size > 1;
        if (!(stop || mark == ByteClass::colon) ||
            byte_class(to[1]) != ByteClass::blank)
          break;
      }
      sink_(Token{offset(p_), offset(to), TokenKind::word, is_ascii_upper(*p_)},
            key, nullptr);
      found = true;
      if (!marks_ || mark == ByteClass::blank) {
        ++to;
        to += *to == ' ';
      }
      p_ = to;
    }
    return found;
  }

  // Other words and numbers of ASCII, apostrophes of all kinds.
  bool chain() {
    if (!is_run(byte_class(*p_)))
      return false;
    const AsciiChain chain(p_, end_, options_);
    if (chain.end() == p_)
      return false;
    if (chain.letter())
      sink_(Token{offset(p_), offset(chain.end()), TokenKind::word,
                  chain.capital()},
            chain.key(), chain.bytes());
    else if (options_.numbers)
      sink_(Token{offset(p_), offset(chain.end()), TokenKind::number, false},
            chain.key(), chain.bytes());
    p_ = chain.end();
    return true;
  }

  // Blanks, and marks that are no token.
  bool nothing() {
    const ByteClass c = byte_class(*p_);
    if (c == ByteClass::blank || (!marks_ && !is_special(c))) {
      ++p_;
      return true;
    }
    if (marks_ || quote_class(p_, end_) == ByteClass::other)
      return false;
    p_ += kQuoteBytes;
    return true;
  }

  // A mark of ASCII that is a token, before a character that is not attached to
  // it; one that may be in an e-mail address only before a blank.
  bool mark() {
    const ByteClass c = byte_class(*p_);
    const ByteClass next =
        p_ + 1 == end_ ? ByteClass::blank : byte_class(p_[1]);
    const bool alone = c == ByteClass::plain || c == ByteClass::comma
                           ? next != ByteClass::other
                           : next == ByteClass::blank && c >= ByteClass::stop &&
                                 c <= ByteClass::hyphen;
    if (!alone)
      return false;
    const auto value = static_cast<unsigned char>(*p_);
    const bool symbol = is_symbol(value);
    if (symbol || is_punctuation(value))
      sink_(Token{offset(p_), offset(p_ + 1),
                  symbol ? TokenKind::symbol : TokenKind::punctuation, false},
            string_key({p_, 1}), p_);
    ++p_;
    return true;
  }

  // Everything else, up to where no e-mail address can take a token back.
  void general() {
    do
      p_ = reader_.step(p_);
    while (p_ < end_ && !scratch_.tokens.empty() &&
           words_detail::NewsReader::is_local(*p_));
    give_tokens(text_, scratch_, sink_);
  }
};

} // namespace term_detail

// Calls sink(const Token &, const StringKey &, const char *bytes) for each
// token of the text, in order: the key is that of the folded form, whose
// key.size bytes lie at `bytes` until the call returns; `bytes` may be null
// where key.size <= StringKey::kInline, since the key then holds them. Linear
// time on any bytes. Throws limit_error for a text of 4 GiB or more.
template <class Sink>
void scan_terms(std::string_view text, const WordOptions &options,
                TermScratch &scratch, Sink &&sink) {
  words_detail::check_size(text);
  scratch.tokens.clear();
  if (options.rules == WordRules::news) {
    term_detail::NewsScan<Sink>(text, options, scratch, sink).scan();
    return;
  }
  Tokenizer(options).tokens(text, scratch.tokens);
  term_detail::give_tokens(text, scratch, sink);
}

} // namespace tritone::text
