// SPDX-License-Identifier: GPL-2.0-or-later
// Texts cut at matches and at blank lines.
#include "article/reading/divide.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// "line:text|" of each piece, line ends as /.
std::string shown(const std::vector<TextPiece> &pieces) {
  std::string out;
  for (const TextPiece &piece : pieces) {
    out += std::to_string(piece.line) + ':';
    for (const char c : piece.text)
      out += c == '\n' ? '/' : c;
    out += '|';
  }
  return out;
}

// Cut at each "--".
std::string divided(const std::string &text) {
  std::vector<Match> matches;
  for (std::size_t at = text.find("--"); at != std::string::npos;
       at = text.find("--", at + 2))
    matches.push_back({at, at + 2});
  std::vector<TextPiece> pieces;
  REQUIRE(divide_at(text, matches, pieces));
  return shown(pieces);
}

} // namespace

TEST_CASE("divide: at lines that hold a match") {
  CHECK(divided("a\n--\nb\nc\nx -- y\nd") == "1:a/|3:b/c/|6:d|");
  CHECK(divided("--\na\n--\n\n--\nb\n--") == "2:a/|6:b/|");
  CHECK(divided("a\n-- and -- again\nb") == "1:a/|3:b|");
  CHECK(divided("a\nb") == "1:a/b|");
  CHECK(divided("") == "1:|");
  CHECK(divided("--") == "1:--|");
  CHECK(divided(" \n--\n ") == "1: /--/ |");
}

TEST_CASE("divide: matches that are not within a line are refused") {
  std::vector<TextPiece> pieces{{"x", 1}};
  CHECK_FALSE(divide_at("a\nb", {{0, 2}}, pieces));
  CHECK(pieces.empty());
  CHECK_FALSE(divide_at("a\nb", {{2, 9}}, pieces));
  CHECK(divide_at("a\nb", {{0, 1}}, pieces));
  CHECK(shown(pieces) == "2:b|");
}

TEST_CASE("divide: at blank lines") {
  const auto blank = [](const std::string &text, std::size_t n) {
    return shown(divide_at_blank_lines(text, n));
  };
  CHECK(blank("a\n\nb\n\n\n\nc\nd\n", 3) == "1:a//b/|7:c/d/|");
  CHECK(blank("a\n\nb\n\n\n\nc\nd\n", 1) == "1:a/|3:b/|7:c/d/|");
  CHECK(blank("a\n\nb\n\n\n\nc\nd\n", 4) == "1:a//b////c/d/|");
  CHECK(blank("a\n \n\t\n\u00A0\nb", 3) == "1:a/|5:b|");
  CHECK(blank("\n\n\na", 3) == "4:a|");
  CHECK(blank("", 1) == "1:|");
  CHECK(blank("\n\n\n", 2) == "1:///|");
  CHECK_THROWS_AS(divide_at_blank_lines("a", 0), input_error);
}
