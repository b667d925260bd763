// SPDX-License-Identifier: GPL-2.0-or-later
// The kinds of damage that text suffers on its way, and one place of it.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>

namespace tritone::text {

enum class DamageKind : std::uint8_t {
  mojibake, // UTF-8 that was read as windows-1252 or Latin-1: "Ã©" for "é"
  control,  // U+0080 .. U+009F instead of characters of windows-1252
  entity    // a reference of HTML: &amp; &#39; &#x2019;
};
constexpr std::size_t kDamageKinds = 3;

// "mojibake", "control", "entity".
const char *damage_name(DamageKind kind);

// Bytes begin .. end - 1 of a text; they should be the character `value`.
struct Damage {
  std::size_t begin;
  std::size_t end;
  DamageKind kind;
  char32_t value;
};

} // namespace tritone::text
