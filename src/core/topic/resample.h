// SPDX-License-Identifier: GPL-2.0-or-later
// Which documents are held out, drawn again or scrambled: by what they hold, so
// that the order of rows changes nothing.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

// `n` rows at random of those with two tokens or more, fewer where there are
// fewer; rising.
std::vector<std::size_t> heldout_rows(const Rows &counts, std::size_t n,
                                      std::uint64_t seed);

// As many rows as there are, drawn with replacement; `draw` numbers the draws
// of one seed. In an order that does not depend on that of the rows, but for
// documents with the same counts.
std::vector<std::size_t> bootstrap_rows(const Rows &counts, std::uint64_t seed,
                                        std::uint64_t draw);

// Documents without topics: the tokens of all documents dealt out at random, so
// that each document keeps its length and each term its total. Counts are taken
// as whole numbers, the nearest ones. What becomes of a document does not
// depend on the order of rows, but for documents with the same counts.
Rows scramble(const Rows &counts, std::uint64_t seed);

} // namespace tritone::topic
