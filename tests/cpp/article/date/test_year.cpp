// SPDX-License-Identifier: GPL-2.0-or-later
// The year of a day written without one.
#include "article/date/year.h"

#include "article/date/calendar.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

namespace {

YearEvidence sure(std::int64_t oldest, std::int64_t newest) {
  YearEvidence out;
  out.oldest = oldest;
  out.newest = newest;
  return out;
}

const std::int64_t kOldest = day_number(2021, 1, 14);
const std::int64_t kNewest = day_number(2022, 12, 29);

} // namespace

TEST_CASE("date year: nothing decides") {
  const YearReading out = resolve_year({10, 11, 0, 0}, {});
  CHECK(out.year == 0);
  CHECK(out.basis == YearBasis::none);
  // A weekday alone fits every few years.
  CHECK(resolve_year({10, 11, 2, 0}, {}).year == 0);
  CHECK(resolve_year({10, 11, 0, 2}, {}).year == 0);
}

TEST_CASE("date year: the article's own year") {
  YearEvidence own;
  own.own_year = 2021;
  CHECK(resolve_year({10, 11, 0, 0}, own).year == 2021);
  CHECK(resolve_year({10, 11, 0, 0}, own).basis == YearBasis::own);
  own.own_month = 1;
  CHECK(resolve_year({12, 30, 0, 0}, own).year == 2020);
  CHECK(resolve_year({1, 2, 0, 0}, own).year == 2021);
  own.own_month = 12;
  CHECK(resolve_year({1, 2, 0, 0}, own).year == 2022);
  // A weekday that does not fit is reported: 11 October 2021 was a Monday.
  CHECK(resolve_year({10, 11, 2, 0}, own).weekday_differs);
  CHECK_FALSE(resolve_year({10, 11, 1, 0}, own).weekday_differs);
}

TEST_CASE("date year: 29 February when the article's own year has none") {
  YearEvidence own = sure(kOldest, kNewest);
  own.own_year = 2021;
  const YearReading out = resolve_year({2, 29, 0, 0}, own);
  CHECK(out.year == 2020);
  CHECK(out.basis == YearBasis::newest);
}

TEST_CASE("date year: the weekday written with the date") {
  const YearReading out = resolve_year({10, 11, 2, 0}, sure(kOldest, kNewest));
  CHECK(out.year == 2022);
  CHECK(out.basis == YearBasis::weekday);
  REQUIRE(out.alternatives.size() == 3);
  CHECK(out.alternatives[0] == 2016);
  CHECK(resolve_year({10, 11, 1, 0}, sure(kOldest, kNewest)).year == 2021);
  // A few days past the newest: nearer than six years before.
  CHECK(resolve_year({12, 30, 5, 0}, sure(kOldest, kNewest)).year == 2022);
}

TEST_CASE("date year: the weekday of the lead") {
  // 11 March was a Thursday in 2021, a Friday in 2022.
  const YearReading out = resolve_year({3, 11, 0, 4}, sure(kOldest, kNewest));
  CHECK(out.year == 2021);
  CHECK(out.basis == YearBasis::lead_weekday);
  CHECK(resolve_year({3, 11, 0, 5}, sure(kOldest, kNewest)).year == 2022);
  // Wednesday: the day before, in 2021 only; no fit at all: the newest.
  CHECK(resolve_year({3, 11, 0, 3}, sure(kOldest, kNewest)).year == 2021);
  CHECK(resolve_year({3, 11, 0, 7}, sure(kOldest, kNewest)).basis ==
        YearBasis::newest);
}

TEST_CASE("date year: not after the newest") {
  CHECK(resolve_year({12, 29, 0, 0}, sure(kOldest, kNewest)).year == 2022);
  CHECK(resolve_year({12, 30, 0, 0}, sure(kOldest, kNewest)).year == 2021);
  CHECK(resolve_year({2, 29, 0, 0}, sure(kOldest, kNewest)).year == 2020);
}

TEST_CASE("date year: no such day") {
  for (const YearlessDate &date :
       {YearlessDate{2, 30, 0, 0}, YearlessDate{13, 1, 0, 0},
        YearlessDate{0, 0, 0, 0}}) {
    const YearReading out = resolve_year(date, sure(kOldest, kNewest));
    CHECK(out.year == 0);
    CHECK(out.basis == YearBasis::impossible);
  }
}
