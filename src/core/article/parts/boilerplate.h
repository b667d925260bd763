// SPDX-License-Identifier: GPL-2.0-or-later
// Boilerplate by its own words, without knowledge of other articles.
#pragma once

#include "base/config.h"

#include "article/parts/boilerplate_kind.h"

#include <string_view>

namespace tritone::article {

// Is a paragraph near the end of an article not part of its story, but a
// contact line, a notice of rights, a credit or a pointer? Reads this paragraph
// alone; the rules are for English and are listed in boilerplate.cpp.
Boilerplate boilerplate(std::string_view paragraph);

// The same for a paragraph of at most 1200 bytes, without the quick check of
// may_be_boilerplate() before.
Boilerplate careful_boilerplate(std::string_view paragraph);

} // namespace tritone::article
