// SPDX-License-Identifier: GPL-2.0-or-later
// The type of a stretch of a text.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone::text {

// A piece [begin, end) of a text, in bytes from the text's first byte.
struct Span {
  std::size_t begin;
  std::size_t end;
};

inline bool operator==(Span a, Span b) {
  return a.begin == b.begin && a.end == b.end;
}
inline bool operator!=(Span a, Span b) { return !(a == b); }

} // namespace tritone::text
