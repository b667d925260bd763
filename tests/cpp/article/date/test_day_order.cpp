// SPDX-License-Identifier: GPL-2.0-or-later
// Day or month first, by column, by text, or as given.
#include "article/date/day_order.h"

#include "article/date/read_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

DateCandidates metadata(const char *text, std::size_t column = 0) {
  DateCandidates out;
  DateCandidate &date = out.of(DateBasis::metadata);
  date.found = read_date(text, date.date);
  out.column = column;
  return out;
}

// "month-day", or "?" if it is still open.
std::string read(const DateCandidates &article) {
  const DateCandidate &date = article.of(DateBasis::metadata);
  return date.open() ? "?"
                     : std::to_string(date.date.month) + "-" +
                           std::to_string(date.date.day);
}

} // namespace

TEST_CASE("day order: by the dates of the same column") {
  std::vector<DateCandidates> all = {
      metadata("3/4/2021", 1),  metadata("25/12/2020", 1),
      metadata("3/4/2021", 2),  metadata("12/25/2020", 2),
      metadata("3/4/2021", 3),  metadata("12/25/2020", 3),
      metadata("25/12/2020", 3)};
  settle_day_order(all, {});
  CHECK(read(all[0]) == "4-3");
  CHECK(all[0].of(DateBasis::metadata).order_basis == OrderBasis::column);
  CHECK(read(all[2]) == "3-4");
  CHECK(read(all[4]) == "?");
  CHECK(all[1].of(DateBasis::metadata).order_basis == OrderBasis::none);
}

TEST_CASE("day order: by the article's own text") {
  DateCandidates article = metadata("3/4/2021");
  NewsDate same;
  REQUIRE(read_date("March 4", same));
  article.texts.push_back({same, 2});
  std::vector<DateCandidates> all = {article};
  settle_day_order(all, {});
  CHECK(read(all[0]) == "3-4");
  CHECK(all[0].of(DateBasis::metadata).order_basis == OrderBasis::text);
  // Both days occur.
  REQUIRE(read_date("April 3", same));
  article.of(DateBasis::dateline) = {same, true};
  all = {article};
  settle_day_order(all, {});
  CHECK(read(all[0]) == "?");
}

TEST_CASE("day order: as given") {
  std::vector<DateCandidates> all = {metadata("3/4/2021"),
                                     metadata("25/12/2020")};
  settle_day_order(all, DateOrder::month_first);
  CHECK(read(all[0]) == "3-4");
  CHECK(read(all[1]) == "12-25");
}
