// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs of articles that repeat each other, nearly or in part, for collections
// of up to millions.
#pragma once

#include "base/config.h"

#include "article/collection/shingles.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::article {

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

} // namespace tritone::article
