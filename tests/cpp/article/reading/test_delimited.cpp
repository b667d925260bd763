// SPDX-License-Identifier: GPL-2.0-or-later
// Separated values, with good and bad quotes.
#include "article/reading/delimited.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

// Records in lines, fields between bars.
std::string shown(const Delimited &table) {
  std::string out;
  for (std::size_t r = 0; r < table.records(); ++r) {
    for (std::size_t c = table.starts[r]; c < table.starts[r + 1]; ++c)
      out += (c > table.starts[r] ? "|" : "") + table.cells[c].value();
    out += '\n';
  }
  return out;
}

std::string split(const std::string &text) {
  return shown(split_delimited(text));
}

std::string numbers(const Delimited &table) {
  std::string out;
  for (const std::int64_t line : table.lines)
    out += std::to_string(line) + ' ';
  return out;
}

} // namespace

TEST_CASE("delimited: fields, quotes, line ends in quotes") {
  const std::string text = "id,text\n1,\"Rain, and \"\"snow\"\"\nfell.\"\n"
                           "2,\n3,\"\"\n";
  const Delimited table = split_delimited(text);
  CHECK(shown(table) == "id|text\n1|Rain, and \"snow\"\nfell.\n2|\n3|\n");
  CHECK(table.delimiter == ',');
  CHECK(numbers(table) == "1 2 4 5 ");
  CHECK(table.problems.empty());
  CHECK(split("a,b\n1,2") == "a|b\n1|2\n");
  CHECK(split("a,b\n1,\"\"\"x\"\"\"\n") == "a|b\n1|\"x\"\n");
  CHECK(split("a,b\n1,\"\"\"\"\n") == "a|b\n1|\"\n");
  CHECK(split("a, b\n 1 , \"x, y\" \n") == "a| b\n 1 |x, y\n");
}

TEST_CASE("delimited: nothing, blank lines, one column") {
  for (const char *text : {"", "\n", " \n\t\n"})
    CHECK(split_delimited(text).records() == 0);
  CHECK(split("\na,b\n\n1,2\n\n") == "a|b\n1|2\n");
  const std::string column = "text\nRain fell, and snow\n\"Snow; or,\nhail\"\n";
  const Delimited one = split_delimited(column, ',');
  CHECK(one.delimiter == 0);
  CHECK(shown(one) == "text\nRain fell, and snow\nSnow; or,\nhail\n");
  // A line of delimiters only is a record.
  CHECK(split("a\tb\n\t\n1\t2\n") == "a|b\n|\n1|2\n");
}

TEST_CASE("delimited: the delimiter is found") {
  CHECK(split_delimited("id;text\n1;Rain, snow\n2;Hail, wind, fog\n", ',')
            .delimiter == ';');
  CHECK(split_delimited("id\ttext\n1\tRain, snow; fog\n", ',').delimiter ==
        '\t');
  CHECK(split_delimited("id|text|day\n1|Rain, snow|3\n").delimiter == '|');
  CHECK(split_delimited("id,text\n1,Rain\n", '\t').delimiter == ',');
  // Both divide; the one that was asked for wins.
  CHECK(split_delimited("a;b,c\n1;2,3\n", ',').delimiter == ',');
  CHECK(split_delimited("a;b,c\n1;2,3\n", ';').delimiter == ';');
  const Delimited said = split_delimited("sep=;\na;b\n1;2,3\n", ',');
  CHECK(said.delimiter == ';');
  CHECK(numbers(said) == "2 3 ");
  CHECK(shown(said) == "a|b\n1|2,3\n");
}

TEST_CASE("delimited: ragged records are kept as they are") {
  const Delimited table = split_delimited("a,b,c\n1\n1,2,3,4\n1,2,3\n");
  CHECK(shown(table) == "a|b|c\n1\n1|2|3|4\n1|2|3\n");
  CHECK(table.fields(1) == 1);
  CHECK(table.fields(2) == 4);
}

TEST_CASE("delimited: quotes that are not doubled") {
  const Delimited table =
      split_delimited("a,b\n1,\"She said \"no\" to it\"\n2,x\n");
  CHECK(shown(table) == "a|b\n1|She said \"no\" to it\n2|x\n");
  REQUIRE(table.problems.size() == 1);
  CHECK(table.problems[0].record == 1);
  CHECK(table.problems[0].problem.code == "bad_quotes");
  CHECK(table.problems[0].problem.line == 2);
  // A quote inside a field without quotes is a character.
  const Delimited inside = split_delimited("a,b\n1,the \"old\" mill\n");
  CHECK(shown(inside) == "a|b\n1|the \"old\" mill\n");
  CHECK(inside.problems.empty());
}

