// SPDX-License-Identifier: GPL-2.0-or-later
// The lines at the top of a text file: its title, and the credits beside it.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// One line of a text.
struct Row {
  std::size_t begin;
  std::size_t end;  // its \n, or the end of the text
  std::size_t next; // where the next line begins
  bool blank;
};

// The line that begins at `at`.
Row row_at(std::string_view text, std::size_t at);

// A title, and what of a text is left.
struct Head {
  std::string title;
  std::size_t rest = 0;
  // The lines of the rest before this place are paragraphs: they are below the
  // headline without a blank line between.
  std::size_t apart = 0;
};

// The title of a text that begins at `at` with a line that is not blank, and
// where the rest begins; without a title that is empty, and the rest is all. A
// credit line after the title, without a blank line between, is part of the
// rest.
Head find_title(std::string_view text, std::size_t at);

// Where the credit lines above a title end, such as the day and the address
// that a page was saved with, with the blank lines around them; `at` where
// there is none.
// The name of a newspaper beside or above its day is one of them where a title
// follows.
std::size_t after_top_credits(std::string_view text, std::size_t at);

// The places after the credit lines that begin one of the first two paragraphs
// but do not belong to it, rising.
std::vector<std::size_t> after_credit_lines(std::string_view text);

} // namespace tritone::article
