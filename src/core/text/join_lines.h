// SPDX-License-Identifier: GPL-2.0-or-later
// Joining the lines of a wrapped paragraph, hyphens at line ends included.
#pragma once

#include "base/config.h"

#include "base/string_table.h"
#include "text/lines.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::text {

// Joins the lines of a paragraph that was wrapped: with a blank, as a rule.
//
// A hyphen at a line end goes if the word without it occurs elsewhere in the
// text or in `attested` ("sea-" "wall": seawall); otherwise it joins the two
// lines without a blank. The blank stays after a dash (word -) and before and,
// or, to: "short-" "and long-term". A soft hyphen always goes.
class LineJoiner {
public:
  // Keeps views of both texts.
  LineJoiner(std::string_view text, std::string_view attested)
      : texts_{text, attested} {}

  // Appends lines first .. last - 1 of the text as one line.
  void append(const Line *first, const Line *last, std::string &out);

private:
  bool has_word(std::string_view word);
  void collect();

  std::string_view texts_[2];
  // Words are looked for in the texts at first, and collected when many hyphens
  // ask for them.
  std::size_t asked_ = 0;
  std::optional<StringTable> words_; // folded runs of letters, once collected
};

// All lines of a text as one.
std::string join_lines(std::string_view text, std::string_view attested = {});

} // namespace tritone::text
