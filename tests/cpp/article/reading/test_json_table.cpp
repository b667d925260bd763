// SPDX-License-Identifier: GPL-2.0-or-later
// JSON files whose records hold single values only, read in one pass.
#include "article/reading/json_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// Each column as name, kind and record=value of its cells; "no" if the text is
// no table.
std::string table(std::string text, bool lines = false) {
  JsonTable json;
  if (!read_json_table(text, lines, json))
    return json.columns.empty() && json.lines.empty() ? "no" : "half";
  constexpr const char *kKinds[] = {"null",  "boolean", "integer",
                                    "large", "real",    "string"};
  std::string out;
  for (JsonColumn &column : json.columns) {
    out += column.name + ' ' + kKinds[static_cast<std::size_t>(column.kind)];
    for (JsonCell &cell : column.cells) {
      cell.settle(text);
      out += ' ' + std::to_string(cell.record) + '=' + std::string(cell.raw);
    }
    out += '|';
  }
  return out;
}

std::string lines_of(const std::string &text, bool lines) {
  JsonTable json;
  std::string out;
  if (read_json_table(text, lines, json))
    for (const std::int64_t line : json.lines)
      out += std::to_string(line) + ' ';
  return out;
}

std::string field(const std::string &value) {
  return table(R"([{"a": )" + value + "}]");
}

} // namespace

TEST_CASE("json table: an array, values one after the other, lines") {
  const std::string one = R"({"id": 1, "text": "Rain."})";
  const std::string two = R"({"id":2,"more":null})";
  const std::string want =
      "id integer 0=1 1=2|text string 0=Rain.|more null 1=null|";
  CHECK(table(" [ " + one + ",\n" + two + " ] \n") == want);
  CHECK(table(one + '\n' + two) == want);
  CHECK(table(one + two) == want);
  CHECK(table("\n" + one + " \r\n\n\t" + two + "\r\n", true) == want);
  CHECK(table(one, true) == "id integer 0=1|text string 0=Rain.|");
  // Cut anywhere, a file is read as what is whole, or not at all.
  for (const bool lines : {false, true}) {
    const std::string whole = one + '\n' + one + '\n' + two;
    for (std::size_t size = 1; size < whole.size(); ++size) {
      const std::string cut = whole.substr(0, size);
      const bool closed = cut.back() == '}' || cut.back() == '\n';
      const auto records =
          static_cast<std::size_t>(std::count(cut.begin(), cut.end(), '}'));
      const std::string found = lines_of(cut, lines);
      const auto read =
          static_cast<std::size_t>(std::count(found.begin(), found.end(), ' '));
      CHECK_MESSAGE(
          read == (closed && records >= (lines ? 1U : 2U) ? records : 0U), cut);
    }
  }
  CHECK(lines_of("[" + one + ",\n\n" + two + "]", false) == "1 3 ");
  CHECK(lines_of("\r\n" + one + "\r\n\r\n" + two, true) == "2 4 ");
}

TEST_CASE("json table: fields in another order, and fields that come and go") {
  CHECK(table(R"([{"a":"x","b":"y"},{"b":"z"},{"c":true,"b":"u","a":"v"}])") ==
        "a string 0=x 2=v|b string 0=y 1=z 2=u|c boolean 2=true|");
}

TEST_CASE("json table: what is no table is left alone") {
  for (const char *other : {"",
                            "[]",
                            "[1]",
                            "{}",
                            "[{}]",
                            R"({"a": "alone"})",
                            R"([{"a": [1]}])",
                            R"([{"a": {"b": 1}}])",
                            R"([{"a": 1}, 2])",
                            R"([{"a": 1}] 2)",
                            R"([{"a": 1},])",
                            R"([{"a": 1} {"a": 2}])",
                            R"([{"a": 1}, {"a": 2})",
                            R"([{"a": 1, "a": 2}])",
                            R"([{"": 1}])",
                            R"([{"\u0061": 1}])",
                            R"([{"a": tru}])",
                            R"([{"a": NaN}])",
                            R"([{"a" 1}])",
                            R"([{"a": 1,}])",
                            R"([{"a": "x}])",
                            "[{\"a\": \"x\ty\"}]",
                            R"([{"a": 1}, {"a": true}])",
                            R"([{"a": 1.5}, {"a": "x"}])",
                            R"([{"a": 1.5}, {"a": 3000000000}])"})
    CHECK_MESSAGE(table(other) == "no", other);
  // One object a line, on one line.
  CHECK(table("{\"a\": 1} {\"a\": 2}", true) == "no");
  CHECK(table("{\"a\": 1}, \n{\"a\": 2}", true) == "no");
  CHECK(table("{\"a\":\n1}", true) == "no");
  CHECK(table("[{\"a\": 1}]", true) == "no");
  CHECK(table("{\"a\": 1}, {\"a\": 2}") == "no");
}

TEST_CASE("json table: strings and their escapes") {
  CHECK(field(R"("\"\\\/\n\t")") == "a string 0=\"\\/\n\t|");
  CHECK(field(R"("\b\f\r")") == "a string 0=\b\f\r|");
  CHECK(field(R"("caf\u00e9 \u20AC \ud83d\ude00!")") ==
        "a string 0=caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80!|");
  CHECK(field("\"caf\xc3\xa9\"") == "a string 0=caf\xc3\xa9|");
  CHECK(field(R"("")") == "a string 0=|");
  const std::string plain(100, 'x');
  CHECK(field('"' + plain + R"(\\)" + plain + '"') ==
        "a string 0=" + plain + '\\' + plain + '|');
  for (const char *bad :
       {R"("\ud800")", R"("\udc00")", R"("\ud800\u0061")", R"("\u0000")",
        R"("\u12")", R"("\u12g4")", R"("\x")", R"("\)", R"("\")", "\"\\u"})
    CHECK_MESSAGE(field(bad) == "no", bad);
}

TEST_CASE("json table: numbers") {
  CHECK(field("-7") == "a integer 0=-7|");
  CHECK(field("2147483647") == "a integer 0=2147483647|");
  CHECK(field("2147483648") == "a string 0=2147483648|");
  CHECK(field("1.50") == "a real 0=1.50|");
  CHECK(field("2E-3") == "a real 0=2E-3|");
  CHECK(table(R"([{"a": 1}, {"a": 0.5}, {"a": null}])") ==
        "a real 0=1 1=0.5 2=null|");
  CHECK(table(R"([{"a": 1}, {"a": 3000000000}, {"a": "x"}])") ==
        "a string 0=1 1=3000000000 2=x|");
  for (const char *bad : {"01", "-", "-0", "1.", ".5", "1e", "1e400", "+1",
                          "1234567890123456789", "1a", "0x1"})
    CHECK_MESSAGE(field(bad) == "no", bad);
}
