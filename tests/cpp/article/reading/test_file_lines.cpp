// SPDX-License-Identifier: GPL-2.0-or-later
// Lines with the line ends of a file.
#include "article/reading/file_lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::article;

namespace {

// The lines between bars.
std::string shown(const std::string &text) {
  const FileLines lines(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = lines.end(at);
    out += text.substr(at, end - at) + '|';
    at = lines.after(end);
  }
  return out;
}

} // namespace

TEST_CASE("file lines: every line end, and no other character") {
  CHECK(shown("") == "");
  CHECK(shown("a\nb\r\nc\rd") == "a|b|c|d|");
  CHECK(shown("a\n\r\n\r\r\n") == "a||||");
  CHECK(shown("a\u2028b\u2029c\u0085d\ve\ff\n") ==
        "a\u2028b\u2029c\u0085d\ve\ff|");
}

TEST_CASE("file lines: counts add up wherever a text is cut") {
  for (const std::string text : {"a\nb\r\nc\rd\r", "\r\n\r\n", "\n\n", "x"}) {
    const FileLines lines(text);
    const auto all = lines.count(0, text.size());
    for (std::size_t i = 0; i <= text.size(); ++i)
      CHECK(lines.count(0, i) + lines.count(i, text.size()) == all);
  }
  CHECK(FileLines("a\nb\r\nc\rd\r").count(0, 9) == 4);
}
