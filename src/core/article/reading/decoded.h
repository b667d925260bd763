// SPDX-License-Identifier: GPL-2.0-or-later
// The text that the bytes of a file were decoded to, and from which encoding.
#pragma once

#include "base/config.h"

#include "article/reading/problem.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tritone::article {

enum class Encoding : std::uint8_t {
  utf8,
  utf16_le,
  utf16_be,
  utf32_le,
  utf32_be,
  windows_1252
};

// "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252".
const char *encoding_name(Encoding encoding);

struct Decoded {
  std::string text; // valid UTF-8 without NUL; see Holds for line ends
  Encoding encoding = Encoding::utf8;
  std::vector<Problem> problems; // bad_bytes, encoding, control_characters ...
  bool refused = false;          // binary: the text is empty
};

} // namespace tritone::article
