// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/reading/json_depth.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// One value of a JSON text, as it stands there, without white space around it.
struct JsonPiece {
  std::string_view text;
  std::int64_t line = 1; // 1-based, on which it begins
  bool closed = true;    // brackets and quotes are closed
  bool deep = false;     // nested more than kMaxJsonDepth times
};

struct JsonPieces {
  std::vector<JsonPiece> pieces;
  bool array = false; // the text is one array, the pieces its elements
};

// Cuts a JSON text into the elements of the array that it is, or, where it is
// none, into its values, one behind the other. Only brackets and quotes are
// looked at: whether a piece is JSON is for a parser to say. So a fault costs
// one piece: where one is not closed it ends before the next "}, {" (the comma
// may be missing). Linear time, but for quotes that are never closed: of a text
// with many of them the rest may be one piece.
JsonPieces split_json(std::string_view text);

// Cuts a text into its lines, each of them a value; blank ones are passed over.
JsonPieces split_json_lines(std::string_view text);

} // namespace tritone::article
