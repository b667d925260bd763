// SPDX-License-Identifier: GPL-2.0-or-later
// Sets known dates against what is written now.
#include "article/date/candidates.h"

#include "article/date/calendar.h"

namespace tritone::article {
namespace {

// Can the written date be that day?
bool fits(const DateCandidate &candidate, std::int64_t number) {
  const NewsDate &date = candidate.date;
  if (!candidate.found || date.impossible)
    return false;
  const CalendarDay day = calendar_day(number);
  const auto is = [&](int month, int of_month) {
    return (month == 0 ? 1 : month) == day.month &&
           (of_month == 0 ? 1 : of_month) == day.day;
  };
  return (date.year == 0 || date.year == day.year) &&
         (is(date.month, date.day) ||
          (candidate.open() && is(date.day, date.month)));
}

} // namespace

void settle_known_date(DateCandidates &article) {
  if (!article.known || !article.known->day)
    return;
  const KnownDate known = *article.known;
  if (known.basis != DateBasis::none && known.basis != DateBasis::metadata &&
      fits(article.of(known.basis), *known.day))
    return;
  article.known.reset();
  DateCandidate &metadata = article.of(DateBasis::metadata);
  const CalendarDay day = calendar_day(*known.day);
  metadata = DateCandidate{};
  metadata.found = true;
  metadata.date.year = day.year;
  metadata.date.month = day.month;
  metadata.date.day = day.day;
}

} // namespace tritone::article
