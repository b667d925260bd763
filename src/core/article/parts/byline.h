// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// Is a paragraph, or a line, a byline and nothing else? It begins with By or
// BY; then come one or several names: words with a capital, initials, particles
// (de, van, al-), joined by commas, "and", "&", with a place ("in Osmiry"), an
// agency or an office behind a comma. At most 16 words and 160 bytes; no full
// stop at the end but that of an initial or an abbreviation.
//   By Jana Kovel        By A. Stamm and P. van Dael, HPA
//   BY JANA KOVEL        By a staff correspondent in Brenhold
bool is_byline(std::string_view paragraph);

// Is it a list of names as it stands behind By? White space is single blanks.
bool is_name_list(std::string_view s);

// Is a paragraph that stands behind a byline a part of it: the office of its
// writer? At most six words, no full stop, one of them such as writer,
// correspondent, reporter, staff, editor.
bool is_byline_office(std::string_view paragraph);

} // namespace tritone::article
