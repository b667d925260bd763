// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone {

// How much more often each group of articles uses a term than all the others
// together: the difference of the log odds over its standard deviation, with an
// informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, eq. 16 to 22).
//
// group: by row, 0-based, below `groups`. share: by column, that of the prior,
// adding up to 1 or to 0. prior: its weight in tokens, > 0. Returns groups x
// columns, column-major, all finite; 0 where the prior does not know the term
// or the term is the only one. Linear in the stored cells and in the result.
std::vector<double> log_odds(const ColumnsView &counts,
                             const std::vector<std::int32_t> &group,
                             std::size_t groups,
                             const std::vector<double> &share, double prior);

} // namespace tritone
