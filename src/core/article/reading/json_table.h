// SPDX-License-Identifier: GPL-2.0-or-later
// JSON files that are tables: records whose fields are single values.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// What a field holds, or all fields of a column. `large` is an integer beyond
// 32 bits, of which only the digits are sure.
enum class JsonKind : std::uint8_t {
  null,
  boolean,
  integer,
  large,
  real,
  string
};

// The field of one record.
struct JsonCell {
  std::string_view raw; // as it is written; of a string without its quotes
  std::uint32_t record; // 0-based
  JsonKind kind;
  bool escaped; // a string with escapes

  // Writes the characters that escapes stand for over `raw`, a piece of
  // `text`, and makes it plain.
  void settle(std::string &text);
};

struct JsonColumn {
  std::string name;
  // null: of no field anything else; string: of some, others are integers.
  JsonKind kind = JsonKind::null;
  std::vector<JsonCell> cells; // by record; a record may have none
};

struct JsonTable {
  std::vector<JsonColumn> columns; // in the order in which they first appear
  std::vector<std::int64_t> lines; // 1-based, on which each record begins

  std::size_t records() const { return lines.size(); }
};

// Reads a text (valid UTF-8) of objects whose fields are strings, numbers,
// truth values and null: one array of them, or two or more one after the other;
// with `lines` one on each line, blank lines aside. False, with `out` empty,
// for everything else, which another reader must look at: other
// values, lists and objects in fields, a fault anywhere, a control character in
// a string, an escape of no character, a name twice in one object, an empty
// name or one with escapes, a column that mixes truth values or fractions with
// other things. `text` must outlive the result. Linear time.
bool read_json_table(std::string_view text, bool lines, JsonTable &out);

} // namespace tritone::article
