// SPDX-License-Identifier: GPL-2.0-or-later
// Characters as the news rules see them. For words_chain.cpp, words_news.cpp.
#pragma once

#include "base/config.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words_detail.h"

#include <cstdint>

namespace tritone::text {
namespace words_detail {

enum class Kind : std::uint8_t {
  other, // punctuation, symbols, and what is not seen
  space,
  attached, // belongs to the character before it
  letter,
  digit,
  katakana,
  single // a letter of a script without blanks: each is a word
};

// The vowels and tails of Hangul syllables written letter by letter. They count
// as attached, since with the letter before them they compose to one character.
inline bool is_hangul_rest(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

inline Kind kind_of(char32_t c) {
  if (c < 0x80) {
    const char byte = static_cast<char>(c);
    if (is_ascii_letter(byte))
      return Kind::letter;
    if (is_ascii_digit(byte))
      return Kind::digit;
    return is_ascii_space(byte) ? Kind::space : Kind::other;
  }
  const WordBreak w = word_break(c);
  if (is_attached(w) || is_hangul_rest(c))
    return Kind::attached;
  if (w == WordBreak::a_letter || w == WordBreak::hebrew_letter)
    return is_apostrophe(c) ? Kind::other : Kind::letter; // U+02BC
  if (w == WordBreak::numeric)
    return Kind::digit;
  if (w == WordBreak::katakana)
    return Kind::katakana;
  if (is_space(c))
    return Kind::space;
  if (is_alphabetic(c))
    return Kind::single;
  return is_number(c) ? Kind::digit : Kind::other;
}

// A character, and where the next one begins that is not attached to it.
struct Glyph {
  char32_t value;
  Kind kind;
  const char *next;

  bool is_word() const { return kind == Kind::letter || kind == Kind::digit; }
  bool is_hebrew() const {
    return word_break(value) == WordBreak::hebrew_letter;
  }
};

inline const char *skip_attached(const char *p, const char *end) {
  while (p < end && static_cast<unsigned char>(*p) >= 0x80) {
    const CodePoint c = decode(p, end);
    if (kind_of(c.value) != Kind::attached)
      break;
    p += c.size;
  }
  return p;
}

// The glyph at p; at the end of the text one of kind `other` and no length.
inline Glyph glyph(const char *p, const char *end) {
  if (p == end)
    return {0, Kind::other, end};
  const CodePoint c = decode(p, end);
  return {c.value, kind_of(c.value), skip_attached(p + c.size, end)};
}

} // namespace words_detail
} // namespace tritone::text
