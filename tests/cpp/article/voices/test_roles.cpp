// SPDX-License-Identifier: GPL-2.0-or-later
// What words may do in a sentence.
#include "article/voices/roles.h"

#include "base/hash.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace tritone;
using namespace tritone::article;

namespace {

unsigned roles(std::string_view word) {
  return word_roles(word, hash_bytes(word));
}

} // namespace

TEST_CASE("roles: of words in one list, in several, in none") {
  CHECK(roles("the") == role::determiner);
  CHECK(roles("was") == (role::auxiliary | role::be));
  CHECK(roles("so") == role::conjunction);
  CHECK(roles("who") == role::relative);
  CHECK(roles("headlined") == role::heading);
  CHECK((roles("her") & role::determiner) != 0);
  CHECK((roles("today") & role::time) != 0);
  CHECK(roles("river") == 0);
  CHECK(roles("") == 0);
}
