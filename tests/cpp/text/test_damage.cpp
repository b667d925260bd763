// SPDX-License-Identifier: GPL-2.0-or-later
// Damaged characters, controls and entities: found, counted and mended.
#include "text/damage.h"

#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

std::string undone(const std::string &text) {
  Mended out;
  return mend(text, out) ? out.text : text;
}

} // namespace

TEST_CASE("damage: in decomposed characters") {
  CHECK(undone("FranA\u0303\u0083A\u0302\u00A7ois") == "Fran\u00E7ois");
  CHECK(undone("itA\u0302") == "itA\u0302");
  CHECK(undone("A\u0302 and caf\u00C3\u00A9") == "A\u0302 and caf\u00E9");
}

TEST_CASE("damage: controls of windows-1252") {
  CHECK(undone("Tarsk\u0092s \u0093rain\u0094 \u0096 so\u0085") ==
        "Tarsk\u2019s \u201Crain\u201D \u2013 so\u2026");
  CHECK(undone("one line\u0085another") == "one line\u0085another");
  CHECK(undone("un\u0081defined") == "un\u0081defined");
}

TEST_CASE("damage: entities, nested ones too") {
  Mended m;
  REQUIRE(mend("A &amp;amp; B &#39;s &quot;rain&quot;&nbsp;&rsquo;", m));
  CHECK(m.text == "A & B 's \"rain\"\u00A0\u2019");
  CHECK(m.repairs[static_cast<std::size_t>(DamageKind::entity)] == 7);
  CHECK(undone("&Atilde;&copy;t&Atilde;&copy;") == "\u00E9t\u00E9");
  CHECK(undone("&amp") == "&amp");
}

TEST_CASE("damage: places and counts") {
  std::vector<Damage> found;
  find_damage("x \u00E2\u20AC\u2122 &lt; \u0092", found);
  REQUIRE(found.size() == 3);
  CHECK(found[0].begin == 2);
  CHECK(found[0].end == 10);
  CHECK(found[0].value == 0x2019);
  CHECK(found[1].kind == DamageKind::entity);
  CHECK(found[2].kind == DamageKind::control);
  CHECK(std::string(damage_name(DamageKind::entity)) == "entity");
}

TEST_CASE("damage: mending is idempotent on anything") {
  const std::u32string all =
      U"aA\u0303\u0302 "
      U"\u00C3\u00C2\u00E2\u20AC\u2122\u0153\u00A9\u0092\u0085\u00E9\u017E"
      U"\u00F0\u0178\u02DC\u00A0&;#x39ampquot\u00D0\u00B8\u2026\u201D\uFFFD";
  std::uint32_t state = 7;
  for (int run = 0; run < 20000; ++run) {
    std::string text;
    const std::uint32_t n = 1 + run % 12;
    for (std::uint32_t i = 0; i < n; ++i) {
      state = state * 1664525U + 1013904223U;
      append_utf8(text, all[(state >> 8) % all.size()]);
    }
    const std::string once = undone(text);
    CAPTURE(text);
    CHECK(is_valid_utf8(once));
    CHECK(undone(once) == once);
  }
}
