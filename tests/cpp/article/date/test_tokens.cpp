// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens of dates, names of months and weekdays.
#include "article/date/tokens.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("date tokens: figures, words and marks") {
  CHECK(date_tokens("").empty());
  CHECK(date_tokens(" \t\n").empty());
  const std::string text = "On 3rd M\u00e4rz,\u00a02021";
  const auto tokens = date_tokens(text);
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].kind == DateToken::Kind::word);
  CHECK(tokens[1].number(1, 1));
  CHECK(tokens[1].blank_before);
  CHECK_FALSE(tokens[2].blank_before);
  CHECK(text.substr(tokens[3].begin, tokens[3].end - tokens[3].begin) ==
        "M\u00e4rz");
  CHECK(tokens[4].kind == DateToken::Kind::mark);
  CHECK(tokens[5].value == 2021);
  CHECK(tokens[5].blank_before);
}

TEST_CASE("date tokens: bad bytes and long numbers") {
  CHECK(date_tokens("\xff\xfe").size() == 2);
  const auto tokens = date_tokens("123456789012345678901234567890");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].digits == 30);
  CHECK(tokens[0].value == 123456789012345678);
}

TEST_CASE("date tokens: names of months and weekdays") {
  CHECK(month_number("January") == 1);
  CHECK(month_number("MAY") == 5);
  CHECK(month_number("sept") == 9);
  CHECK(month_number("Sep") == 9);
  CHECK(month_number("dec") == 12);
  CHECK(month_number("Decem") == 0);
  CHECK(month_number("Ju") == 0);
  CHECK(month_number("") == 0);
  CHECK(weekday_number("Monday") == 1);
  CHECK(weekday_number("tues") == 2);
  CHECK(weekday_number("Thurs") == 4);
  CHECK(weekday_number("SUN") == 7);
  CHECK(weekday_number("Sund") == 0);
}

TEST_CASE("date tokens: names of months and weekdays, with a full stop") {
  for (const char *word : {"March", "MARCH", "sept.", "Oct", "may"})
    CHECK(is_month(word));
  for (const char *word : {"Marc", "", ".", "Tarsk", "Octo", "Oct.."})
    CHECK_FALSE(is_month(word));
  for (const char *word : {"Monday", "tue.", "THURS"})
    CHECK(is_weekday(word));
  for (const char *word : {"Mond", "", "day"})
    CHECK_FALSE(is_weekday(word));
  CHECK(without_stop("Oct.") == "Oct");
  CHECK(without_stop("").empty());
}

TEST_CASE("tokens: figures of other scripts are numbers") {
  const std::vector<DateToken> tokens = date_tokens("\u0663 \u0967\u0968");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].number(1, 1));
  CHECK(tokens[0].value == 3);
  CHECK(tokens[1].number(2, 2));
  CHECK(tokens[1].value == 12);
}
