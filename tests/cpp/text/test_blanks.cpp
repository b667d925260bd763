// SPDX-License-Identifier: GPL-2.0-or-later
// White space, and when it divides paragraphs.
#include "text/blanks.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

namespace {

// How many bytes of white space, and a P if they divide paragraphs.
std::string read(const std::string &text) {
  const char *const p = text.data();
  const Blanks found = skip_blanks(p, p + text.size());
  return std::to_string(found.next - p) + (found.paragraph ? "P" : "");
}

} // namespace

TEST_CASE("blanks: lines and paragraphs") {
  CHECK(read("") == "0");
  CHECK(read("a") == "0");
  CHECK(read(" \t\u00A0x") == "4");
  CHECK(read("\nx") == "1");
  CHECK(read("\r\nx") == "2");
  CHECK(read("\rx") == "1");
  CHECK(read(" \n \n x") == "5P");
  CHECK(read("\r\n\r\nx") == "4P");
  CHECK(read("\n\r") == "2P");
  CHECK(read("\r\rx") == "2P");
  CHECK(read("\u2028x") == "3");
  CHECK(read("\u2029x") == "3P");
  CHECK(read("\u0085\u2028") == "5P");
}
