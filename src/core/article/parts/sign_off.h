// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

// Where the sign-off begins with which the last paragraph of an article may
// end: the paragraph's size where there is none, 0 where it is nothing else.
//
// A sign-off is the name of a wire (REUTER, AFP, Xinhua), or `agency`, that of
// the article's own dateline, or a mark that ends or goes on (ENDS, MORE). It
// stands behind the end of a sentence, or before control characters, which
// teleprinters left behind it; brackets, dashes and full stops may be around
// it:
//   ... it said. REUTER     ... it said. (Meridian)     ... it said. -- AFP
// Control characters at the end are one without a name.
std::size_t sign_off_begin(std::string_view paragraph, std::string_view agency);

// The agency a dateline names: HPA in "TARSK, March 3 (HPA) -"; or nothing.
std::string_view dateline_agency(std::string_view dateline);

} // namespace tritone::article
