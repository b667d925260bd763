// SPDX-License-Identifier: GPL-2.0-or-later
// What two texts are compared by: their runs of five words.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// What of a text is compared: the set of its runs of five words in a row, as
// hashes. Words are runs of letters, marks and digits, folded, so that case,
// punctuation, quotes and white space make no difference.
struct Shingles {
  static constexpr std::size_t kWords = 5;

  std::vector<std::uint32_t> hashes; // sorted, each once
  std::uint32_t words = 0;
};

// The shingles of texts that are read one after the other; none goes over the
// end of a text. `scratch` saves allocations.
void find_shingles(const std::vector<std::string_view> &texts, Shingles &out,
                   std::string &scratch);

} // namespace tritone::article
