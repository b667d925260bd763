// SPDX-License-Identifier: GPL-2.0-or-later
// Day or month first: the order of dates written in figures alone.
#pragma once

#include "base/config.h"

#include "article/date/candidates.h"

#include <optional>
#include <vector>

namespace tritone::article {

// Decides the order of day and month in those dates of metadata, dateline and
// text that can be read in two orders (3/4/2021), by the first of:
//   - `given`, day_first or month_first, for all of them;
// and for metadata only:
//   - the dates of the same column that can be read in one order only, if they
//     all have the same order;
//   - the article's own dateline and text, if one of the two days occurs there
//     and the other does not.
// Where nothing decides, the order remains `unknown`.
void settle_day_order(std::vector<DateCandidates> &articles,
                      std::optional<DateOrder> given);

} // namespace tritone::article
