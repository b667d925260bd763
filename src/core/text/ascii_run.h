// SPDX-License-Identifier: GPL-2.0-or-later
// The letters at the start of 16 bytes, in lower case, as a key: the step by
// which term_scanner.h reads most words.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/ascii.h"

#include <cstdint>
#include <cstring>

#if defined(__SSE2__) && defined(__x86_64__)
#include <emmintrin.h>
#define TRITONE_SSE2_RUN 1
#endif

namespace tritone::text {

// The ASCII letters at p up to the first other byte: their number, 0 to 16, is
// key.size, and key is string_key() of them in lower case. Needs 16 bytes at p.
inline StringKey read_letters_portable(const char *p) {
  char bytes[StringKey::kInline] = {};
  StringKey key;
  while (key.size < StringKey::kInline && is_ascii_letter(p[key.size])) {
    bytes[key.size] = ascii_lower(p[key.size]);
    ++key.size;
  }
  std::memcpy(&key.low, bytes, 8);
  std::memcpy(&key.high, bytes + 8, 8);
  return key;
}

#if defined(TRITONE_SSE2_RUN)

inline unsigned trailing_zeros(unsigned x) { // of x > 0
#if defined(__GNUC__)
  return static_cast<unsigned>(__builtin_ctz(x));
#else
  unsigned n = 0;
  while ((x >> n & 1U) == 0)
    ++n;
  return n;
#endif
}

inline StringKey read_letters(const char *p) {
  alignas(16) static constexpr unsigned char kKeep[32] = {
      0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, //
      0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  const __m128i lower =
      _mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i *>(p)),
                   _mm_set1_epi8(0x20));
  // 128 less 'a': moves a .. z to the 26 least signed bytes.
  const __m128i moved = _mm_add_epi8(lower, _mm_set1_epi8(31));
  const __m128i letter = _mm_cmplt_epi8(moved, _mm_set1_epi8(-128 + 26));
  const auto letters = static_cast<unsigned>(_mm_movemask_epi8(letter));
  StringKey key;
  key.size = trailing_zeros(~letters);
  const __m128i kept =
      _mm_and_si128(lower, _mm_loadu_si128(reinterpret_cast<const __m128i *>(
                               kKeep + StringKey::kInline - key.size)));
  key.low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(kept));
  key.high = static_cast<std::uint64_t>(
      _mm_cvtsi128_si64(_mm_unpackhi_epi64(kept, kept)));
  return key;
}

#else

inline StringKey read_letters(const char *p) {
  return read_letters_portable(p);
}

#endif

} // namespace tritone::text
