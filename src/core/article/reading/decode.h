// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of a file as text: which encoding they are in, and what was wrong.
#pragma once

#include "base/config.h"

#include "article/reading/decoded.h"

#include <string>
#include <string_view>

namespace tritone::article {

// The bytes of a file as text. A byte order mark decides; without one
//   - NUL bytes at odd or at even places only mean UTF-16, other ones, if more
//     than 2 %, a binary file, as do many control characters; fewer are bad
//     bytes;
//   - what is valid UTF-8 is UTF-8;
//   - what has hardly a valid multibyte sequence, while its high bytes are
//     letters, quotes and signs of windows-1252 at likely places, is
//     windows-1252;
//   - all else is UTF-8 with bad bytes, each ill-formed piece made one U+FFFD;
//     but lines without a character of UTF-8 whose high bytes stand alone and
//     are such letters and signs are windows-1252.
// \r\n, \r and U+2028 become \n, U+2029 two of them. Linear time. Line numbers
// in the problems count \n, \r\n and \r. No bytes give an empty text, and no
// problem.
//
// Many control characters make no binary file of what is `known_text`, say a
// cell of a table.
Decoded decode_bytes(std::string_view bytes, bool known_text = false);

// The same of bytes that the caller gives away: valid UTF-8 is not copied.
Decoded decode_owned(std::string &&bytes, bool known_text = false);

} // namespace tritone::article
