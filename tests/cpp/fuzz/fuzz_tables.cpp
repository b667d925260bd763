// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a delimited text, and as the fields of one that is well formed.
// Checks what must hold of each result.
#include "article/reading/delimited.h"
#include "require.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::fuzz;

namespace {

std::ptrdiff_t letters(std::string_view s) {
  return std::count_if(s.begin(), s.end(), is_ascii_letter);
}

void check_table(std::string_view text, char preferred) {
  const Delimited table = split_delimited(text, preferred);
  require(table.starts.size() == table.records() + 1, "a start a record");
  require(table.starts.back() == table.cells.size(), "all cells have records");
  const char *last = text.data();
  std::ptrdiff_t kept = 0;
  std::int64_t line = 0;
  for (std::size_t r = 0; r < table.records(); ++r) {
    require(table.fields(r) >= 1, "a record has a field");
    require(table.lines[r] > line, "lines rise");
    line = table.lines[r];
  }
  for (const Cell &cell : table.cells) {
    require(cell.raw.data() >= last &&
                cell.raw.data() + cell.raw.size() <= text.data() + text.size(),
            "cells rise and lie in the text");
    last = cell.raw.data() + cell.raw.size();
    kept += letters(cell.raw);
    require(letters(cell.value()) == letters(cell.raw), "a value is its cell");
  }
  const bool said = starts_with(text, "sep=");
  require(said || kept == letters(text), "no letter is lost");
  for (const DelimitedProblem &problem : table.problems)
    require(problem.record < table.records() && problem.problem.line >= 1,
            "a problem has its record");
}

std::string quoted(std::string_view field) {
  std::string out = "\"";
  for (const char c : field)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

// Fields of any characters, written by the rules, are read as they were.
void check_round_trip(std::string_view text, std::string_view end) {
  std::vector<std::string> fields;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = std::min<std::size_t>(
        rest.size(), 1 + static_cast<unsigned char>(rest[0]) % 24);
    fields.emplace_back(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  std::string file = "id,text";
  for (std::size_t i = 0; i < fields.size(); ++i)
    file +=
        std::string(end) + quoted(std::to_string(i)) + ',' + quoted(fields[i]);
  const Delimited table = split_delimited(file, ',');
  require(table.delimiter == ',' && table.problems.empty(),
          "what is well formed has no problem");
  require(table.records() == fields.size() + 1, "a record for each");
  for (std::size_t i = 0; i < fields.size(); ++i) {
    require(table.fields(i + 1) == 2, "two fields each");
    require(table.cells[table.starts[i + 1] + 1].value() == fields[i],
            "a field is what was written");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text = repair_utf8(view(data, size)).text;
  for (const char preferred : {'\0', ',', '\t'})
    check_table(text, preferred);
  check_table("id,title,text\n1,Rain,\"" + text + "\"\n2,Snow,x\n", ',');
  for (const std::string_view end : {"\n", "\r\n", "\r"})
    check_round_trip(text, end);
  return 0;
}
