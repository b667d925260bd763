// SPDX-License-Identifier: GPL-2.0-or-later
// JSON texts cut into values, so that one bad value does not cost the others.
#pragma once

#include "base/config.h"

#include "article/reading/json_depth.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// One value of a JSON text, as written there, without white space around it.
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

// Cuts a JSON text that is an array into its elements, any other into its
// values, one after the other. Only brackets and quotes are read: a parser must
// decide whether a piece is JSON. So a fault costs one piece: a piece that is
// not closed ends before the next "}, {" (the comma may be missing). Linear
// time; so after many quotes that are never closed the rest of a text may be
// one piece.
JsonPieces split_json(std::string_view text);

// Cuts a text into its lines, each of them a value; blank lines are skipped. A
// line of several objects gives each of them, and what comes after them, except
// commas, is a piece of its own.
JsonPieces split_json_lines(std::string_view text);

} // namespace tritone::article
