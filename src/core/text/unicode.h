// SPDX-License-Identifier: GPL-2.0-or-later
// Properties of characters, from the Unicode Character Database. Every lookup
// takes any char32_t (values past U+10FFFF are as unassigned), is constant
// time, and knows no locale.
#pragma once

#include "base/config.h"

#include <cstdint>

namespace tritone::text {

// Version of the database the tables were made from, such as "15.0.0".
extern const char kUnicodeVersion[];

// Word_Break of UAX #29.
enum class WordBreak : std::uint8_t {
  other,
  cr,
  lf,
  newline,
  extend,
  zwj,
  format,
  regional_indicator,
  katakana,
  hebrew_letter,
  a_letter,
  single_quote,
  double_quote,
  mid_num_let,
  mid_letter,
  mid_num,
  numeric,
  extend_num_let,
  w_seg_space
};

// Sentence_Break of UAX #29.
enum class SentenceBreak : std::uint8_t {
  other,
  cr,
  lf,
  sep,
  extend,
  format,
  sp,
  lower,
  upper,
  o_letter,
  numeric,
  a_term,
  s_continue,
  s_term,
  close
};

// The first letter of General_Category; `other` is C and Z.
enum class Category : std::uint8_t {
  other,
  letter,
  mark,
  number,
  punctuation,
  symbol
};

// NFC_Quick_Check.
enum class NfcCheck : std::uint8_t { yes, maybe, no };

namespace unicode_detail {

// What is known of one character. Many characters share one record.
struct Record {
  std::int32_t lower; // add to get the simple lower-case mapping
  WordBreak word_break;
  SentenceBreak sentence_break;
  Category category;
  NfcCheck nfc_check;
  std::uint8_t combining_class;
  std::uint8_t flags;
};

enum Flag : std::uint8_t {
  kAlphabetic = 1,
  kUpper = 2,
  kLower = 4,
  kSpace = 8,
  kPictographic = 16,
  kDigit = 32,
  kDecomposes = 64 // has a canonical decomposition in the table
};

// A character and its canonical decomposition in one step; `second` is 0 where
// that is a single character. Sorted by `value`; Hangul syllables are left out.
struct Decomposition {
  char32_t value;
  char32_t first;
  char32_t second;
};

constexpr char32_t kCodePoints = 0x110000;

extern const std::uint8_t kPageOf[kCodePoints >> 8];
extern const std::uint8_t kPages[][256]; // index into kRecords
extern const Record kRecords[];

extern const Decomposition kDecompositions[];
extern const std::uint32_t kDecompositionCount;
// Indices into kDecompositions of the pairs that compose, by first, second.
extern const std::uint16_t kCompositions[];
extern const std::uint32_t kCompositionCount;

inline const Record &record(char32_t c) {
  return kRecords[c < kCodePoints ? kPages[kPageOf[c >> 8]][c & 255] : 0];
}
inline bool has(char32_t c, Flag flag) { return (record(c).flags & flag) != 0; }

} // namespace unicode_detail

inline WordBreak word_break(char32_t c) {
  return unicode_detail::record(c).word_break;
}
inline SentenceBreak sentence_break(char32_t c) {
  return unicode_detail::record(c).sentence_break;
}
inline Category category(char32_t c) {
  return unicode_detail::record(c).category;
}
inline NfcCheck nfc_check(char32_t c) {
  return unicode_detail::record(c).nfc_check;
}
// Canonical_Combining_Class, 0 .. 254.
inline unsigned combining_class(char32_t c) {
  return unicode_detail::record(c).combining_class;
}
// Simple_Lowercase_Mapping; the character itself where there is none.
inline char32_t to_lower(char32_t c) {
  return static_cast<char32_t>(static_cast<std::int32_t>(c) +
                               unicode_detail::record(c).lower);
}

// Alphabetic: letters, ideographs, letter numbers, many vowel signs.
inline bool is_alphabetic(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kAlphabetic);
}
inline bool is_upper(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kUpper);
}
inline bool is_lower(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kLower);
}
// A letter of a script that has capitals: a small one or a capital.
inline bool is_cased(char32_t c) { return is_lower(c) || is_upper(c); }
// White_Space, line ends and the no-break spaces included.
inline bool is_space(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kSpace);
}
// Decimal digits of any script (General_Category Nd).
inline bool is_digit(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kDigit);
}
// Extended_Pictographic: emoji and what may become one. Has © and ®, no digit.
inline bool is_pictographic(char32_t c) {
  return unicode_detail::has(c, unicode_detail::kPictographic);
}
// A letter by its general category; is_alphabetic() also holds for marks and
// numbers that are used as letters.
inline bool is_letter(char32_t c) { return category(c) == Category::letter; }
inline bool is_mark(char32_t c) { return category(c) == Category::mark; }
inline bool is_number(char32_t c) { return category(c) == Category::number; }
inline bool is_punctuation(char32_t c) {
  return category(c) == Category::punctuation;
}
inline bool is_symbol(char32_t c) { return category(c) == Category::symbol; }

} // namespace tritone::text
