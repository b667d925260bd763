// SPDX-License-Identifier: GPL-2.0-or-later
// Runs of five words.
#include "article/collection/shingles.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

Shingles shingles(const std::string &text) {
  Shingles out;
  std::string scratch;
  find_shingles({text}, out, scratch);
  return out;
}

} // namespace

TEST_CASE("shingles: case, marks and blanks make no difference") {
  const Shingles a =
      shingles("The river at Tarsk rose again, \"late\" on Monday");
  const Shingles b =
      shingles("THE RIVER\nat Tarsk rose again \u201Clate\u201D on monday.");
  CHECK(a.hashes == b.hashes);
  CHECK(a.words == 9);
  CHECK(a.hashes.size() == 5);
  CHECK(shingles("a b c d").hashes.empty());
  CHECK(shingles("a b c d e").hashes != shingles("e d c b a").hashes);
  CHECK(shingles("").words == 0);
  CHECK(shingles("Caf\u00E9 a b c d").hashes ==
        shingles("CAFE\u0301 a b c d").hashes);
}

TEST_CASE("shingles: a run of words never goes over the end of a text") {
  Shingles out;
  std::string scratch;
  find_shingles({"a b c", "d e f"}, out, scratch);
  CHECK(out.hashes.empty());
  CHECK(out.words == 6);
}
