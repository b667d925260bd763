// SPDX-License-Identifier: GPL-2.0-or-later
// Scores of blocks of articles as those of the collection.
#pragma once

#include "base/config.h"
#include "tone/score.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// The results of all blocks by lexicon `l`, in order; blocks[b][l] are those of
// block b, which count from its own first rows. To be asked for l = 0, 1, ...
// in turn: what has been joined is freed, all but what the later ones need.
ToneScores join_blocks(std::vector<std::vector<ToneScores>> &blocks,
                       std::size_t l);

} // namespace tritone::tone
