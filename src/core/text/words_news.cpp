// SPDX-License-Identifier: GPL-2.0-or-later
// The tokens of newswire: the rules of words.h.
#include "text/words_news.h"

#include "text/words_chain.h"
#include "text/words_detail.h"
#include "text/words_glyph.h"
#include "text/words_web.h"

#include <algorithm>
#include <cstddef>

namespace tritone::text {
namespace words_detail {

const char *NewsReader::step(const char *p) {
  p_ = p;
  if (*p_ == ' ')
    return ++p_;
  const Glyph g = glyph(p_, end_);
  switch (g.kind) {
  case Kind::space:
  case Kind::attached:
    p_ = g.next;
    break;
  case Kind::letter:
  case Kind::digit:
    if (!url(g))
      word();
    break;
  case Kind::katakana:
  case Kind::single:
    word_without_blanks(g);
    break;
  case Kind::other:
    if (!((g.value == '@' && email()) || tag(g)))
      mark(g);
    break;
  }
  return p_;
}

// ---- What is at p_: each writes it and moves p_ after it

void NewsReader::word() {
  const Chain chain = read_chain(p_, end_);
  const bool hyphens =
      chain.hyphen && options_.hyphens == WordOptions::Hyphens::split;
  const bool clitics =
      chain.apostrophe && options_.clitics == WordOptions::Clitics::split;
  if (hyphens)
    write_parts(p_, chain.end);
  else if (clitics)
    write_part(p_, chain.end);
  else
    write(p_, chain.end, chain.letter ? TokenKind::word : TokenKind::number,
          chain.capital);
  p_ = chain.end;
}

// Katakana stay together, other letters of such scripts are words alone.
void NewsReader::word_without_blanks(Glyph g) {
  const char *to = g.next;
  while (g.kind == Kind::katakana) {
    to = g.next;
    g = glyph(to, end_);
  }
  write(p_, to, TokenKind::word, false);
  p_ = to;
}

void NewsReader::mark(const Glyph &g) {
  const bool picture = is_pictographic(g.value) ||
                       word_break(g.value) == WordBreak::regional_indicator;
  const char *const to = picture ? uax29_word_end(p_, end_) : g.next;
  if (is_symbol(g.value) || picture)
    write(p_, to, TokenKind::symbol, false);
  else if (is_punctuation(g.value))
    write(p_, to, TokenKind::punctuation, false);
  p_ = to;
}

bool NewsReader::url(const Glyph &g) {
  if ((g.value | 0x20) != 'h' && (g.value | 0x20) != 'w')
    return false;
  const char *const to = url_end(p_, end_);
  if (to == p_)
    return false;
  write(p_, to, TokenKind::url, is_upper(g.value));
  p_ = floor_ = to;
  return true;
}

// With p_ at an @. The local part has been read as words and numbers, which
// the address replaces.
bool NewsReader::email() {
  const char *const from = email_begin(floor_, p_);
  const char *const host = p_ + 1;
  if (from == p_ || follows_word(from))
    return false;
  const char *const to = host_end(host, end_);
  if (to == host)
    return false;
  const auto offset = static_cast<std::uint32_t>(from - begin_);
  while (out_.size() > first_ && out_.back().begin >= offset)
    out_.pop_back();
  if (out_.size() > first_ && out_.back().end > offset) {
    // As in mailto:desk@... : what lies before the mark remains.
    const char *const cut = begin_ + out_.back().begin;
    out_.pop_back();
    write(cut, from - decode_back(begin_, from).size);
  }
  write(from, to, TokenKind::email, content(from, to).capital);
  p_ = floor_ = to;
  return true;
}

// A name of letters, digits and _ after @ or #, with a letter in it. A
// clitic goes with it as with a word.
bool NewsReader::tag(const Glyph &sign) {
  if ((sign.value != '@' && sign.value != '#') || follows_word(p_) ||
      (p_ > begin_ && (p_[-1] == '_' || p_[-1] == '&')))
    return false;
  bool letter = false;
  const char *to = sign.next;
  Glyph g = glyph(to, end_);
  while (g.is_word() || g.kind == Kind::katakana || g.kind == Kind::single ||
         g.value == '_') {
    letter = letter || is_alphabetic(g.value);
    to = g.next;
    g = glyph(to, end_);
  }
  if (!letter)
    return false;
  const bool capital = content(p_, to).capital;
  if (is_apostrophe(g.value) && glyph(g.next, end_).kind == Kind::letter)
    to = run_end(g.next, end_);
  const char *const cut = options_.clitics == WordOptions::Clitics::split
                              ? clitic_begin(sign.next, to)
                              : to;
  write(p_, cut, TokenKind::tag, capital);
  write(cut, to);
  p_ = floor_ = to;
  return true;
}

// Is p after a letter or digit, or what is attached to one?
bool NewsReader::follows_word(const char *p) const {
  if (p == begin_)
    return false;
  const Kind kind = kind_of(decode_back(begin_, p).value);
  return kind != Kind::other && kind != Kind::space;
}

// ---- Writing

void NewsReader::write(const char *from, const char *to, TokenKind kind,
                       bool capital) {
  if ((kind == TokenKind::number && !options_.numbers) ||
      ((kind == TokenKind::punctuation || kind == TokenKind::symbol) &&
       !options_.punctuation))
    return;
  out_.push_back({static_cast<std::uint32_t>(from - begin_),
                  static_cast<std::uint32_t>(to - begin_), kind, capital});
}

// A piece of a chain: a word, a number, or nothing.
void NewsReader::write(const char *from, const char *to) {
  const Content found = content(from, to);
  if (found.letter)
    write(from, to, TokenKind::word, found.capital);
  else if (found.number)
    write(from, to, TokenKind::number, false);
}

// Cuts at the hyphens.
void NewsReader::write_parts(const char *from, const char *to) {
  for (const char *p = from; p < to;) {
    const CodePoint c = decode(p, to);
    if (is_hyphen(c.value)) {
      write_part(from, p);
      from = skip_attached(p + c.size, to);
    }
    p += c.size;
  }
  write_part(from, to);
}

// Cuts elided words off the front and clitics off the end, one after the other,
// where the options say so.
void NewsReader::write_part(const char *from, const char *to) {
  const bool split = options_.clitics == WordOptions::Clitics::split;
  while (split) {
    const Elision front = elision(from, to);
    if (front.next == from)
      break;
    write(from, front.end);
    from = front.next;
  }
  const auto first = static_cast<std::ptrdiff_t>(out_.size());
  if (split)
    for (const char *cut; (cut = clitic_begin(from, to)) != to; to = cut)
      write(cut, to);
  write(from, to);
  std::reverse(out_.begin() + first, out_.end());
}
void news_tokens(std::string_view text, const WordOptions &options,
                 std::vector<Token> &out) {
  NewsReader reader(text, options, out);
  const char *const end = text.data() + text.size();
  for (const char *p = text.data(); p < end;)
    p = reader.step(p);
}

} // namespace words_detail
} // namespace tritone::text
