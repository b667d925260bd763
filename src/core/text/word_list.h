// SPDX-License-Identifier: GPL-2.0-or-later
// Short lists of words that are part of the code.
#pragma once

#include "base/config.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace tritone::text {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

} // namespace tritone::text
