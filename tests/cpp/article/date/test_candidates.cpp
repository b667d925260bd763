// SPDX-License-Identifier: GPL-2.0-or-later
// When a known date still fits what is written.
#include "article/date/candidates.h"

#include "article/date/calendar.h"
#include "article/date/read_date.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

namespace {

// Is the day still known, beside a dateline that is written so?
bool stays(const char *dateline, std::int64_t day) {
  DateCandidates article;
  DateCandidate &date = article.of(DateBasis::dateline);
  date.found = read_date(dateline, date.date);
  article.known = KnownDate{day, DateBasis::dateline};
  settle_known_date(article);
  CHECK(article.of(DateBasis::metadata).found != article.known.has_value());
  return article.known.has_value();
}

} // namespace

TEST_CASE("date candidates: a known date that what is written fits") {
  const std::int64_t day = day_number(2021, 3, 4);
  for (const char *text :
       {"March 4", "March 4, 2021", "3/4/2021", "4/3/2021", "2021-03-04"})
    CHECK_MESSAGE(stays(text, day), text);
  for (const char *text : {"March 5", "March 4, 2020", "3/5/2021", "March 2021",
                           "2021", "", "February 30"})
    CHECK_FALSE_MESSAGE(stays(text, day), text);
  CHECK(stays("March 2021", day_number(2021, 3, 1)));
  CHECK(stays("2021", day_number(2021, 1, 1)));
}

TEST_CASE("date candidates: a known date that was changed is metadata") {
  DateCandidates article;
  article.known = KnownDate{day_number(2001, 1, 2), DateBasis::name};
  settle_known_date(article);
  CHECK_FALSE(article.known.has_value());
  const DateCandidate &date = article.of(DateBasis::metadata);
  CHECK(date.full());
  CHECK(date.date.year == 2001);
  CHECK(date.date.month == 1);
  CHECK(date.date.day == 2);
}

TEST_CASE("date candidates: no day is kept as it is") {
  DateCandidates article;
  article.known = KnownDate{std::nullopt, DateBasis::text};
  settle_known_date(article);
  CHECK(article.known.has_value());
  CHECK_FALSE(article.of(DateBasis::metadata).found);
}
