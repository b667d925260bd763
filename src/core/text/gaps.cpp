// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the marks between tokens: see gaps.h.
#include "text/gaps.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace tritone::text {
namespace {

bool is_dash(char32_t c) {
  return (c >= 0x2012 && c <= 0x2015) || c == 0x2E3A || c == 0x2E3B;
}

// Marks that belong to what is beside them and divide nothing.
bool is_bound(char32_t c) {
  switch (c) {
  case '&':
  case '%':
  case '#':
  case '@':
  case '_':
  case '$':
  case 0x00A7: // section
  case 0x00A9: // copyright
  case 0x00AE: // registered
  case 0x00B0: // degree
  case 0x2030: // per mille
  case 0x2116: // numero
  case 0x2122: // trade mark
  case 0x2212: // minus
    return true;
  default:
    return (c >= 0x00A2 && c <= 0x00A5) || (c >= 0x20A0 && c <= 0x20CF);
  }
}

class GapReader {
public:
  explicit GapReader(std::string_view text)
      : begin_(text.data()), end_(begin_ + text.size()) {}

  // Is there a mark in [from, to), bytes of the text?
  bool divides(std::size_t from, std::size_t to) {
    bool found = false;
    const char *const stop = begin_ + to;
    for (const char *p = begin_ + from; p < stop;) {
      const CodePoint c = decode(p, end_);
      found = divides_at(p, c) || found;
      p += c.size;
    }
    return found;
  }

private:
  const char *const begin_;
  const char *const end_;
  bool open_ = false; // a single quotation mark, not closed

  char32_t before(const char *p) const {
    return p == begin_ ? U' ' : decode_back(begin_, p).value;
  }
  char32_t after(const char *p, const CodePoint &c) const {
    return p + c.size >= end_ ? U' ' : decode(p + c.size, end_).value;
  }
  static bool is_word(char32_t c) { return is_alphabetic(c) || is_number(c); }

  bool divides_at(const char *p, const CodePoint &c) {
    if (c.value < 0x80 && is_ascii_space(static_cast<char>(c.value)))
      return false;
    const char32_t left = before(p);
    const char32_t right = after(p, c);
    if (is_apostrophe(c.value))
      return single(left, right);
    if (is_number(left) && is_number(right))
      return false;
    if ((c.value == '.' || c.value == '!' || c.value == '?') && is_space(right))
      open_ = false; // what an elision such as 'em opened ends here
    if (c.value == '.')
      return left == '.' || right == '.' || is_alphabetic(right);
    if (is_hyphen(c.value))
      return left == c.value || right == c.value ||
             (is_space(left) && is_space(right));
    if (is_dash(c.value) || is_double_quote(c.value))
      return true;
    return !is_bound(c.value) &&
           (is_punctuation(c.value) || is_symbol(c.value) ||
            is_pictographic(c.value));
  }

  // A single quotation mark, or an apostrophe that no word has kept. Judged by
  // its place, so that curly and straight ones come out the same.
  bool single(char32_t left, char32_t right) {
    if (is_word(right) && is_word(left)) // a clitic was cut off there
      return false;
    if (is_apostrophe(left) || is_apostrophe(right))
      return true; // ''
    if (!is_word(left) && is_alphabetic(right)) {
      open_ = true;
      return true;
    }
    const bool closes = open_;
    open_ = false;
    return closes;
  }
};

} // namespace

void find_gaps(std::string_view text, const std::vector<Token> &tokens,
               std::vector<std::uint8_t> &apart) {
  apart.clear();
  GapReader reader(text);
  std::size_t from = 0;
  for (const Token &token : tokens) {
    const std::size_t to = token.begin;
    apart.push_back(to > from && reader.divides(from, to) ? 1 : 0);
    from = token.end;
  }
}

} // namespace tritone::text
