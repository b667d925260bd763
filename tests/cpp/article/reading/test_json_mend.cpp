// SPDX-License-Identifier: GPL-2.0-or-later
// Values of JSON with characters and fields that a parser would refuse.
#include "article/reading/json_mend.h"

#include "article/reading/json_depth.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The mended value, or "same".
std::string mended(const std::string &value) {
  MendedJson out;
  return mend_json(value, out) ? out.text : "same";
}

std::string nested(std::size_t n) {
  return std::string(n, '[') + "1" + std::string(n, ']');
}

} // namespace

TEST_CASE("json mend: half a pair of surrogates costs one character") {
  CHECK(mended(R"({"a": "x\ud800y"})") == R"({"a": "x\ufffdy"})");
  CHECK(mended(R"({"a": "x\uDC00"})") == R"({"a": "x\ufffd"})");
  CHECK(mended(R"("\ud83d\ud83d\ude00")") == R"("\ufffd\ud83d\ude00")");
  CHECK(mended(R"("\ud83d\ude00 \u00e9 \\ud800 \"")") == "same");
  CHECK(mended(R"("a\u0000b\\u0000")") == R"("a\ufffdb\\u0000")");
  // What is no escape is the parser's to refuse.
  for (const char *bad : {R"("\ud8")", R"("\u12x4")", R"("\)", "\"\\u", "\""})
    CHECK(mended(bad) == "same");
  MendedJson out;
  REQUIRE(mend_json("{\n\"a\": \"\\ud800\",\r\n\"b\": \"\\udfff\"}", out));
  REQUIRE(out.problems.size() == 1);
  CHECK(out.problems[0].code == "bad_bytes");
  CHECK(out.problems[0].line == 1);
  CHECK(out.problems[0].detail.find("2 escapes") == 0);
}

TEST_CASE("json mend: control characters in strings are escaped") {
  CHECK(mended("{\"a\":\t\"x\ty\nz\v\f\x1F\"}") ==
        "{\"a\":\t\"x\\u0009y\\u000az\\u000b\\u000c\\u001f\"}");
  CHECK(mended("{\n\t\"a\": 1 }\r\n") == "same");
  MendedJson out;
  mend_json("\"\t\"", out);
  CHECK(out.problems.empty());
}

TEST_CASE("json mend: a field that is nested too deep becomes null") {
  const std::string deep = nested(5000);
  MendedJson out;
  REQUIRE(mend_json("{\"a\": 1,\n\"b\": " + deep + ",\n\"c\": 2}", out));
  CHECK(out.text == "{\"a\": 1,\n\"b\": null,\n\"c\": 2}");
  REQUIRE(out.problems.size() == 1);
  CHECK(out.problems[0].code == "bad_json");
  CHECK(out.problems[0].line == 1);
  CHECK_FALSE(out.deep);
  // In one of many records, twice.
  CHECK(mended("{\"all\":[{\"b\":[" + deep + "],\"s\":\"]\"},{\"b\":" + deep +
               "}]}") == "{\"all\":[{\"b\":null,\"s\":\"]\"},{\"b\":null}]}");
  const std::size_t most = kMaxJsonDepth - 1;
  CHECK(mended("{\"b\":" + nested(most) + "}") == "same");
  CHECK(mended("{\"b\":" + nested(most + 1) + "}") == "{\"b\":null}");
  // Without an object around it there is no field to leave out.
  CHECK(mended(deep) == "same");
  REQUIRE(mend_json("[\"\\ud800\"," + deep + "]", out));
  CHECK(out.deep);
  // Objects in objects are kept as far as they are allowed.
  std::string chain = "1";
  for (int i = 0; i < 1000; ++i)
    chain = "{\"a\":" + chain + "}";
  REQUIRE(mend_json(chain, out));
  CHECK(out.problems.size() == 1);
  CHECK(out.text.size() == kMaxJsonDepth * 6 + 4);
}
