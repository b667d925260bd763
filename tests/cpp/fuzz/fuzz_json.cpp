// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as JSON: its pieces, their mending, and values. Checks what must
// hold of each result.
#include "article/page/json_value.h"
#include "article/reading/json_depth.h"
#include "article/reading/json_mend.h"
#include "article/reading/json_pieces.h"
#include "article/reading/json_table.h"
#include "require.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::fuzz;

namespace {

std::ptrdiff_t letters(std::string_view s) {
  return std::count_if(s.begin(), s.end(), is_ascii_letter);
}

// The greatest number of brackets that are open outside strings.
std::size_t depth(std::string_view value) {
  std::size_t open = 0;
  std::size_t most = 0;
  bool inside = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (inside) {
      i += c == '\\';
      inside = c != '"';
    } else if (c == '"') {
      inside = true;
    } else if (c == '{' || c == '[') {
      most = std::max(most, ++open);
    } else if ((c == '}' || c == ']') && open > 0) {
      --open;
    }
  }
  return most;
}

void check_mended(const JsonPiece &piece) {
  MendedJson once;
  if (!mend_json(piece.text, once)) {
    require(once.text.empty() && once.problems.empty(), "nothing was mended");
    return;
  }
  require(is_valid_utf8(once.text), "a mended value is valid UTF-8");
  require(once.deep || depth(once.text) <= kMaxJsonDepth,
          "a mended value is not too deep");
  MendedJson twice;
  require(!mend_json(once.text, twice), "a mended value needs no mending");
  Json before, after;
  if (read_json(piece.text, before))
    require(read_json(once.text, after), "mending keeps a value one");
}

void check_pieces(std::string_view text, const JsonPieces &json) {
  const char *last = text.data();
  std::ptrdiff_t kept = 0;
  std::int64_t line = 1;
  for (const JsonPiece &piece : json.pieces) {
    require(!piece.text.empty() && piece.text.data() >= last &&
                piece.text.data() + piece.text.size() <=
                    text.data() + text.size(),
            "pieces rise and are not empty");
    last = piece.text.data() + piece.text.size();
    kept += letters(piece.text);
    require(piece.line >= line, "lines rise");
    line = piece.line;
    if (piece.closed)
      check_mended(piece);
  }
  require(kept == letters(text), "no letter is lost");
}

// A table has the fields of its pieces, each of which is a value.
void check_table(std::string text, bool lines) {
  JsonTable table;
  if (!read_json_table(text, lines, table))
    return;
  const JsonPieces json = lines ? split_json_lines(text) : split_json(text);
  require(json.pieces.size() == table.records(), "a record is a piece");
  std::size_t fields = 0;
  for (std::size_t i = 0; i < json.pieces.size(); ++i) {
    Json value;
    MendedJson mended;
    require(read_json(json.pieces[i].text, value) &&
                !mend_json(json.pieces[i].text, mended),
            "a record of a table is a value without faults");
    require(json.pieces[i].line == table.lines[i], "on the same line");
    fields += value.members.size();
  }
  std::size_t cells = 0;
  for (JsonColumn &column : table.columns) {
    for (JsonCell &cell : column.cells) {
      cell.settle(text);
      require(is_valid_utf8(cell.raw), "a cell is valid UTF-8");
    }
    cells += column.cells.size();
  }
  require(cells == fields, "no field is lost");
}

void check_value(const Json &json) {
  require(json.kind == Json::Kind::object || json.members.empty(),
          "only objects have members");
  require(json.kind == Json::Kind::list || json.items.empty(),
          "only lists have items");
  for (const auto &member : json.members) {
    require(json.find(member.first) != nullptr, "a member is found");
    check_value(member.second);
  }
  for (const Json &item : json.items)
    check_value(item);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text = repair_utf8(view(data, size)).text;
  const std::string framed =
      "{\"id\": 1, \"text\": \"Rain\"}\n{\"id\": 2, " + text + "}\n{\"id\": 3}";
  for (const std::string &one : {text, framed, "[" + framed + "]"}) {
    check_pieces(one, split_json(one));
    check_pieces(one, split_json_lines(one));
    check_table(one, false);
    check_table(one, true);
  }
  Json json;
  if (read_json(text, json))
    check_value(json);
  return 0;
}
