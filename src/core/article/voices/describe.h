// SPDX-License-Identifier: GPL-2.0-or-later
// What one word of an article may be and do, by its letters alone.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"
#include "base/string_table.h"

#include <string_view>

namespace tritone::article {

// Fills in capital, roles and verb of a token of the text, a word.
void describe_word(std::string_view text, VoiceToken &token);

// The same of a word of at most 15 ASCII letters, but for the capital: `key` is
// that of the word in small letters.
void describe_letters(const StringKey &key, VoiceToken &token);

} // namespace tritone::article
