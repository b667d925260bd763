// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of resolve.h in their order, one function each.
#include "article/date/resolve.h"

#include "article/date/calendar.h"
#include "article/date/day_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace tritone::article {
namespace {

constexpr DateBasis kAllBases[] = {DateBasis::metadata, DateBasis::name,
                                   DateBasis::address, DateBasis::dateline,
                                   DateBasis::text};
// Bases that are about nothing but the article's date.
constexpr DateBasis kOutside[] = {DateBasis::metadata, DateBasis::name,
                                  DateBasis::address};
constexpr int kMaxDaysFromMonth = 46; // half a month, and the next one

std::int64_t day_of(const NewsDate &date) {
  return day_number(date.year, date.month, date.day);
}

// The year outside the text, with its month if that is known.
struct OwnPeriod {
  DateBasis basis = DateBasis::none;
  int year = 0;
  int month = 0;
};

OwnPeriod own_period(const DateCandidates &article) {
  for (const DateBasis basis : kOutside) {
    const DateCandidate &date = article.of(basis);
    if (date.usable() && date.date.year != 0)
      return {basis, date.date.year, date.date.month};
  }
  return {};
}

// Do metadata, name or address have a month and year without the day?
bool month_known(const DateCandidates &article) {
  return std::any_of(std::begin(kOutside), std::end(kOutside),
                     [&](DateBasis basis) {
                       const DateCandidate &date = article.of(basis);
                       return date.usable() && date.date.year != 0 &&
                              date.date.month != 0 && date.date.day == 0;
                     });
}

// The date of the text that counts.
void choose_text(DateCandidates &article, bool use_sentences) {
  DateCandidate &out = article.of(DateBasis::text);
  out = DateCandidate{};
  if (article.texts.empty())
    return;
  const ScoredDate &best = article.texts.front();
  out.found = best.score >= kMinOwnLineScore ||
              (use_sentences && best.score >= kMinSentenceScore);
  if (out.found)
    out.date = best.date;
}

// The day, its basis and the reason for reading it so.
void take(const DateCandidates &article, DateBasis basis, ResolvedDate &out) {
  const DateCandidate &from = article.of(basis);
  out.basis = basis;
  out.reason = from.order_basis != OrderBasis::none ? DateReason::order
               : from.date.short_year               ? DateReason::short_year
                                                    : DateReason::none;
  out.order_basis = from.order_basis;
  out.order = from.date.order;
}

void take_full(const DateCandidates &article, ResolvedDate &out) {
  const bool yearless = article.of(DateBasis::metadata).yearless();
  for (const DateBasis basis : kAllBases) {
    if (!article.of(basis).full() ||
        (basis == DateBasis::dateline && yearless) ||
        (basis == DateBasis::text &&
         (article.of(DateBasis::dateline).usable() || yearless ||
          month_known(article))))
      continue;
    take(article, basis, out);
    out.day = day_of(article.of(basis).date);
    out.precision = DatePrecision::day;
    return;
  }
}

// A day, and what else the article says about its year.
YearlessDate asked_day(const DateCandidates &article, DateBasis basis) {
  const NewsDate &date = article.of(basis).date;
  YearlessDate out{date.month, date.day, date.weekday, article.lead_weekday};
  // A day inside the text need not be the one that the lead means.
  if (basis == DateBasis::text)
    out.lead_weekday = 0;
  for (const ScoredDate &same : article.texts)
    if (out.weekday == 0 && same.date.month == out.month &&
        same.date.day == out.day)
      out.weekday = same.date.weekday;
  return out;
}

// The year that the text gives for the same day, or 0.
int year_of_same_day(const DateCandidates &article, const YearlessDate &day) {
  for (const ScoredDate &same : article.texts)
    if (same.date.year != 0 && same.date.month == day.month &&
        same.date.day == day.day)
      return same.date.year;
  return 0;
}

DateReason reason_of(YearBasis basis, DateBasis own) {
  switch (basis) {
  case YearBasis::own:
    return own == DateBasis::none ? DateReason::same_day : DateReason::own_year;
  case YearBasis::weekday:
    return DateReason::weekday;
  case YearBasis::lead_weekday:
    return DateReason::lead_weekday;
  case YearBasis::newest:
    return DateReason::newest;
  case YearBasis::impossible:
    return DateReason::no_such_day;
  case YearBasis::none:
    break;
  }
  return DateReason::no_year;
}

bool far_from(const OwnPeriod &own, std::int64_t day) {
  return own.month != 0 && std::abs(day - day_number(own.year, own.month, 15)) >
                               kMaxDaysFromMonth;
}

// Takes the day of a basis with the year that decides for it; leaves `out` as
// it is if that is a different day.
void take_yearless(const DateCandidates &article, DateBasis basis,
                   const ResolvedDates &sure, ResolvedDate &out) {
  const NewsDate &date = article.of(basis).date;
  const OwnPeriod own = own_period(article);
  const YearlessDate asked = asked_day(article, basis);
  YearEvidence evidence{own.year, own.month, sure.oldest, sure.newest};
  if (own.year == 0)
    evidence.own_year = year_of_same_day(article, asked);
  const YearReading reading = resolve_year(asked, evidence);
  const int year = date.year != 0 ? date.year : reading.year;
  const bool decided = year != 0;
  const std::int64_t day =
      decided ? day_number(year, asked.month, asked.day) : 0;
  if (decided && far_from(own, day))
    return;
  take(article, basis, out);
  out.asked = asked;
  out.own_basis = own.basis;
  out.year = year;
  if (decided) {
    out.day = day;
    out.precision = DatePrecision::day;
  }
  if (date.year != 0)
    return;
  out.reason = reason_of(reading.basis, own.basis);
  if (!decided)
    return;
  out.years = reading.alternatives;
  out.problems.push_back(DateProblem::year_inferred);
  if (reading.weekday_differs)
    out.problems.push_back(DateProblem::year_weekday);
}

// Days without a year, and those with a year that rule 2 did not count.
void take_days(const DateCandidates &article, const ResolvedDates &sure,
               ResolvedDate &out) {
  for (const DateBasis basis :
       {DateBasis::metadata, DateBasis::dateline, DateBasis::text}) {
    const DateCandidate &date = article.of(basis);
    if (!out.day && out.basis == DateBasis::none &&
        (date.yearless() || (date.full() && basis != DateBasis::metadata)))
      take_yearless(article, basis, sure, out);
  }
}

void take_period(const DateCandidates &article, ResolvedDate &out) {
  for (const DateBasis basis : kOutside) {
    const NewsDate &date = article.of(basis).date;
    // A year alone in a name or an address may be any number.
    if (out.day || !article.of(basis).usable() || date.year == 0 ||
        date.day != 0 || (date.month == 0 && basis != DateBasis::metadata))
      continue;
    out.basis = basis;
    out.day = day_number(date.year, std::max(date.month, 1), 1);
    out.precision =
        date.month == 0 ? DatePrecision::year : DatePrecision::month;
    out.reason = DateReason::first_day;
    out.problems.push_back(DateProblem::imprecise);
  }
}

// Dates with a day and year in figures that can be read in two orders.
void take_open(const DateCandidates &article, ResolvedDate &out) {
  for (const DateBasis basis :
       {DateBasis::metadata, DateBasis::dateline, DateBasis::text}) {
    if (out.day || out.basis != DateBasis::none || !article.of(basis).open())
      continue;
    out.basis = basis;
    out.reason = DateReason::two_orders;
    out.ambiguous = basis;
  }
}

void add_others(const DateCandidates &article, ResolvedDate &out) {
  for (const DateBasis basis : kAllBases) {
    const DateCandidate &date = article.of(basis);
    if (!date.full() && !date.open())
      continue;
    OtherDay other;
    other.basis = basis;
    other.day = day_of(date.date);
    if (date.open())
      other.swapped =
          day_number(date.date.year, date.date.day, date.date.month);
    else if (out.day == other.day)
      continue;
    out.others.push_back(other);
  }
  out.text_day =
      !out.day && !article.texts.empty() && out.basis != DateBasis::text;
}

// Puts the known date in place of another one that the rules now give.
void keep_known(const KnownDate &known, ResolvedDate &out) {
  if (known.day == out.day && known.basis == out.basis)
    return;
  out = ResolvedDate{};
  out.day = known.day;
  out.basis = known.basis;
  out.precision = known.day ? DatePrecision::day : DatePrecision::none;
  out.reason = known.day ? DateReason::known : DateReason::left_open;
}

void add_problems(const DateCandidates &article, std::int64_t today,
                  ResolvedDate &out) {
  const DateCandidate &metadata = article.of(DateBasis::metadata);
  const auto add = [&](DateProblem problem, bool is) {
    if (is)
      out.problems.push_back(problem);
  };
  add(DateProblem::unread, article.unread);
  add(DateProblem::impossible, metadata.found && metadata.date.impossible);
  if (metadata.open())
    out.ambiguous = DateBasis::metadata;
  add(DateProblem::ambiguous, out.ambiguous != DateBasis::none);
  add(DateProblem::serial, metadata.found && metadata.date.serial);
  add(DateProblem::metadata_weekday,
      metadata.full() && metadata.date.weekday != 0 &&
          weekday_of(day_of(metadata.date)) != metadata.date.weekday);
  add(DateProblem::future, out.day && *out.day > today);
  add(DateProblem::undated, !out.day);
  std::sort(out.problems.begin(), out.problems.end());
}

void find_sure(const DateRules &rules, ResolvedDates &out) {
  for (const ResolvedDate &date : out.articles) {
    if (!date.day || date.basis == DateBasis::text || *date.day > rules.today ||
        (rules.latest && *date.day > *rules.latest))
      continue;
    out.oldest = std::min(out.oldest.value_or(*date.day), *date.day);
    out.newest = std::max(out.newest.value_or(*date.day), *date.day);
  }
  if (rules.latest)
    out.newest = rules.latest;
}

} // namespace

ResolvedDates resolve_dates(std::vector<DateCandidates> articles,
                            const DateRules &rules) {
  for (DateCandidates &article : articles) {
    choose_text(article, rules.use_sentences);
    settle_known_date(article);
  }
  settle_day_order(articles, rules.day_order);
  ResolvedDates out;
  out.articles.resize(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)
    take_full(articles[i], out.articles[i]);
  find_sure(rules, out);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const DateCandidates &article = articles[i];
    ResolvedDate &date = out.articles[i];
    take_days(article, out, date);
    take_period(article, date);
    take_open(article, date);
    if (article.known)
      keep_known(*article.known, date);
    add_others(article, date);
    add_problems(article, rules.today, date);
    date.metadata_read = article.of(DateBasis::metadata).usable();
  }
  return out;
}

} // namespace tritone::article
