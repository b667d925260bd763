// SPDX-License-Identifier: GPL-2.0-or-later
// The table of windows-1252: what entities, mojibake and the decoder of files
// all read its bytes by.
#pragma once

#include "base/config.h"

namespace tritone::text {

// The character that windows-1252 has at the byte 0x80 .. 0x9F; for the five
// bytes it leaves undefined, the control U+0080 .. U+009F itself.
constexpr char32_t windows_1252(unsigned byte) {
  constexpr char32_t kHigh[32] = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return kHigh[byte & 31];
}

} // namespace tritone::text
