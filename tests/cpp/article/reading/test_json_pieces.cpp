// SPDX-License-Identifier: GPL-2.0-or-later
// JSON texts cut into values, with faults.
#include "article/reading/json_pieces.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The pieces between bars, ! before those that are not closed.
std::string shown(const JsonPieces &json) {
  std::string out;
  for (const JsonPiece &piece : json.pieces)
    out += (piece.closed ? "" : "!") + std::string(piece.text) + '|';
  return out;
}

std::string split(const std::string &text) { return shown(split_json(text)); }

} // namespace

TEST_CASE("json pieces: the elements of an array") {
  const std::string text =
      " [ {\"a\": \"x, ]\\\"}\"},\n {\"b\": [1, {}]} ,\n3, "
      "\"s\", null ] \n";
  const JsonPieces json = split_json(text);
  CHECK(json.array);
  CHECK(shown(json) == "{\"a\": \"x, ]\\\"}\"}|{\"b\": [1, {}]}|3|\"s\"|null|");
  REQUIRE(json.pieces.size() == 5);
  CHECK(json.pieces[1].line == 2);
  CHECK(json.pieces[2].line == 3);
  CHECK(split("[]").empty());
  CHECK(split("[1,]") == "1|");
  CHECK(split("[\"a\\\\\", \"b\"]") == "\"a\\\\\"|\"b\"|");
}

TEST_CASE("json pieces: other values") {
  CHECK(split("").empty());
  CHECK(split(" \n").empty());
  const std::string one = "\n{\"a\": 1}\n";
  const JsonPieces json = split_json(one);
  CHECK_FALSE(json.array);
  CHECK(shown(json) == "{\"a\": 1}|");
  CHECK(json.pieces[0].line == 2);
  CHECK(split("{\"a\": 1}{\"b\": 2}\n{\"c\": 3}") ==
        "{\"a\": 1}|{\"b\": 2}|{\"c\": 3}|");
}

TEST_CASE("json pieces: a fault costs one piece") {
  CHECK(split("[{\"a\": 1}, {\"b\": [2}, {\"c\": 3}]") ==
        "{\"a\": 1}|!{\"b\": [2}|{\"c\": 3}|");
  CHECK(split("[{\"a\": \"x}, {\"b\": 2},\n{\"c\": 3}]") ==
        "!{\"a\": \"x}|{\"b\": 2}|{\"c\": 3}|");
  // Cut off.
  CHECK(split("[{\"a\": 1}, {\"b\": ") == "{\"a\": 1}|!{\"b\": |");
  CHECK(split("[{\"a\": 1}, {\"b\": \"x") == "{\"a\": 1}|!{\"b\": \"x|");
  CHECK(split("[1] 2") == "1|2|");
  CHECK(split("]") == "]|");
  CHECK(split("}{") == "}|!{|");
}

TEST_CASE("json pieces: values that are too deep are marked") {
  const auto nested = [](std::size_t n) {
    return std::string(n, '[') + "1" + std::string(n, ']');
  };
  CHECK_FALSE(split_json("[" + nested(kMaxJsonDepth) + "]").pieces.at(0).deep);
  CHECK(split_json("[" + nested(kMaxJsonDepth + 1) + "]").pieces.at(0).deep);
  CHECK(split_json(std::string(1000000, '[')).pieces.size() == 1);
}

TEST_CASE("json pieces: every text is cut to its end") {
  const std::string alphabet = "{}[],\"\\ 1";
  std::size_t good = 0;
  std::size_t count = 0;
  for (std::size_t code = 0; code < 9 * 9 * 9 * 9 * 9; ++code) {
    std::string text;
    std::size_t ones = 0;
    for (std::size_t rest = code, i = 0; i < 5; ++i, rest /= 9) {
      text += alphabet[rest % 9];
      ones += alphabet[rest % 9] == '1';
    }
    std::size_t found = 0;
    for (const JsonPiece &piece : split_json(text).pieces)
      for (const char c : piece.text)
        found += c == '1';
    good += found == ones;
    ++count;
  }
  CHECK(good == count);
}

TEST_CASE("json pieces: lines, blank ones skipped") {
  const std::string text = "{\"a\": 1}\n\n  {\"b\": \n{\"c\": 3} \n";
  const JsonPieces json = split_json_lines(text);
  CHECK(shown(json) == "{\"a\": 1}|!{\"b\":|{\"c\": 3}|");
  CHECK(json.pieces.at(1).line == 3);
  CHECK(json.pieces.at(2).line == 4);
  CHECK(split_json_lines("").pieces.empty());
  CHECK(split_json_lines("\n \n").pieces.empty());
}

TEST_CASE("json pieces: several objects on a line") {
  const std::string text = "{\"a\": 1}{\"b\": 2} , {\"c\": 3},\r\n"
                           "{\"d\": 4} left {\"e\": 5}\n1 2\n"
                           "{\"f\": \"}{\"g\": 7}\n{\"h\": [} {\"i\": 9}";
  const JsonPieces json = split_json_lines(text);
  CHECK(shown(json) ==
        "{\"a\": 1}|{\"b\": 2}|{\"c\": 3}|{\"d\": 4}|left {\"e\": 5}|1 2|"
        "!{\"f\": \"}|{\"g\": 7}|!{\"h\": [}|{\"i\": 9}|");
  CHECK(json.pieces.at(2).line == 1);
  CHECK(json.pieces.at(4).line == 2);
  CHECK(json.pieces.back().line == 5);
  // Line ends of old systems.
  const JsonPieces old = split_json_lines("{\"a\": 1}\r{\"b\": \"\u2028\"}\r");
  CHECK(shown(old) == "{\"a\": 1}|{\"b\": \"\u2028\"}|");
  CHECK(old.pieces.at(1).line == 2);
}
