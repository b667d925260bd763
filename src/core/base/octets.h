// SPDX-License-Identifier: GPL-2.0-or-later
// Eight bytes at a time in one number, for loops over texts. A mask has the
// high bit of each byte that it is about; which byte that is depends on the
// byte order of the machine, so only ask whether there is one, or how many.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tritone {

constexpr std::uint64_t kOctetOnes = 0x0101010101010101u;
constexpr std::uint64_t kOctetHighs = 0x8080808080808080u;

// The bytes p[0] .. p[7].
inline std::uint64_t load_octets(const char *p) {
  std::uint64_t octets;
  std::memcpy(&octets, p, sizeof octets);
  return octets;
}

// Mask of the bytes beyond ASCII.
constexpr std::uint64_t octets_high(std::uint64_t octets) {
  return octets & kOctetHighs;
}

// Mask of the bytes below `limit`, which is at most 0x80.
constexpr std::uint64_t octets_below(std::uint64_t octets, unsigned limit) {
  // No byte borrows from the next one.
  return ~((octets | kOctetHighs) - kOctetOnes * limit) & ~octets & kOctetHighs;
}

// Mask of the bytes that are `byte`.
constexpr std::uint64_t octets_equal(std::uint64_t octets, unsigned byte) {
  return octets_below(octets ^ (kOctetOnes * byte), 1);
}

// How many bytes a mask has.
constexpr std::size_t count_octets(std::uint64_t mask) {
  // The product adds them up in the highest byte.
  return static_cast<std::size_t>(((mask >> 7) * kOctetOnes) >> 56);
}

// How often `text` has an ASCII character.
inline std::size_t count_byte(std::string_view text, char c) {
  const auto byte = static_cast<unsigned char>(c);
  std::size_t n = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8)
    n += count_octets(octets_equal(load_octets(text.data() + i), byte));
  for (; i < text.size(); ++i)
    n += text[i] == c;
  return n;
}

} // namespace tritone
