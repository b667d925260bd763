// SPDX-License-Identifier: GPL-2.0-or-later
// Sign-offs: the name of a wire, or a mark, at the very end of an article.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

// Where the sign-off at the end of an article's last paragraph begins: the size
// of the paragraph if it has none, 0 if it is nothing else.
//
// A sign-off is the name of a wire (REUTER, AFP, Xinhua), or `agency`, that of
// the article's own dateline, or a mark that ends or goes on (ENDS, MORE). It
// comes after the end of a sentence, or before control characters, which
// teleprinters added; brackets, dashes and full stops may be around it:
//   ... it said. REUTER     ... it said. (Meridian)     ... it said. -- AFP
// Control characters at the end are a sign-off without a name.
std::size_t sign_off_begin(std::string_view paragraph, std::string_view agency);

// The agency named in a dateline, HPA in "TARSK, March 3 (HPA) -"; empty if
// none is.
std::string_view dateline_agency(std::string_view dateline);

} // namespace tritone::article
