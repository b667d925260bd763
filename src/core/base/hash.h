// SPDX-License-Identifier: GPL-2.0-or-later
// Hashes that are the same on every machine of either byte order: they key
// random streams and near-duplicate sketches, not only tables.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tritone {

// A bijection of 64 bits in which every input bit reaches every output bit
// (the finaliser of SplitMix64; Steele, Lea & Flood 2014,
// doi:10.1145/2660193.2660195).
inline std::uint64_t mix64(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  x ^= x >> 31;
  return x;
}

// Joins a value to a hash; the order matters.
inline std::uint64_t hash_combine(std::uint64_t hash, std::uint64_t value) {
  return mix64(hash ^ (mix64(value) + 0x9e3779b97f4a7c15ULL));
}

namespace detail {

// Up to 8 bytes as a number, least significant first.
inline std::uint64_t read_bytes(const char *p, std::size_t n) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  std::uint64_t x = 0;
  std::memcpy(&x, p, n);
  return x;
#else
  std::uint64_t x = 0;
  for (std::size_t i = 0; i < n; ++i)
    x |= static_cast<std::uint64_t>(static_cast<unsigned char>(p[i]))
         << (8 * i);
  return x;
#endif
}

} // namespace detail

// Hash of n bytes. Not for keeping out an attacker; equal bytes, equal hash.
inline std::uint64_t hash_bytes(const char *p, std::size_t n) {
  constexpr std::uint64_t k = 0x9fb21c651e98df25ULL;
  std::uint64_t h = 0x2545f4914f6cdd1dULL ^ (static_cast<std::uint64_t>(n) * k);
  for (; n >= 8; p += 8, n -= 8) {
    h = (h ^ detail::read_bytes(p, 8)) * k;
    h ^= h >> 32;
  }
  if (n > 0) {
    h = (h ^ detail::read_bytes(p, n)) * k;
    h ^= h >> 32;
  }
  h *= k;
  return h ^ (h >> 29);
}

inline std::uint64_t hash_bytes(std::string_view s) {
  return hash_bytes(s.data(), s.size());
}

} // namespace tritone
