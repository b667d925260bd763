// SPDX-License-Identifier: GPL-2.0-or-later
// The test files of the Unicode Character Database, for those who have them:
// TRITONE_UNICODE_DIR names a folder with WordBreakTest.txt,
// SentenceBreakTest.txt and NormalizationTest.txt (unpacked).
#pragma once

#include "text/utf8.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace tritone::text::test {

// The lines of a test file without comments and blank lines; none where the
// folder or the file is missing.
inline std::vector<std::string> unicode_lines(const std::string &name) {
  std::vector<std::string> lines;
  const char *folder = std::getenv("TRITONE_UNICODE_DIR");
  if (folder == nullptr)
    return lines;
  std::ifstream file(std::string(folder) + "/" + name);
  for (std::string line; std::getline(file, line);) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") != std::string::npos)
      lines.push_back(line);
  }
  return lines;
}

// "0044 0307" as UTF-8.
inline std::string from_hex(const std::string &codes) {
  std::istringstream stream(codes);
  std::string text;
  for (std::string code; stream >> code;)
    append_utf8(text, static_cast<char32_t>(std::stoul(code, nullptr, 16)));
  return text;
}

// One line of a break test, such as "÷ 0061 × 0308 ÷ 0020 ÷".
struct BreakCase {
  std::string text;
  std::vector<std::size_t> breaks; // byte offsets, 0 and the size among them
};

inline BreakCase break_case(const std::string &line) {
  std::istringstream stream(line);
  BreakCase result;
  for (std::string piece; stream >> piece;) {
    if (piece == "\u00F7")
      result.breaks.push_back(result.text.size());
    else if (piece != "\u00D7")
      result.text += from_hex(piece);
  }
  return result;
}

// Runs a break test file: every line must give the breaks that `breaks` finds.
// Skips by name where the file is missing.
template <class Breaks>
void check_break_file(const std::string &name, std::size_t at_least,
                      Breaks breaks) {
  const auto lines = unicode_lines(name);
  if (lines.empty()) {
    MESSAGE("skipped: " << name << " not in TRITONE_UNICODE_DIR");
    return;
  }
  std::size_t passed = 0;
  for (const std::string &line : lines) {
    const BreakCase want = break_case(line);
    if (breaks(want.text) == want.breaks)
      ++passed;
    else
      MESSAGE("failed: " << line);
  }
  MESSAGE(passed << " of " << lines.size() << " lines passed");
  CHECK(lines.size() > at_least);
  CHECK(passed == lines.size());
}

} // namespace tritone::text::test
