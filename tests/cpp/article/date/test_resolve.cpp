// SPDX-License-Identifier: GPL-2.0-or-later
// Which date is an article's own, by each rule of resolve.h.
#include "article/date/resolve.h"

#include "article/date/calendar.h"
#include "article/date/read_date.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tritone;
using namespace tritone::article;

namespace {

DateCandidate read(const char *text) {
  DateCandidate out;
  out.found = read_date(text, out.date);
  return out;
}

// An article of which one basis has a date.
DateCandidates with(DateBasis basis, const char *text) {
  DateCandidates out;
  out.of(basis) = read(text);
  REQUIRE(out.of(basis).found);
  return out;
}

void add_text(DateCandidates &article, const char *text, int score) {
  article.texts.push_back({read(text).date, score});
}

DateRules rules() {
  DateRules out;
  out.today = day_number(2025, 1, 1);
  return out;
}

ResolvedDate resolve(const DateCandidates &article,
                     const DateRules &how = rules()) {
  return resolve_dates({article}, how).articles[0];
}

std::int64_t day(int year, int month, int of_month) {
  return day_number(year, month, of_month);
}

bool has(const ResolvedDate &date, DateProblem problem) {
  return std::find(date.problems.begin(), date.problems.end(), problem) !=
         date.problems.end();
}

} // namespace

TEST_CASE("date resolve: the first basis with a full date") {
  DateCandidates article;
  article.of(DateBasis::metadata) = read("March 3, 2021");
  article.of(DateBasis::name) = read("2021-03-04");
  article.of(DateBasis::address) = read("2021-03-05");
  article.of(DateBasis::dateline) = read("March 6, 2021");
  add_text(article, "March 7, 2021", kMinOwnLineScore);
  for (int i = 0; i < 4; ++i) {
    const auto basis = static_cast<DateBasis>(i);
    const ResolvedDate out = resolve(article);
    CHECK(out.basis == basis);
    CHECK(out.day == day(2021, 3, 3 + i));
    CHECK(out.precision == DatePrecision::day);
    CHECK(out.reason == DateReason::none);
    CHECK(out.others.size() == static_cast<std::size_t>(4 - i));
    CHECK(out.problems.empty());
    article.of(basis) = DateCandidate{};
  }
  CHECK(resolve(article).basis == DateBasis::text);
  CHECK(resolve(article).day == day(2021, 3, 7));
}

TEST_CASE("date resolve: nothing written") {
  const ResolvedDate out = resolve({});
  CHECK_FALSE(out.day.has_value());
  CHECK(out.basis == DateBasis::none);
  CHECK(out.problems == std::vector<DateProblem>{DateProblem::undated});
  CHECK(resolve_dates({}, rules()).articles.empty());
}

TEST_CASE("date resolve: a date of the text needs its score") {
  DateCandidates article;
  add_text(article, "March 7, 2021", kMinSentenceScore);
  CHECK_FALSE(resolve(article).day.has_value());
  CHECK(resolve(article).text_day);
  DateRules sentences = rules();
  sentences.use_sentences = true;
  CHECK(resolve(article, sentences).day == day(2021, 3, 7));
  CHECK_FALSE(resolve(article, sentences).text_day);
  article.texts[0].score = kMinSentenceScore - 1;
  CHECK_FALSE(resolve(article, sentences).day.has_value());
}

TEST_CASE("date resolve: the text does not count beside a dateline") {
  DateCandidates article = with(DateBasis::dateline, "October 11");
  add_text(article, "March 7, 2021", kMinOwnLineScore);
  const ResolvedDate out = resolve(article);
  CHECK_FALSE(out.day.has_value());
  CHECK(out.basis == DateBasis::dateline);
  CHECK(out.reason == DateReason::no_year);
  CHECK(out.others.size() == 1);
}

TEST_CASE("date resolve: the article's own year, the same day in its text") {
  DateCandidates article = with(DateBasis::dateline, "Dec. 30");
  article.of(DateBasis::address).found = true;
  article.of(DateBasis::address).date.year = 2021;
  article.of(DateBasis::address).date.month = 1;
  ResolvedDate out = resolve(article);
  CHECK(out.day == day(2020, 12, 30));
  CHECK(out.reason == DateReason::own_year);
  CHECK(out.own_basis == DateBasis::address);
  CHECK(has(out, DateProblem::year_inferred));
  article = with(DateBasis::dateline, "March 3");
  add_text(article, "March 3, 2019", 2);
  out = resolve(article);
  CHECK(out.day == day(2019, 3, 3));
  CHECK(out.reason == DateReason::same_day);
}

