// SPDX-License-Identifier: GPL-2.0-or-later
// NFC, against the rules and the Unicode test file.
#include "text/normalize.h"

#include "text/unicode_files.h"
#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

std::string nfc(const std::string &text) {
  std::string out;
  append_nfc(text, out);
  return out;
}

} // namespace

TEST_CASE("normalize: small cases") {
  CHECK(nfc("") == "");
  CHECK(nfc("plain") == "plain");
  CHECK(nfc("Cafe\u0301s") == "Caf\u00E9s");
  CHECK(nfc("Caf\u00E9s") == "Caf\u00E9s");
  // Two marks in either order; only one of them composes with the letter.
  CHECK(nfc("d\u0307\u0323") == "\u1E0D\u0307");
  CHECK(nfc("d\u0323\u0307") == "\u1E0D\u0307");
  // A mark of the same class in between blocks.
  CHECK(nfc("e\u0302\u0301") == "\u1EBF");
  CHECK(nfc("a\u0315\u0300\u05AE\u0062") == "\u00E0\u05AE\u0315\u0062");
  // Singletons and composition exclusions.
  CHECK(nfc("\u212B") == "\u00C5");
  CHECK(nfc("\u0958") == "\u0915\u093C");
  // Hangul, from two and from three letters, and a syllable plus a tail.
  CHECK(nfc("\u1112\u1161") == "\uD558");
  CHECK(nfc("\u1112\u1161\u11AB") == "\uD55C");
  CHECK(nfc("\uD558\u11AB") == "\uD55C");
  CHECK(nfc("\u1112\u1161\u11A7") == "\uD558\u11A7");
  // Marks with nothing before them.
  CHECK(nfc("\u0301") == "\u0301");
  CHECK(nfc("\u0301e") == "\u0301e");
}

TEST_CASE("normalize: it appends, and repairs what is no UTF-8") {
  std::string out = "before ";
  append_nfc("e\u0301", out);
  CHECK(out == "before \u00E9");
  CHECK(nfc("a\xFFz") == "a\uFFFDz");
  CHECK_FALSE(is_nfc("a\xFFz"));
}

TEST_CASE("normalize: is_nfc") {
  CHECK(is_nfc(""));
  CHECK(is_nfc("plain"));
  CHECK(is_nfc("Caf\u00E9s \u2014 \uD55C"));
  CHECK_FALSE(is_nfc("Cafe\u0301s"));
  CHECK_FALSE(is_nfc("\u212B"));
  CHECK_FALSE(is_nfc("q\u0307\u0323"));
  // May compose, but not with what comes before it.
  CHECK(is_nfc("q\u0323\u0307"));
  CHECK(is_nfc("x\u0301"));
}

TEST_CASE("normalize: a long run of marks is sorted, not lost") {
  std::string marks, sorted;
  for (int i = 0; i < 20000; ++i)
    marks += "\u0307\u0323";
  for (int i = 0; i < 20000; ++i)
    sorted += "\u0323";
  for (int i = 0; i < 20000; ++i)
    sorted += "\u0307";
  CHECK(nfc("q" + marks) == "q" + sorted);
}

TEST_CASE("normalize: NormalizationTest.txt") {
  const auto lines = test::unicode_lines("NormalizationTest.txt");
  if (lines.empty()) {
    MESSAGE("skipped: NormalizationTest.txt not in TRITONE_UNICODE_DIR");
    return;
  }
  std::size_t passed = 0, tested = 0;
  for (const std::string &line : lines) {
    if (line[0] == '@')
      continue;
    std::vector<std::string> column;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, ';');)
      column.push_back(test::from_hex(field == " " ? "" : field));
    REQUIRE(column.size() >= 5);
    bool good = true;
    for (std::size_t i = 0; i < 5; ++i) {
      const std::string &want = column[i < 3 ? 1 : 3];
      good = good && nfc(column[i]) == want &&
             is_nfc(column[i]) == (column[i] == want);
    }
    ++tested;
    passed += good;
    if (!good)
      MESSAGE("failed: " << line);
  }
  MESSAGE(passed << " of " << tested << " lines passed");
  CHECK(tested > 18000);
  CHECK(passed == tested);
}
