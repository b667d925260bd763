// SPDX-License-Identifier: GPL-2.0-or-later
// JSON values, valid and not.
#include "article/page/json_value.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("json: values of all kinds") {
  Json out;
  REQUIRE(read_json(R"( {"a": "x\n\"y\"", "b": [1, -2.5e3, true, null],
                         "c": {"d": {}}, "e": []} )",
                    out));
  REQUIRE(out.find("a") != nullptr);
  CHECK(out.find("a")->text == "x\n\"y\"");
  REQUIRE(out.find("b")->items.size() == 4);
  CHECK(out.find("b")->items[1].text == "-2.5e3");
  CHECK(out.find("b")->items[2].kind == Json::Kind::boolean);
  CHECK(out.find("b")->items[3].kind == Json::Kind::null);
  CHECK(out.find("c")->find("d")->members.empty());
  CHECK(out.find("none") == nullptr);
}

TEST_CASE("json: characters by number") {
  Json out;
  REQUIRE(read_json(R"("caf\u00e9 \ud83d\ude00 \u0000 \ud83d")", out));
  CHECK(out.text == "caf\u00e9 \U0001F600 \uFFFD \uFFFD");
  // Line ends inside strings are accepted.
  REQUIRE(read_json("\"a\nb\"", out));
  CHECK(out.text == "a\nb");
}

TEST_CASE("json: what is not JSON") {
  Json out;
  for (const char *text :
       {"", " ", "{", "[", "\"", "{\"a\"}", "{\"a\":}", "[1,]", "[1 2]", "{} x",
        "nul", "-", "\"\\u12\"", "\"\\", "{\"a\":1,}", "\xff", "tru", "1a"})
    CHECK_FALSE_MESSAGE(read_json(text, out), text);
}

TEST_CASE("json: depth has a limit") {
  Json out;
  const auto lists = [](std::size_t n) {
    return std::string(n, '[') + std::string(n, ']');
  };
  CHECK(read_json(lists(kMaxJsonDepth), out));
  CHECK_FALSE(read_json(lists(kMaxJsonDepth + 1), out));
  CHECK_FALSE(read_json(std::string(100000, '['), out));
}
