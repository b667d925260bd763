// SPDX-License-Identifier: GPL-2.0-or-later
// What is written about the date of one article, before one date is chosen.
#pragma once

#include "base/config.h"

#include "article/date/date.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tritone::article {

// Where a date comes from, by falling trust.
enum class DateBasis : std::uint8_t {
  metadata, // what the record says
  name,     // the name of its file
  address,  // its address on the web
  dateline,
  text, // a date in the text itself
  none
};
constexpr std::size_t kDateBases = 5;

// How the order of day and month in figures was decided.
enum class OrderBasis : std::uint8_t {
  none,
  given,  // by the caller
  column, // by another date of the same column
  text    // by a day in the article's own dateline or text
};

struct DateCandidate {
  NewsDate date;
  bool found = false;
  OrderBasis order_basis = OrderBasis::none;

  // Can it be read in two orders?
  bool open() const { return found && date.order == DateOrder::unknown; }
  // Is it a date that counts?
  bool usable() const { return found && !date.impossible && !open(); }
  // Are its day and year written, or its day alone?
  bool full() const { return usable() && date.year != 0 && date.day != 0; }
  bool yearless() const { return usable() && date.year == 0 && date.day != 0; }
};

// A date in the text and how likely it is the article's own (see
// find_text_dates()).
struct ScoredDate {
  NewsDate date;
  int score = 0;
};

// Min scores of a date on a line of its own, and of one inside a sentence that
// may be near the article's own day.
constexpr int kMinOwnLineScore = 10;
constexpr int kMinSentenceScore = 4;

// A date that was found earlier and need not be chosen again: without a day if
// what is written gave none.
struct KnownDate {
  std::optional<std::int64_t> day; // see calendar.h
  DateBasis basis = DateBasis::none;
};

struct DateCandidates {
  // By DateBasis. That of `text` is chosen from `texts` by resolve_dates().
  std::array<DateCandidate, kDateBases> by_basis;
  std::vector<ScoredDate> texts; // best first
  // The weekday that the lead speaks of, 1 Monday .. 7 Sunday, or 0.
  int lead_weekday = 0;
  // Is there metadata that could not be read?
  bool unread = false;
  // Dates of one column are written alike.
  std::size_t column = 0;
  std::optional<KnownDate> known;

  const DateCandidate &of(DateBasis basis) const {
    return by_basis[static_cast<std::size_t>(basis)];
  }
  DateCandidate &of(DateBasis basis) {
    return by_basis[static_cast<std::size_t>(basis)];
  }
};

// A known date that differs from what is written at its basis was changed
// after it was found: it becomes the metadata, and is no longer known.
void settle_known_date(DateCandidates &article);

} // namespace tritone::article
