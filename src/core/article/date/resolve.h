// SPDX-License-Identifier: GPL-2.0-or-later
// Which of several dates is an article's own, and which year it has. Reads
// no article, only what is written about its date.
#pragma once

#include "base/config.h"

#include "article/date/candidates.h"
#include "article/date/year.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tritone::article {

enum class DatePrecision : std::uint8_t { none, day, month, year };

// Why a date was read as it was, or why there is none.
enum class DateReason : std::uint8_t {
  none,         // no reason is needed
  short_year,   // the year has two figures
  order,        // the order of day and month was decided, see `order_basis`
  own_year,     // the year is that of the article's metadata, name or address
  same_day,     // the year is that of the same day in the text
  weekday,      // the year is that in which it fits its weekday
  lead_weekday, // the same, by the weekday of the lead
  newest,       // the last such day not after the newest sure day
  no_year,      // no date: nothing decides its year
  no_such_day,  // no date: no year has such a day
  two_orders,   // no date: nothing decides which figure is the day
  first_day,    // only its month or year is written
  known,        // it was found earlier, and now would be another
  left_open     // no date: it was found earlier that nothing decides
};

enum class DateProblem : std::uint8_t {
  unread,           // metadata that is not a date
  impossible,       // metadata with a day that does not exist
  ambiguous,        // can be read in two orders, see `ambiguous`
  serial,           // metadata is the day's number in a spreadsheet
  metadata_weekday, // metadata with the weekday of another day
  year_inferred,
  year_weekday, // in the chosen year it is another weekday
  imprecise,    // only a month or a year is written
  future,       // after today
  undated
};

// Another date of the article, or, with `swapped`, the two readings of one.
struct OtherDay {
  DateBasis basis = DateBasis::none;
  std::int64_t day = 0;
  std::optional<std::int64_t> swapped;
};

// Numbers of days are those of calendar.h.
struct ResolvedDate {
  std::optional<std::int64_t> day;
  // What was read, even if it gave no day.
  DateBasis basis = DateBasis::none;
  DatePrecision precision = DatePrecision::none;
  DateReason reason = DateReason::none;
  // What the reason refers to.
  OrderBasis order_basis = OrderBasis::none;
  DateOrder order = DateOrder::fixed;
  DateBasis own_basis = DateBasis::none; // of own_year
  YearlessDate asked;                    // of weekday, lead_weekday, newest
  int year = 0;                          // the one chosen
  // Which basis can be read in two orders, of the problem `ambiguous`.
  DateBasis ambiguous = DateBasis::none;
  // Could the metadata be read, whether or not the day comes from it?
  bool metadata_read = false;
  // What the date might be instead: the next best years, other dates, and
  // whether the best date of the text is worth a mention.
  std::vector<int> years;
  std::vector<OtherDay> others;
  bool text_day = false;
  std::vector<DateProblem> problems; // in the order of the enumeration
};

struct DateRules {
  // A day that no article is later than, instead of the newest sure one.
  std::optional<std::int64_t> latest;
  std::optional<DateOrder> day_order; // of all figures
  bool use_sentences = false;         // do dates inside sentences count?
  std::int64_t today = 0;
};

struct ResolvedDates {
  std::vector<ResolvedDate> articles; // in the order given
  // The sure days of the collection that years were decided by.
  std::optional<std::int64_t> oldest;
  std::optional<std::int64_t> newest;
};

// One date per article, by these rules:
//   1. the order of day and month of figures: settle_day_order();
//   2. the first basis with a full date. One in the text does not count beside
//      a date of the dateline, or beside metadata without a year or a day; one
//      in the dateline does not count beside metadata without a year;
//   3. the sure days are those of rule 2, except those of the text, up to
//      `today` and `latest`; the newest is `latest` if that is given;
//   4. else the first day without its year, of metadata, dateline and text,
//      with the year that resolve_year() gives it. A day more than 46 days
//      from the middle of the month that metadata, name or address have is
//      not the article's, and left out;
//   5. else the first day of the month or year that metadata, name or address
//      have (of the year: metadata only);
//   6. else no day is given, and what can be read in two orders is reported.
// A known date is kept, with the basis that still fits it, or else metadata.
ResolvedDates resolve_dates(std::vector<DateCandidates> articles,
                            const DateRules &rules);

} // namespace tritone::article
