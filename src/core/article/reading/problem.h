// SPDX-License-Identifier: GPL-2.0-or-later
// Problems of reading files, and their codes.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tritone::article {

// Something that a reader had to repair or refuse, for the user to check.
struct Problem {
  std::int64_t line = 0; // 1-based line of the file; 0 if no line is meant
  std::string_view code; // one of problem_code, which are never gone
  std::string detail;    // what was found and what was done, for people
};

// The codes of all problems of reading files, except those that R finds (see
// ?article_read). Users filter by them, so names must not change.
namespace problem_code {

// Problems that leave a text, repaired or in doubt.
constexpr char kBadBytes[] = "bad_bytes"; // each made one U+FFFD
constexpr char kEncoding[] = "encoding";  // the file is not in UTF-8
constexpr char kControlCharacters[] = "control_characters"; // kept
constexpr char kNoTitle[] = "no_title"; // the whole file is text

// Problems of files of records.
constexpr char kTitleRepeated[] = "title_repeated"; // removed from the text
constexpr char kBadQuotes[] = "bad_quotes";         // in a delimited text
constexpr char kEscapedQuotes[] = "escaped_quotes"; // by a backslash
constexpr char kOtherQuotes[] = "other_quotes";     // or delimiters after one
constexpr char kBadJson[] = "bad_json"; // a field or a record, left out

// Problems that leave no text.
constexpr char kEmpty[] = "empty";           // no character but white space
constexpr char kBinary[] = "binary";         // not a text
constexpr char kUnreadable[] = "unreadable"; // the system refused it
constexpr char kTooLarge[] = "too_large";    // more than kMaxFileBytes

} // namespace problem_code
} // namespace tritone::article
