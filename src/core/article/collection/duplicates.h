// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that repeat others, exactly or nearly, for collections of millions.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// 64 minima of hashes of the text's shingles, each of four words in a row:
// the share of equal minima estimates the Jaccard similarity of the sets of
// shingles (Broder 1997, doi:10.1109/SEQUEN.1997.666900), here by one
// permutation with optimal densification (Shrivastava 2017,
// https://proceedings.mlr.press/v70/shrivastava17a.html). Standard error at
// similarity s: sqrt(s (1 - s) / 64), at most 0.063.
struct TextSketch {
  static constexpr std::size_t kMinima = 64;
  static constexpr std::size_t kShingle = 4; // words

  std::uint64_t hash = 0; // of all words in order, folded
  std::uint32_t words = 0;
  std::array<std::uint32_t, kMinima> minima{};
};

// The sketch of a valid UTF-8 text. Words are runs of letters, marks and
// digits, folded, so that case, punctuation, quotes and white space make no
// difference. `scratch` saves allocations.
void sketch_text(std::string_view text, TextSketch &out, std::string &scratch);

// The share of equal minima.
double similarity(const TextSketch &a, const TextSketch &b);

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

// For each article with an earlier one of at least the given similarity (0.5
// to 1), the most similar one found; articles of fewer than `fewest` words are
// left out. By rising article. Pairs are found by 16 bands of four
// minima (a pair of similarity 0.8 with a chance above 0.999, of 0.6 of 0.89);
// in a band an article is compared with at most 8 earlier ones of its bucket.
// The same for every number of threads.
std::vector<Repeat> near_repeats(const std::vector<TextSketch> &sketches,
                                 double least, std::size_t fewest,
                                 std::size_t threads, Monitor &monitor);

} // namespace tritone::article
