// SPDX-License-Identifier: GPL-2.0-or-later
// The other stories that a page announces in a row.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <vector>

namespace tritone::article {

// Marks teasers that are next to other teasers: a heading that is a link, with
// a few words. What `aside` marks already is not looked at.
void mark_teasers(const PageTree &tree, std::vector<bool> &aside);

} // namespace tritone::article
