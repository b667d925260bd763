// SPDX-License-Identifier: GPL-2.0-or-later
// The words of dates, alone and in running text.
#include "article/date/match_words.h"

#include <doctest/doctest.h>

using namespace tritone::article;

namespace {

DateWords alone(std::string_view text) { return {text, DateStyle::alone}; }
DateWords running(std::string_view text) { return {text, DateStyle::running}; }

// The month at the first token, or that token where there is none.
int month_of(const DateWords &words, std::size_t &next) {
  int month = 0;
  next = words.after_month(0, month);
  return month;
}

} // namespace

TEST_CASE("date words: years") {
  CHECK(running("2021").year(0) == 2021);
  CHECK(running("1699").year(0) == 0);
  CHECK(running("2200").year(0) == 0);
  CHECK(running("021").year(0) == 0);
  CHECK(running("2021").year(1) == 0);
  // The Buddhist era, in Thai alone.
  CHECK(alone("มีนาคม 2564").year(1) == 2021);
  CHECK(alone("2564").year(0) == 0);
}

TEST_CASE("date words: weekdays and months") {
  CHECK(running("Monday").weekday(0) == 1);
  CHECK(running("lundi").weekday(0) == 0);
  CHECK(alone("lundi").weekday(0) == 1);
  CHECK(running("March").month(0) == 3);
  CHECK(running("march").month(0) == 0);
  CHECK(alone("march").month(0) == 3);
  std::size_t next = 0;
  CHECK(month_of(running("March 3"), next) == 3);
  CHECK(next == 1);
  CHECK(month_of(alone("tháng 3 năm"), next) == 3);
  CHECK(next == 2);
  CHECK(month_of(alone("كانون الأول 2021"), next) == 12);
  CHECK(next == 2);
  CHECK(month_of(alone("rain"), next) == 0);
  CHECK(next == 0);
}

TEST_CASE("date words: what comes between") {
  CHECK(running("3rd").suffix(1) == 2);
  CHECK(running("3 rd").suffix(1) == 1);
  CHECK(running("1er").suffix(1) == 1);
  CHECK(alone("1er").suffix(1) == 2);
  CHECK(running("of March").link(0) == 1);
  CHECK(running("de marzo").link(0) == 0);
  CHECK(alone("de marzo").link(0) == 1);
  CHECK(alone("d'abril").link(0) == 2);
  CHECK(alone("2021 gada 3").after_year_word(1) == 2);
  CHECK(alone("2021-yil 3").after_year_word(1) == 3);
  CHECK(alone("2021 rain").after_year_word(1) == 1);
}
