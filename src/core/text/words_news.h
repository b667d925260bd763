// SPDX-License-Identifier: GPL-2.0-or-later
// The news rules of words.h, one thing after the other. For words_news.cpp and
// term_scanner.h.
#pragma once

#include "base/config.h"
#include "text/words.h"
#include "text/words_glyph.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone::text {
namespace words_detail {

// Reads one text. Appends the tokens to `out`, whose earlier items it leaves.
// The text, the options and `out` must outlive it.
class NewsReader {
public:
  NewsReader(std::string_view text, const WordOptions &options,
             std::vector<Token> &out)
      : begin_(text.data()), end_(begin_ + text.size()), p_(begin_),
        floor_(begin_), options_(options), out_(out), first_(out.size()) {}

  // Reads what is at p: blanks, a mark, a word, an address; writes its
  // token if it has one, and returns where the next thing begins, after p.
  // Needs p < end; p where an earlier step, or what the rules would have read
  // as steps, ended. An address takes back tokens of its local part, so what
  // is written is final when no character of is_local() follows it.
  const char *step(const char *p);

  // May c come before the @ of an e-mail address, or is it the @?
  static bool is_local(char c) {
    return is_ascii_word(c) || c == '.' || c == '_' || c == '%' || c == '+' ||
           c == '-' || c == '@';
  }

private:
  const char *const begin_;
  const char *const end_;
  const char *p_;     // what lies before is done
  const char *floor_; // the end of the last address or tag
  const WordOptions &options_;
  std::vector<Token> &out_;
  const std::size_t first_; // the first token of this text

  // Each writes what is at p_ and moves p_ past it.
  void word();
  void word_without_blanks(Glyph g);
  void mark(const Glyph &g);
  bool url(const Glyph &g);
  bool email();
  bool tag(const Glyph &sign);

  bool follows_word(const char *p) const;
  void write(const char *from, const char *to, TokenKind kind, bool capital);
  void write(const char *from, const char *to);
  void write_parts(const char *from, const char *to);
  void write_part(const char *from, const char *to);
};

} // namespace words_detail
} // namespace tritone::text
