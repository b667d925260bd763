// SPDX-License-Identifier: GPL-2.0-or-later
// What the profile of a collection says about the text of one article: lines
// that repeat, and words that are written without a hyphen.
#pragma once

#include "base/config.h"

#include "base/string_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

class Known {
public:
  // Lines in any spelling, and words that are written without a hyphen.
  Known(const std::vector<std::string> &lines,
        const std::vector<std::string> &joined);

  // Is the unit, a paragraph or a line, one that many articles have?
  bool is_line(std::string_view unit, std::string &scratch) const;

  // Is the word, in folded form, written without a hyphen?
  bool is_joined(std::string_view folded) const {
    return joined_.find(folded) != StringTable::kMissing;
  }

  bool has_lines() const { return !lines_.empty(); }

private:
  StringTable lines_;
  StringTable joined_;
};

// The article's text with every end-of-line hyphen made invisible, if the word
// without it is known or occurs elsewhere in `title` or `text` ("sea-" "wall":
// seawall). The hyphen and the white space after it become soft hyphens and a
// word joiner, so that each byte stays in its place. If there is nothing to
// join, returns `text` itself and leaves `out` unchanged.
std::string_view join_hyphens(std::string_view title, std::string_view text,
                              const Known &known, std::string &out);

} // namespace tritone::article
