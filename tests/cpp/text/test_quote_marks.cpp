// SPDX-License-Identifier: GPL-2.0-or-later
// Which characters are quotation marks, and which way they point.
#include "text/quote_marks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// o, c or s for each mark: opens, closes, straight.
std::string kinds(const std::string &text) {
  std::vector<QuoteMark> marks;
  find_all_quote_marks(text, marks);
  std::string out;
  for (const QuoteMark &mark : marks)
    out += "soc"[static_cast<int>(mark.kind)];
  return out;
}

} // namespace

TEST_CASE("quote_marks: which way they point") {
  CHECK(kinds("\u201Ea\u201C \u201Ea\u201C") == "ococ");
  CHECK(kinds("\u201Da\u201D") == "ss");
  CHECK(kinds("\u00BBa\u00AB \u00BBa\u00AB") == "ococ");
  CHECK(kinds("\u00ABa\u00BB") == "oc");
  CHECK(kinds("``a''") == "oc");
  CHECK(kinds("it\u2019s \u2018a\u2019") == "oc");
}

TEST_CASE("quote_marks: neighbours turn straight marks, possessives go") {
  const auto settled = [](const std::string &text) {
    std::vector<QuoteMark> marks;
    find_all_quote_marks(text, marks);
    settle_quote_marks(text, marks);
    std::string out;
    for (const QuoteMark &mark : marks)
      out += "soc"[static_cast<int>(mark.kind)];
    return out;
  };
  CHECK(settled("so \"a\" so") == "oc");
  CHECK(settled("so\"a\"so") == "ss");
  CHECK(settled("'The workers' pay,' he") == "oc");
  CHECK(settled("no marks, it's so").empty());
}

TEST_CASE("quote_marks: paragraphs end at blank lines") {
  CHECK(paragraph_end("a\nb\n \nc", 0) == 5);
  CHECK(paragraph_end("a\nb", 0) == 3);
}
