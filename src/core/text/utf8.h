// SPDX-License-Identifier: GPL-2.0-or-later
// Reading, writing, checking and repairing UTF-8.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tritone::text {

constexpr char32_t kReplacement = 0xFFFD; // for bytes that are no UTF-8

struct CodePoint {
  char32_t value;     // kReplacement where the bytes are ill-formed
  std::uint32_t size; // bytes read, 1 .. 4
  bool valid;
};

// decode() for a byte at p that is no ASCII.
CodePoint decode_multibyte(const char *p, const char *end);

// The code point that begins at p; needs p < end. Ill-formed bytes are cut by
// "maximal subparts" (Unicode standard, section 3.9, table 3-8): each piece is
// one CodePoint of size >= 1 with valid == false.
inline CodePoint decode(const char *p, const char *end) {
  const auto first = static_cast<unsigned char>(*p);
  if (first < 0x80)
    return {first, 1, true};
  return decode_multibyte(p, end);
}

// The code point that ends at p; needs begin < p. Cuts ill-formed bytes at the
// same places as decode() does when run from `begin`, if `begin` is itself such
// a place.
CodePoint decode_back(const char *begin, const char *p);

// Appends one code point. Surrogates and values past U+10FFFF, which UTF-8
// cannot hold, are written as kReplacement.
void append_utf8(std::string &out, char32_t value);

// The first byte that is no ASCII at or after p, or end.
const char *skip_ascii(const char *p, const char *end);

bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

struct Repaired {
  std::string text;      // valid UTF-8
  std::int64_t replaced; // how many U+FFFD were put in
  std::size_t first_bad; // byte of the first of them in the input, else npos
};

// The text with each ill-formed piece, as decode() cuts it, made one U+FFFD.
Repaired repair_utf8(std::string_view text);

// Number of characters (code points) of a valid UTF-8 text.
std::size_t count_chars(std::string_view text);

// Turns rising byte offsets of one valid UTF-8 text into character offsets,
// both 0-based, in one forward pass over the text. Keeps a view of the text,
// which must outlive it.
class CharOffsets {
public:
  explicit CharOffsets(std::string_view text)
      : text_(text), ascii_(is_ascii(text)) {}

  // Number of characters that begin before byte `byte`. Constant time for an
  // ASCII text. Throws input_error where `byte` is less than in the call before
  // or past the end of the text.
  std::size_t at(std::size_t byte);

private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t chars_ = 0;
  bool ascii_;
};

} // namespace tritone::text
