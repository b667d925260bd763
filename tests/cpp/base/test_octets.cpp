// SPDX-License-Identifier: GPL-2.0-or-later
// Masks over eight bytes, against one byte at a time.
#include "base/octets.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;

namespace {

// Eight bytes: each of all values, beside others of few values, so that
// neighbours are often the same.
std::string octets_of(unsigned byte, std::size_t at, std::uint64_t seed) {
  constexpr unsigned kOthers[] = {0, 1, 0x20, 0x7F, 0x80, 0xFF, 0x0A, 0xC2};
  std::string out(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    out[i] = static_cast<char>(kOthers[(seed >> (3 * i)) & 7]);
  out[at] = static_cast<char>(byte);
  return out;
}

template <class Is> std::size_t count_if_byte(const std::string &s, Is is) {
  std::size_t n = 0;
  for (const char c : s)
    n += is(static_cast<unsigned char>(c));
  return n;
}

} // namespace

TEST_CASE("octets: masks are those of each byte alone") {
  std::uint64_t seed = 0x9E3779B97F4A7C15u;
  for (unsigned byte = 0; byte < 256; ++byte)
    for (std::size_t at = 0; at < 8; ++at) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      const std::string s = octets_of(byte, at, seed >> 20);
      const std::uint64_t octets = load_octets(s.data());
      CHECK(count_octets(octets_high(octets)) ==
            count_if_byte(s, [](unsigned b) { return b >= 0x80; }));
      for (const unsigned limit : {1u, 0x0Au, 0x20u, 0x61u, 0x7Fu, 0x80u})
        CHECK(count_octets(octets_below(octets, limit)) ==
              count_if_byte(s, [limit](unsigned b) { return b < limit; }));
      for (const unsigned wanted : {0u, 0x0Au, 0x7Fu, 0x80u, 0xC2u, 0xFFu})
        CHECK(count_octets(octets_equal(octets, wanted)) ==
              count_if_byte(s, [wanted](unsigned b) { return b == wanted; }));
    }
}

TEST_CASE("octets: count_byte() counts at every place and length") {
  CHECK(count_byte("", 'a') == 0);
  std::string text;
  std::size_t expected = 0;
  for (std::size_t i = 0; i < 50; ++i) {
    const bool is = i % 3 == 0 || i % 7 == 0;
    text += is ? '\n' : 'x';
    expected += is;
    CHECK(count_byte(text, '\n') == expected);
  }
}
