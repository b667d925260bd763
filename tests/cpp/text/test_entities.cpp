// SPDX-License-Identifier: GPL-2.0-or-later
// HTML entities, decoded as browsers do.
#include "text/entities.h"

#include "text/windows_1252.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("entities: names and numbers") {
  CHECK(read_entity("&amp; more").value == U'&');
  CHECK(read_entity("&amp; more").size == 5);
  CHECK(read_entity("&nbsp;").value == 0xA0);
  CHECK(read_entity("&yuml;").value == 0xFF);
  CHECK(read_entity("&Omega;").value == 0x3A9);
  CHECK(read_entity("&omega;").value == 0x3C9);
  CHECK(read_entity("&sigma;").value == 0x3C3);
  CHECK(read_entity("&Eacute;").value == 0xC9);
  CHECK(read_entity("&eacute;").value == 0xE9);
  CHECK(read_entity("&#39;").value == U'\'');
  CHECK(read_entity("&#x2019;").value == 0x2019);
  CHECK(read_entity("&#X2019;").value == 0x2019);
  CHECK(read_entity("&#x10FFFF;").value == 0x10FFFF);
  // As browsers read them: windows-1252.
  CHECK(read_entity("&#146;").value == 0x2019);
  CHECK(read_entity("&#10;").value == U'\n');
}

TEST_CASE("entities: what is none") {
  for (const char *text :
       {"&", "&;", "&;;", "&#;", "&#x;", "&amp", "&amp ;", "&unknown;", "&#0;",
        "&#1;", "&#127;", "&#xD800;", "&#x110000;", "&#12a;", "&#xG1;", "AT&T;",
        "&sigma", "&#99999999;", "& ;"}) {
    CAPTURE(text);
    CHECK(read_entity(text).size == 0);
  }
}

TEST_CASE("entities: windows-1252") {
  CHECK(windows_1252(0x80) == 0x20AC);
  CHECK(windows_1252(0x92) == 0x2019);
  CHECK(windows_1252(0x9F) == 0x178);
  CHECK(windows_1252(0x81) == 0x81);
}
