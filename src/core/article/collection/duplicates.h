// SPDX-License-Identifier: GPL-2.0-or-later
// Articles that repeat others, exactly, nearly or in part, for collections of
// up to millions.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

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

struct CopyOptions {
  double jaccard = 0.5;    // least share of all shingles that both have
  double containment = 2;  // least share of the shorter one's; above 1: not
                           // looked for
  std::size_t fewest = 20; // texts of fewer words are not compared
  // Days of the articles, kNoDay where not known, or empty; articles more than
  // `window` days apart are no copies.
  std::vector<std::int32_t> days;
  std::int64_t window = -1; // none
};
constexpr std::int32_t kNoDay = INT32_MIN;

struct CopyPair {
  std::size_t first, second; // first < second
  double jaccard;            // shared shingles of all that either has
  double containment;        // of those of the one that has fewer
};

// All pairs of at least one of the two similarities, by first, then second.
// Pairs are found, each with a chance, and then compared exactly:
//   - of the Jaccard similarity by minima of hashes (Broder 1997,
//     doi:10.1109/SEQUEN.1997.666900) in bands: with 48 bands of three minima a
//     pair of similarity 0.5 has a chance of 0.998; below 0.5 there are 64 of
//     two (0.3: 0.998), below 0.2 as many of one (0.1: 0.999);
//   - of containment by an index of one shingle in four, so that the lengths of
//     the texts make no difference (46 shingles, of which 32 are shared:
//     0.9999); shingles of more than 500 articles are left out of it.
// Where more than 64 articles fall into one bucket, each is compared with the
// first eight and with the eight before it. The same for every number of
// threads.
std::vector<CopyPair> find_copies(const std::vector<Shingles> &texts,
                                  const CopyOptions &options,
                                  std::size_t threads, Monitor &monitor);

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