TEST_CASE("date resolve: a day far from the month that is known is left out") {
  DateCandidates article = with(DateBasis::metadata, "March 2021");
  article.of(DateBasis::dateline) = read("March 9");
  CHECK(resolve(article).day == day(2021, 3, 9));
  // 46 days before the middle of March, and 47.
  article.of(DateBasis::dateline) = read("January 28");
  CHECK(resolve(article).day == day(2021, 1, 28));
  article.of(DateBasis::dateline) = read("January 27");
  const ResolvedDate out = resolve(article);
  CHECK(out.day == day(2021, 3, 1));
  CHECK(out.basis == DateBasis::metadata);
  CHECK(out.precision == DatePrecision::month);
  CHECK(has(out, DateProblem::imprecise));
}

TEST_CASE("date resolve: a year alone counts in metadata only") {
  CHECK(resolve(with(DateBasis::metadata, "2021")).day == day(2021, 1, 1));
  CHECK(resolve(with(DateBasis::metadata, "2021")).precision ==
        DatePrecision::year);
  CHECK_FALSE(resolve(with(DateBasis::name, "2021")).day.has_value());
  CHECK(resolve(with(DateBasis::name, "2021-05")).day == day(2021, 5, 1));
}

TEST_CASE("date resolve: the sure days of the collection, and `latest`") {
  const std::vector<DateCandidates> articles = {
      with(DateBasis::metadata, "2022-12-29"),
      with(DateBasis::metadata, "2021-01-14"),
      with(DateBasis::metadata, "2150-01-01"), // not sure: after today
      with(DateBasis::dateline, "Dec. 30"),
      with(DateBasis::dateline, "Monday, Oct. 11")};
  ResolvedDates out = resolve_dates(articles, rules());
  CHECK(out.oldest == day(2021, 1, 14));
  CHECK(out.newest == day(2022, 12, 29));
  CHECK(has(out.articles[2], DateProblem::future));
  CHECK(out.articles[3].day == day(2021, 12, 30));
  CHECK(out.articles[3].reason == DateReason::newest);
  CHECK(out.articles[4].day == day(2021, 10, 11));
  CHECK(out.articles[4].reason == DateReason::weekday);
  DateRules how = rules();
  how.latest = day(2021, 6, 30);
  out = resolve_dates(articles, how);
  CHECK(out.oldest == day(2021, 1, 14));
  CHECK(out.newest == day(2021, 6, 30));
  CHECK(out.articles[3].day == day(2020, 12, 30));
}

TEST_CASE("date resolve: two orders are reported for every basis") {
  for (const DateBasis basis :
       {DateBasis::metadata, DateBasis::dateline, DateBasis::text}) {
    DateCandidates article;
    if (basis == DateBasis::text)
      add_text(article, "3/4/2021", kMinOwnLineScore);
    else
      article = with(basis, "3/4/2021");
    const ResolvedDate out = resolve(article);
    CHECK_FALSE(out.day.has_value());
    CHECK(out.basis == basis);
    CHECK(out.reason == DateReason::two_orders);
    CHECK(out.problems == std::vector<DateProblem>{DateProblem::ambiguous,
                                                   DateProblem::undated});
    REQUIRE(out.others.size() == 1);
    CHECK(out.others[0].day == day(2021, 4, 3));
    CHECK(out.others[0].swapped == day(2021, 3, 4));
    DateRules how = rules();
    how.day_order = DateOrder::month_first;
    CHECK(resolve(article, how).day == day(2021, 3, 4));
    CHECK(resolve(article, how).order_basis == OrderBasis::given);
  }
}

TEST_CASE("date resolve: a known date stays, with the basis that fits it") {
  DateCandidates article = with(DateBasis::dateline, "Oct. 11");
  article.known = KnownDate{day(2021, 10, 11), DateBasis::dateline};
  ResolvedDate out = resolve(article);
  CHECK(out.day == day(2021, 10, 11));
  CHECK(out.basis == DateBasis::dateline);
  CHECK(out.reason == DateReason::known);
  // If the rules find the same day now, their reason is given.
  DateCandidates sure = with(DateBasis::metadata, "2021-12-31");
  out = resolve_dates({article, sure}, rules()).articles[0];
  CHECK(out.day == day(2021, 10, 11));
  CHECK(out.reason == DateReason::newest);
  // The newest day would give another year.
  sure = with(DateBasis::metadata, "2023-12-31");
  out = resolve_dates({article, sure}, rules()).articles[0];
  CHECK(out.day == day(2021, 10, 11));
  CHECK(out.reason == DateReason::known);
  // The date was changed.
  article.known = KnownDate{day(2001, 1, 1), DateBasis::dateline};
  out = resolve(article);
  CHECK(out.day == day(2001, 1, 1));
  CHECK(out.basis == DateBasis::metadata);
  // It gave no date.
  article.known = KnownDate{std::nullopt, DateBasis::dateline};
  out = resolve_dates({article, sure}, rules()).articles[0];
  CHECK_FALSE(out.day.has_value());
  CHECK(out.reason == DateReason::left_open);
}
