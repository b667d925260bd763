// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes that are not UTF-8: UTF-16, windows-1252, and what all decoding shares.
#pragma once

#include "base/config.h"

#include "article/reading/decoded.h"
#include "article/reading/problem.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tritone::article {

inline unsigned byte_at(std::string_view s, std::size_t i) {
  return static_cast<unsigned char>(s[i]);
}

// C0 controls that have no place in a text.
constexpr bool is_bad_control(unsigned byte) {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0D)) || byte == 0x7F;
}

// 1-based line of byte `at`.
std::int64_t line_of(std::string_view bytes, std::size_t at);

// "1 line", "2 lines".
std::string counted(std::size_t n, const char *one, const char *many);

// The problem of n pieces replaced by U+FFFD, the first on `line`.
Problem bad_bytes(std::int64_t line, std::size_t n);

// Is it UTF-16 without a byte order mark? In a text of one script blanks,
// digits and line ends have a zero byte on the same side, and most other
// characters have one and the same byte there.
bool looks_like_utf16(std::string_view bytes, bool big_endian);

// Takes the bytes after the byte order mark.
Decoded decode_utf16(std::string_view bytes, bool big_endian);

// Is it UTF-32 without a byte order mark: are all groups of four bytes
// characters, eight or more?
bool looks_like_utf32(std::string_view bytes, bool big_endian);

// Takes the bytes after the byte order mark.
Decoded decode_utf32(std::string_view bytes, bool big_endian);

// The character for a byte of windows-1252; 0 for the five bytes without one.
char32_t from_windows(unsigned byte);

// Are there high bytes that are letters, quotes and signs of windows-1252 at
// likely places, and hardly any multibyte sequences of UTF-8?
bool looks_like_windows(std::string_view bytes);

Decoded decode_windows(std::string_view bytes);

} // namespace tritone::article
