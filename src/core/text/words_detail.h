// SPDX-License-Identifier: GPL-2.0-or-later
// What words.cpp and words_news.cpp share. Not for use elsewhere.
#pragma once

#include "base/config.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

#include <string_view>
#include <vector>

namespace tritone::text {
namespace words_detail {

// Does a character of this class belong to the one before it (WB4)?
inline bool is_attached(WordBreak c) {
  return c == WordBreak::extend || c == WordBreak::format ||
         c == WordBreak::zwj;
}

// The end of the UAX #29 word segment that begins at p; needs p < end, and p at
// a word boundary: no rule looks back over one.
const char *uax29_word_end(const char *p, const char *end);

// What a stretch of text holds.
struct Content {
  bool letter = false;
  bool number = false;  // a number and no letter
  bool capital = false; // its first letter is upper case
};

Content content(const char *p, const char *end);

// Throws limit_error for a text of 4 GiB or more.
void check_size(std::string_view text);

// Appends the tokens of `text` by the news rules.
void news_tokens(std::string_view text, const WordOptions &options,
                 std::vector<Token> &out);

} // namespace words_detail
} // namespace tritone::text
