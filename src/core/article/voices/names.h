// SPDX-License-Identifier: GPL-2.0-or-later
// The full names of persons in one article: two words with capitals or more
// side by side.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"
#include "text/span.h"

#include <string_view>
#include <vector>

namespace tritone::article {

struct PersonName {
  text::Span at;         // without titles before it and 's
  std::string_view last; // its last word
};

// The names of a text, in order. `out` is cleared.
void find_person_names(std::string_view text, const VoiceTokens &tokens,
                       std::vector<PersonName> &out);

// Is a word in small ASCII letters a title before names: mr, mr., president?
bool is_person_title(std::string_view word);

// The span without the 's at its end, if it has one.
text::Span without_possessive(std::string_view text, text::Span at);

} // namespace tritone::article
