// SPDX-License-Identifier: GPL-2.0-or-later
// One file of several articles, cut into its articles.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// A piece of a text, one article of it.
struct TextPiece {
  std::string_view text;
  std::int64_t line = 1; // 1-based, on which the piece begins
};

// A match of a pattern: bytes begin .. end - 1 of a text.
struct Match {
  std::size_t begin;
  std::size_t end;
};

// Cuts a text (lines ended by \n) at the lines that contain a match; these
// lines belong to no piece. Matches are in rising order and may share a line;
// false, and no pieces, if one crosses a line end or the end of the text.
// Pieces of only white space are left out, unless there is no other: then the
// whole text is the only piece. Linear time.
bool divide_at(std::string_view text, const std::vector<Match> &matches,
               std::vector<TextPiece> &pieces);

// Cuts a text at runs of `blank_lines` or more blank lines, which must be >= 1.
std::vector<TextPiece> divide_at_blank_lines(std::string_view text,
                                             std::size_t blank_lines);

} // namespace tritone::article
