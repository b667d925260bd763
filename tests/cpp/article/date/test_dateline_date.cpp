// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/date/dateline_date.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace tritone;

namespace {

WrittenDate date(const std::vector<std::string_view> &words) {
  return written_date(words.data(), words.data() + words.size());
}

} // namespace

TEST_CASE("written_date: months and weekdays in any form") {
  for (const std::string_view word : {"March", "MARCH", "sept.", "Oct", "may"})
    CHECK(is_month(word));
  for (const std::string_view word : {"Marc", "", ".", "Tarsk", "Octo"})
    CHECK_FALSE(is_month(word));
  for (const std::string_view word : {"Monday", "tue.", "THURS"})
    CHECK(is_weekday(word));
  for (const std::string_view word : {"Mond", "", "day"})
    CHECK_FALSE(is_weekday(word));
}

TEST_CASE("written_date: a month and a day, or figures, are sure") {
  CHECK(date({"March", "3"}) == WrittenDate::sure);
  CHECK(date({"3rd", "March", "2021"}) == WrittenDate::sure);
  CHECK(date({"Tuesday", "Oct.", "11"}) == WrittenDate::sure);
  CHECK(date({"2021-03-11"}) == WrittenDate::sure);
  CHECK(date({"11.3.21"}) == WrittenDate::sure);
  CHECK(date({"3/11/2021."}) == WrittenDate::sure);
}

TEST_CASE("written_date: a weekday, a year, a foreign month may be dates") {
  CHECK(date({"Monday"}) == WrittenDate::maybe);
  CHECK(date({"2021"}) == WrittenDate::maybe);
  CHECK(date({"14", "juin"}) == WrittenDate::maybe);
  CHECK(date({"1er", "f\u00E9vrier"}) == WrittenDate::maybe);
  CHECK(date({"3.", "Juni"}) == WrittenDate::maybe);
}

TEST_CASE("written_date: all else is none") {
  CHECK(date({}) == WrittenDate::no);
  CHECK(date({"March"}) == WrittenDate::no);
  CHECK(date({"March", "3", "4"}) == WrittenDate::no);
  CHECK(date({"Halvera"}) == WrittenDate::no);
  CHECK(date({"11"}) == WrittenDate::no);
  CHECK(date({"123", "March"}) == WrittenDate::no);
  CHECK(date({"14", "old", "men"}) == WrittenDate::no);
  CHECK(date({"1-2"}) == WrittenDate::no);
  CHECK(date({"31-25-"}) == WrittenDate::no);
  CHECK(date({"March", "3", "from"}) == WrittenDate::no);
}