TEST_CASE("delimited: an open quote costs one line") {
  const Delimited last = split_delimited("a,b\n1,\"x\n2,y\n3,z\n");
  CHECK(shown(last) == "a|b\n1|\"x\n2|y\n3|z\n");
  REQUIRE(last.problems.size() == 1);
  CHECK(last.problems[0].record == 1);
  CHECK(numbers(last) == "1 2 3 4 ");
  // Another field in quotes follows.
  const Delimited before = split_delimited("a,b\n\"1,x\n\"2\",y\n\"3\",z\n");
  CHECK(shown(before) == "a|b\n\"1|x\n2|y\n3|z\n");
  CHECK(before.problems.size() == 1);
  // Fields in quotes on the lines after an open one are still read.
  CHECK(split("a,b\n1,\"x\n2,\"y, \"\"z\"\"\"\n3,\"w\n") ==
        "a|b\n1|\"x\n2|y, \"z\"\n3|\"w\n");
}

TEST_CASE("delimited: many open quotes take linear time") {
  std::string text = "a,b\n";
  for (int i = 0; i < 100000; ++i)
    text += "1,\"x\n";
  const Delimited table = split_delimited(text);
  CHECK(table.records() == 100001);
  CHECK(table.problems.size() == 100000);
}

TEST_CASE("delimited: each byte lies in a cell or divides cells") {
  // Whatever the text, no letter is lost, and no record is empty.
  const std::string alphabet = "x\",\n ;";
  std::size_t good = 0;
  std::size_t count = 0;
  for (std::size_t code = 0; code < 6 * 6 * 6 * 6 * 6 * 6; ++code) {
    std::string text;
    std::size_t letters = 0;
    for (std::size_t rest = code, i = 0; i < 6; ++i, rest /= 6) {
      text += alphabet[rest % 6];
      letters += alphabet[rest % 6] == 'x';
    }
    const Delimited table = split_delimited(text);
    std::size_t found = 0;
    for (const Cell &cell : table.cells)
      for (const char c : cell.value())
        found += c == 'x';
    bool whole = found == letters && table.starts.back() == table.cells.size();
    for (std::size_t r = 0; r < table.records(); ++r)
      whole = whole && table.fields(r) > 0;
    good += whole;
    ++count;
  }
  CHECK(good == count);
}

TEST_CASE("delimited: line ends of every kind, kept inside quotes") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const std::string text = "id,text,x" + end + end + "1,\"a\r\nb\rc\nd\",e" +
                             end + "2,\"q" + end + "3,u,v";
    const Delimited table = split_delimited(text);
    CHECK(shown(table) == "id|text|x\n1|a\r\nb\rc\nd|e\n2|\"q\n3|u|v\n");
    CHECK(numbers(table) == "1 3 7 8 ");
  }
  const Delimited said = split_delimited("sep=;\r\na;b\r\n1;2,3\r\n", ',');
  CHECK(shown(said) == "a|b\n1|2,3\n");
}

TEST_CASE("delimited: the line ends of Unicode end no record") {
  for (const std::string c : {"\u2028", "\u2029", "\u0085", "\v", "\f"}) {
    CHECK(split("id,text\n1,\"a" + c + "b\"\n2,a" + c + "b\n") ==
          "id|text\n1|a" + c + "b\n2|a" + c + "b\n");
  }
}

TEST_CASE("delimited: quotes after a backslash") {
  const Delimited table = split_delimited(
      "id,title,text\n1,\"Mill \\\"shuts\\\"\",\"He said \\\"no\\\", then "
      "left.\"\n2,Ferry,\"Again.\"\n3,\"\\\"x\\\"\",\"\\\"y\\\"\"\n");
  CHECK(shown(table) == "id|title|text\n1|Mill \"shuts\"|He said \"no\", then "
                        "left.\n2|Ferry|Again.\n3|\"x\"|\"y\"\n");
  REQUIRE(table.problems.size() == 1);
  CHECK(table.problems[0].problem.code == problem_code::kEscapedQuotes);
  CHECK(table.problems[0].problem.line == 2);
  CHECK(table.problems[0].problem.detail.find("2 records") !=
        std::string::npos);
}

