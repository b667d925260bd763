// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of one record, for each meaning of its quotes.
#include "article/reading/delimited_fields.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The fields of the first record between bars; "!" if its quotes are bad.
std::string fields(const std::string &text, Quotes quotes,
                   unsigned *doubtful = nullptr) {
  const FileLines lines(text);
  std::vector<Cell> cells;
  const SplitRecord record = Splitter(text, lines, ',').read(0, quotes, cells);
  std::string out = record.bad ? "!" : "";
  for (const Cell &cell : cells)
    out += cell.value() + '|';
  if (doubtful != nullptr)
    *doubtful = record.doubtful;
  return out;
}

} // namespace

TEST_CASE("delimited fields: each meaning of quotes") {
  const std::string text = "\"a \\\"b\\\", c\",\"C:\\\",\"d\"\ne\n";
  CHECK(fields(text, {Quotes::none, 0, false}) ==
        "\"a \\\"b\\\"| c\"|\"C:\\\"|\"d\"|");
  CHECK(fields(text, {Quotes::doubled, 0, false})[0] == '!');
  unsigned doubtful = 0;
  // Doubtful are the quotes after b and after C:\.
  CHECK(fields(text, {Quotes::backslash, 0, false}, &doubtful)[0] == '!');
  CHECK(fields(text, {Quotes::backslash, 2, false}, &doubtful) ==
        "a \"b\", c|C:\\|d|");
  CHECK(doubtful == 2);
  CHECK(fields(text, {Quotes::backslash, 0, true}) == "a \"b\", c|C:\\|d|");
}

TEST_CASE("delimited fields: a text that never closes its quote") {
  CHECK(fields("\"a,b\n", {}) == "!a,b\n|");
  CHECK(fields("\"a\\\"", {Quotes::backslash, 0, false}) == "!a\"|");
  CHECK(fields("", {}) == "|");
}
