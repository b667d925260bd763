// SPDX-License-Identifier: GPL-2.0-or-later
// The folded form of words, under which the spellings of one word meet.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>

namespace tritone::text {

// Appends the form of a token, or of a lexicon entry, under which it is counted
// and matched; what is shown to the reader stays as it was written. The form is
//   - lower case, one character for one and the same in every locale
//     (U+0130, the dotted capital I, becomes a plain i; the final sigma of
//     Greek a plain one, as the case folding of Unicode has it). A web address
//     keeps its case after the name of the host, where case matters;
//   - in NFC, so that composed and decomposed spellings meet;
//   - with the plain ' " - and blank for their typographic kinds (the grave and
//     acute accents count as ' inside the token, not at its ends);
//   - with the ligatures U+FB00 .. U+FB06 split;
//   - without soft hyphens, zero-width characters, direction marks and
//   variation
//     selectors; a joiner that binds two emoji stays.
// Folding a folded form changes nothing. Ill-formed bytes become U+FFFD.
void append_folded(std::string_view token, std::string &out);

// The same as a new string.
std::string folded(std::string_view token);

// Is c one of the characters that are written for an apostrophe inside a word?
bool is_apostrophe(char32_t c);

// Is c a hyphen as it occurs inside a word: - U+2010 U+2011?
bool is_hyphen(char32_t c);

// Is c a double quotation mark of any kind, « » among them?
bool is_double_quote(char32_t c);

} // namespace tritone::text