TEST_CASE("delimited: a backslash before the quote that closes a field") {
  // Alone, where quotes are doubled, and beside escaped quotes.
  const std::string alone = "a,b\n\"C:\\\",1\n\"x \"\"y\"\"\",2\n";
  CHECK(shown(split_delimited(alone)) == "a|b\nC:\\|1\nx \"y\"|2\n");
  CHECK(split_delimited(alone).problems.empty());
  CHECK(split("a,b\n\"C:\\\",\"x\"\n\"say \\\"no\\\", he\",\"y\"\n\"z\",\"D:"
              "\\\"\n\"p\",\"q\"\n") ==
        "a|b\nC:\\|x\nsay \"no\", he|y\nz|D:\\\np|q\n");
  CHECK(split("a,b,c\n\"\\\"u\\\",\\\"v\\\",w\",\"C:\\\",\"x\"\n1,2,3\n") ==
        "a|b|c\n\"u\",\"v\",w|C:\\|x\n1|2|3\n");
}

TEST_CASE("delimited: backslashes are one where all are written twice") {
  CHECK(split("a,b\n\"C:\\\\d\\\\\",\"\\\"x\\\"\"\n") ==
        "a|b\nC:\\d\\|\"x\"\n");
  // Not where one is alone, nor outside quotes.
  CHECK(split("a,b\n\"C:\\\\d\\e\",\"\\\"x\\\"\"\n") ==
        "a|b\nC:\\\\d\\e|\"x\"\n");
  CHECK(split("a,b\nC:\\\\d,\"\\\"x\\\\y\\\"\"\n") ==
        "a|b\nC:\\\\d|\"x\\y\"\n");
  // Nor where quotes are doubled.
  CHECK(split("a,b\n\"C:\\\\\",\"\"\"x\"\"\"\n") == "a|b\nC:\\\\|\"x\"\n");
}

TEST_CASE("delimited: both ways to write quotes in one file") {
  const Delimited table =
      split_delimited("a,b\n\"x \"\"y\"\", z\",1\n\"u \\\"v\\\", w\",2\n");
  CHECK(shown(table) == "a|b\nx \"y\", z|1\nu \"v\", w|2\n");
  CHECK(table.problems.size() == 1);
}

TEST_CASE("delimited: settle() writes each value over its field") {
  std::string text =
      "a,\"x \"\"y\"\" z\",\"\"\"\"\n\"say \\\"no\\\", he\",b,c\n"
      "\"C:\\d\",plain,\"\"\n";
  Delimited table = split_delimited(text, ',');
  std::vector<std::string> before;
  for (const Cell &cell : table.cells)
    before.push_back(cell.value());
  for (Cell &cell : table.cells) {
    cell.settle(text);
    CHECK(cell.plain());
    cell.settle(text); // changes nothing more
  }
  // Each field has its own place: those that are settled later are whole.
  for (std::size_t i = 0; i < before.size(); ++i)
    CHECK(std::string(table.cells[i].raw) == before[i]);
  CHECK(before[1] == "x \"y\" z");
  CHECK(before[2] == "\"");
  CHECK(before[3] == "say \"no\", he");
}

TEST_CASE("delimited: room for all records is no part of the result") {
  // More records than are looked at before room is taken, short ones first.
  std::string text = "id,text\n";
  for (int i = 0; i < 1000; ++i)
    text += std::to_string(i) + ",\"" +
            std::string(i < 300 ? 1 : 40 + static_cast<std::size_t>(i), 'x') +
            "\"\n";
  const Delimited table = split_delimited(text, ',');
  REQUIRE(table.records() == 1001);
  CHECK(table.cells.size() == 2002);
  CHECK(table.lines.back() == 1001);
  CHECK(table.cells.back().value() == std::string(1039, 'x'));
}

TEST_CASE("delimited: single quotes and delimiters after a backslash") {
  const Delimited quoted =
      split_delimited("a,b\n1,'x, ''y'''\n2,'z\\', w'\n3,'v'\n", ',');
  REQUIRE(quoted.records() == 4);
  CHECK(quoted.cells[3].value() == "x, 'y'");
  CHECK(quoted.cells[5].value() == "z', w");
  CHECK(quoted.problems[0].problem.code == "other_quotes");
  const Delimited slashed =
      split_delimited("a,b,c\n1,x\\, y,z\n2,u\\,v\\,w,t\n", ',');
  REQUIRE(slashed.records() == 3);
  CHECK(slashed.fields(1) == 3);
  CHECK(slashed.cells[4].value() == "x, y");
  CHECK(slashed.cells[7].value() == "u,v,w");
  const Delimited plain = split_delimited("a,b\n1,'x\n2,y'\n", ',');
  CHECK(plain.problems.empty());
  CHECK(plain.cells[3].value() == "'x");
}
