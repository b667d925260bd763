// SPDX-License-Identifier: GPL-2.0-or-later
// From pairs of copies, and from equal texts, to groups and to what each
// article repeats.
#pragma once

#include "base/config.h"

#include "article/collection/duplicates.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// For each article the number of its group, from 0 on in the order of their
// first articles, where pairs join articles; those in no pair have none
// (SIZE_MAX).
std::vector<std::size_t> copy_groups(std::size_t articles,
                                     const std::vector<CopyPair> &pairs);

struct Repeat {
  std::size_t article;  // repeats ...
  std::size_t original; // ... this earlier one
  double similarity;
};

// The hash of a text without the ASCII white space at its ends; 0 for an empty
// text.
std::uint64_t exact_hash(std::string_view text);

// Later articles with the hash of an earlier one, by rising article; 0 is the
// hash of an empty text, which repeats nothing.
std::vector<Repeat> exact_repeats(const std::vector<std::uint64_t> &hashes);

// For each article with an earlier one in a pair, the most similar one by
// Jaccard. By rising article.
std::vector<Repeat> near_repeats(const std::vector<CopyPair> &pairs);

} // namespace tritone::article
