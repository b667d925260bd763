// SPDX-License-Identifier: GPL-2.0-or-later
// Runs of five words.
#include "article/collection/shingles.h"

#include "article/collection/shingles_of.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("shingles: case, marks and blanks make no difference") {
  const Shingles a =
      shingles_of("The river at Tarsk rose again, \"late\" on Monday");
  const Shingles b =
      shingles_of("THE RIVER\nat Tarsk rose again \u201Clate\u201D on monday.");
  CHECK(a.hashes == b.hashes);
  CHECK(a.words == 9);
  CHECK(a.hashes.size() == 5);
  CHECK(shingles_of("a b c d").hashes.empty());
  CHECK(shingles_of("a b c d e").hashes != shingles_of("e d c b a").hashes);
  CHECK(shingles_of("").words == 0);
  CHECK(shingles_of("Caf\u00E9 a b c d").hashes ==
        shingles_of("CAFE\u0301 a b c d").hashes);
}

TEST_CASE("shingles: a run of words never goes over the end of a text") {
  Shingles out;
  std::string scratch;
  find_shingles({"a b c", "d e f"}, out, scratch);
  CHECK(out.hashes.empty());
  CHECK(out.words == 6);
}
