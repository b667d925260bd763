// SPDX-License-Identifier: GPL-2.0-or-later
// Bylines: who wrote an article.
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// Is a paragraph, or a line, a byline and nothing else? It begins with By or
// BY; then come one or several names: words with a capital, initials, particles
// (de, van, al-), joined by commas, "and", "&", with a place ("in Osmiry"), or
// an agency or office after a comma. At most 16 words and 160 bytes; a full
// stop at the end only after an initial or an abbreviation.
//   By Jana Kovel        By A. Stamm and P. van Dael, HPA
//   BY JANA KOVEL        By a staff correspondent in Brenhold
// Or with Von, Par, Por, Di, Door, Av or Af, and two words or more, all names:
//   Von Jana Kovel       Par Jana Kovel et Oren Tals
bool is_byline(std::string_view paragraph);

// Is it a list of names as it may follow By? White space is single blanks.
bool is_name_list(std::string_view s);

// Is a paragraph after a byline part of it: the office of its writer? At most
// six words, no full stop, one of them such as writer, correspondent, reporter,
// staff, editor.
bool is_byline_office(std::string_view paragraph);

} // namespace tritone::article
