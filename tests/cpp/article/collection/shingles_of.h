// SPDX-License-Identifier: GPL-2.0-or-later
// The shingles of one text, for tests.
#pragma once

#include "article/collection/shingles.h"

#include <string>

namespace tritone::article {

inline Shingles shingles_of(const std::string &text) {
  Shingles out;
  std::string scratch;
  find_shingles({text}, out, scratch);
  return out;
}

} // namespace tritone::article
