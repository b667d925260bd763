// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of a file as text: their encoding, and what was wrong with them.
#pragma once

#include "base/config.h"

#include "article/reading/decoded.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tritone::article {

// What bytes hold. Line ends are unified where they are text. In a file of
// records (tables, JSON) the form decides which of them end a record, and
// the others are characters of a field. The text of a cell may have any number
// of control characters.
enum class Holds : std::uint8_t { text, cell, records };

// The bytes of a file as text. A byte order mark decides; without one
//   - bytes that are all characters of UTF-32, in groups of four, are UTF-32;
//   - NUL bytes at odd or at even places only mean UTF-16; others mean a binary
//     file if they are more than 2 %, as do many control characters; fewer are
//     bad bytes;
//   - valid UTF-8 is UTF-8;
//   - a text with hardly any valid multibyte sequence, whose high bytes are
//     letters, quotes and signs of windows-1252 at likely places, is
//     windows-1252;
//   - all else is UTF-8 with bad bytes, each ill-formed piece made one U+FFFD;
//     but lines without a multibyte character of UTF-8, whose high bytes are
//     each alone and such letters and signs, are windows-1252.
// Except in records \r\n, \r and U+2028 become \n, U+2029 two of them. Byte
// order marks at the start go, however many. Linear time. Line numbers in the
// problems count \n, \r\n and \r. An input without bytes gives an empty text
// without a problem.
Decoded decode_bytes(std::string_view bytes, Holds holds = Holds::text);

// The same for bytes that the caller gives up: valid UTF-8 is not copied.
Decoded decode_owned(std::string &&bytes, Holds holds = Holds::text);

// The text of a cell: the bytes themselves, where nothing in them changes, as
// in most, else out.text. The rest of `out` is as decode_bytes() gives it.
std::string_view decode_cell(std::string_view bytes, Decoded &out);

} // namespace tritone::article
