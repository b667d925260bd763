// SPDX-License-Identifier: GPL-2.0-or-later
// What became of each sentence of a text.
#include "article/collection/diff.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The first letter of each change, with the sentence that it is about.
std::string changes(const std::string &before, const std::string &after) {
  std::string out;
  for (const SentenceChange &one : compare_versions(before, after)) {
    const bool lost = one.change == Change::dropped;
    const text::Span at = lost ? one.old_at : one.new_at;
    out += change_name(one.change)[0];
    out +=
        "[" + (lost ? before : after).substr(at.begin, at.end - at.begin) + "]";
  }
  return out;
}

} // namespace

TEST_CASE("diff: kept, dropped, added") {
  CHECK(changes("A b. C d.", "A b. C d.") == "k[A b.]k[C d.]");
  CHECK(changes("A b. C d. E f.", "A b. E f.") == "k[A b.]d[C d.]k[E f.]");
  CHECK(changes("A b.", "A b. C d.") == "k[A b.]a[C d.]");
  CHECK(changes("", "A b.") == "a[A b.]");
  CHECK(changes("A b.", "") == "d[A b.]");
  CHECK(changes("", "").empty());
}

TEST_CASE("diff: case, marks and blanks are no change") {
  CHECK(changes("He said \"so\".", "He said\n\u201CSo\u201D.") ==
        "k[He said\n\u201CSo\u201D.]");
}

TEST_CASE("diff: moved and re-worded") {
  CHECK(changes("One two three. Four five six. Seven eight nine.",
                "Four five six. Seven eight nine. One two three.") ==
        "k[Four five six.]k[Seven eight nine.]m[One two three.]");
  CHECK(changes("Rain fell hard on Monday. So.",
                "Rain fell hard on Tuesday. So.") ==
        "r[Rain fell hard on Tuesday.]k[So.]");
  CHECK(changes("Rain fell. So.", "The dam held. So.") ==
        "a[The dam held.]d[Rain fell.]k[So.]");
}

TEST_CASE("diff: the same sentence twice is matched once each") {
  CHECK(changes("A b. A b.", "A b.") == "k[A b.]d[A b.]");
}
