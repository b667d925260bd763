// SPDX-License-Identifier: GPL-2.0-or-later
// The hash of base/hash.h for words that are in a longer buffer.
#pragma once

#include "base/config.h"

#include "base/hash.h"

#include <cstddef>
#include <cstdint>

namespace tritone {

constexpr std::size_t kHashPadding = 7; // bytes

// hash_bytes() of n bytes that are followed by kHashPadding more that may be
// read: faster for short words, whose length is no constant.
inline std::uint64_t hash_padded(const char *p, std::size_t n) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr std::uint64_t k = 0x9fb21c651e98df25ULL;
  std::uint64_t h = 0x2545f4914f6cdd1dULL ^ (static_cast<std::uint64_t>(n) * k);
  for (; n >= 8; p += 8, n -= 8) {
    h = (h ^ detail::read_bytes(p, 8)) * k;
    h ^= h >> 32;
  }
  if (n > 0) {
    h = (h ^ (detail::read_bytes(p, 8) & (~0ULL >> (64 - 8 * n)))) * k;
    h ^= h >> 32;
  }
  h *= k;
  return h ^ (h >> 29);
#else
  return hash_bytes(p, n);
#endif
}

// The same of up to 16 bytes at p, which `low` and `high` hold as a StringKey
// does.
inline std::uint64_t hash_padded(std::uint64_t low, std::uint64_t high,
                                 const char *p, std::size_t n) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr std::uint64_t k = 0x9fb21c651e98df25ULL;
  static_cast<void>(p);
  std::uint64_t h = 0x2545f4914f6cdd1dULL ^ (static_cast<std::uint64_t>(n) * k);
  if (n > 0) {
    h = (h ^ low) * k;
    h ^= h >> 32;
  }
  if (n > 8) {
    h = (h ^ high) * k;
    h ^= h >> 32;
  }
  h *= k;
  return h ^ (h >> 29);
#else
  static_cast<void>(low);
  static_cast<void>(high);
  return hash_bytes(p, n);
#endif
}

} // namespace tritone
