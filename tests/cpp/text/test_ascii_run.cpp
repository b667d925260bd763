// SPDX-License-Identifier: GPL-2.0-or-later
// Runs of ASCII letters, read in lower case.
#include "text/ascii_run.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("text: letters are read as far as they go, in lower case") {
  CHECK(read_letters("RainAndMore rain") == string_key("rainandmore"));
  CHECK(read_letters("9 and some more.") == StringKey{});
  CHECK(read_letters("AbcdefghIjklmnoP") == string_key("abcdefghijklmnop"));
}

TEST_CASE(
    "text: the letter after each byte ends or goes on, as its twin says") {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 16; ++at) {
      std::string text(16, 'q');
      text[at] = static_cast<char>(byte);
      CHECK(read_letters(text.data()) == read_letters_portable(text.data()));
    }
  }
  Rng rng(3, 1);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int b = 0; b < 16; ++b)
      text += static_cast<char>(rng.below(6) == 0 ? rng.below(256)
                                                  : 'A' + rng.below(58));
    const StringKey key = read_letters(text.data());
    REQUIRE(key == read_letters_portable(text.data()));
    std::string lower = text.substr(0, key.size);
    for (char &c : lower)
      c = ascii_lower(c);
    REQUIRE(key == string_key(lower));
  }
}
