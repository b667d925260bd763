// SPDX-License-Identifier: GPL-2.0-or-later
// What term_scanner.h reads without the general rules: words and numbers of
// ASCII with apostrophes, hyphens, full stops, commas and colons inside, where
// words_chain.h would read the same.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tritone::text {
namespace term_detail {

// Bytes by what they do to the word before them.
enum class ByteClass : std::uint8_t {
  letter,
  digit,
  blank,
  plain, // ends every word
  comma, // ends a word after a letter
  local, // % +: ends every word, but may occur in an e-mail address
  stop,
  colon,
  apostrophe,
  hyphen,
  sign,    // @ #
  special, // & _ `
  other    // no ASCII
};

extern const ByteClass kByteClass[256];

inline ByteClass byte_class(char c) {
  return kByteClass[static_cast<unsigned char>(c)];
}
inline bool is_run(ByteClass c) { return c <= ByteClass::digit; }
inline bool is_special(ByteClass c) {
  return is_run(c) || c == ByteClass::sign || c == ByteClass::other;
}
inline bool ends_word(ByteClass c) { // after a letter
  return c >= ByteClass::blank && c <= ByteClass::comma;
}

// For curly quotes and dashes, which are three bytes each: `apostrophe` for
// U+2018 and U+2019, `plain` for U+2013, U+2014, U+201C and U+201D; `other`
// where none of them is at p.
constexpr std::size_t kQuoteBytes = 3;
ByteClass quote_class(const char *p, const char *end);

// A word or number that begins at an ASCII letter or digit.
class AsciiChain {
public:
  // Reads at p < end. end() == p where it needs the general rules: an address,
  // initials, other than ASCII, parts to be cut off, more than 64 bytes.
  AsciiChain(const char *p, const char *end, const WordOptions &options);

  const char *end() const { return end_; }
  bool letter() const { return letter_; } // has a letter
  bool capital() const;                   // its first letter is upper case

  // The folded form.
  const char *bytes() const { return bytes_; }
  StringKey key() const;

private:
  static constexpr std::size_t kRoom = 64;

  const char *begin_;
  const char *end_;
  std::size_t size_ = 0;
  bool letter_ = false;
  char bytes_[kRoom];

  const char *read(const char *end, const WordOptions &options);
};

// Makes `out` the folded form of a token.
void fold_token(std::string_view token, std::string &out);

} // namespace term_detail
} // namespace tritone::text
