// SPDX-License-Identifier: GPL-2.0-or-later
// Notes of a newspaper on its writers, its views and the text.
#pragma once

#include "base/config.h"

#include "article/parts/boilerplate_kind.h"

#include <string_view>

namespace tritone::article {

// What a newspaper adds before or after a story about itself and its writers.
// `raw` is a paragraph with single blanks, `s` the same in small ASCII letters;
// neither is empty.
//
//   contribution  NAMES contributed to this report.  NAME reported from PLACE.
//                 With files from NAMES
//   follow        Follow NAME on Twitter @name   Twitter: @name   @name
//   views         The views expressed ... are those of the author
//   writer        NAME is a correspondent for ... (one sentence)
//   more          Details to follow   More to come
//   embedded      <iframe ...> and no text; a request to turn on JavaScript
//   rule          no letter and no digit: ___  - - -
//
// At most 240 bytes, views 700. A note about the text is not one of
// these: see is_text_note(), which allows quotations.
Boilerplate house_note(std::string_view raw, std::string_view s);

// Is a paragraph, unchanged, a note about the text, which may also come before
// the story? At most 700 bytes.
//   Editor's note: ...   This story has been updated to ...   Correction: ...
bool is_text_note(std::string_view paragraph);

} // namespace tritone::article
