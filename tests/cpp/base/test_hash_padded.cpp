// SPDX-License-Identifier: GPL-2.0-or-later
// The hash of a word inside a buffer is that of the word alone.
#include "base/hash_padded.h"

#include "base/string_table.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;

TEST_CASE("hash padded: as hash_bytes, whatever comes after the word") {
  const std::string one = "abcdefghijklmnopqrstuvwxyz0123456789";
  const std::string other = "abcdefghijklmnopqrs................";
  for (std::size_t n = 0; n <= 19; ++n) {
    CAPTURE(n);
    CHECK(hash_padded(one.data(), n) == hash_bytes(one.data(), n));
    CHECK(hash_padded(other.data(), n) == hash_bytes(one.data(), n));
    if (n > StringKey::kInline)
      continue;
    const StringKey key = string_key({one.data(), n});
    CHECK(hash_padded(key.low, key.high, one.data(), n) ==
          hash_bytes(one.data(), n));
  }
}
