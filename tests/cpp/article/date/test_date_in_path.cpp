// SPDX-License-Identifier: GPL-2.0-or-later
// Dates in file names and addresses.
#include "article/date/date_in_path.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// What is known of a date, with zeros: 2021-03-11, 2021-03, 2021.
std::string shown(const NewsDate &date) {
  std::string out = std::to_string(date.year);
  for (const int part : {date.month, date.day})
    if (part != 0)
      out += (part < 10 ? "-0" : "-") + std::to_string(part);
  return out;
}

std::string name(const std::string &text) {
  NewsDate date;
  return date_in_name(text, date) ? shown(date) : "none";
}

std::string address(const std::string &text) {
  NewsDate date;
  return date_in_address(text, date) ? shown(date) : "none";
}

} // namespace

TEST_CASE("date in path: names of files") {
  CHECK(name("2021-10-11-hpa-raids.txt") == "2021-10-11");
  CHECK(name("a-2021_03_04-b.txt") == "2021-03-04");
  CHECK(name("12021-03-04.txt") == "none");
  CHECK(name("2021-02-30.txt") == "none");
  CHECK(name("20210304.txt") == "none");
  CHECK(name("1987-10-20x") == "1987-10-20");
  CHECK(name("1887-10-20.txt") == "1887-10-20");
  CHECK(name("tarsk-2021-10.txt") == "2021-10");
  CHECK(name("raids_2021.txt") == "2021");
  CHECK(name("raids-1800.txt") == "none");
  CHECK(name("") == "none");
}

TEST_CASE("date in path: addresses") {
  for (const char *text :
       {"https://hpa.example/2021/03/11/raids.html",
        "https://hpa.example/news/2021-03-11-raids",
        "https://hpa.example/2021/mar/11/raids", "hpa.example/20210311/raids",
        "https://hpa.example/asia/202103111058742321-raids/",
        "https://hpa.example/a?date=2021-03-11"})
    CHECK_MESSAGE(address(text) == "2021-03-11", text);
  CHECK(address("https://hpa.example/2021/03/raids") == "2021-03");
  CHECK(address("https://2021-03-11.example/raids") == "none");
  CHECK(address("https://hpa.example/story/4719283") == "none");
  CHECK(address("https://hpa.example/99999999/") == "none");
  CHECK(address("https://hpa.example") == "none");
  CHECK(address("") == "none");
}

TEST_CASE("date in path: eight figures") {
  NewsDate date;
  REQUIRE(read_compact_day("20210304", date));
  CHECK(shown(date) == "2021-03-04");
  CHECK(read_compact_day("20210304140200", date));
  for (const char *none : {"", "2021030", "20210230", "18990304", "21000304"})
    CHECK_FALSE(read_compact_day(none, date));
}
