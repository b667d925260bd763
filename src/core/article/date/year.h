// SPDX-License-Identifier: GPL-2.0-or-later
// The year of a day that is written without one.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tritone::article {

// A day as it is written, without its year.
struct YearlessDate {
  int month = 0;        // 1 .. 12
  int day = 0;          // 1 .. 31
  int weekday = 0;      // 1 (Monday) .. 7 if written with the day, else 0
  int lead_weekday = 0; // the weekday that the lead names, else 0
};

// What may decide the year: numbers of days (see calendar.h) and years.
struct YearEvidence {
  // Of the article itself: a year, with a month if not 0, in its metadata, its
  // file's name or its address.
  int own_year = 0;
  int own_month = 0;
  // Of the collection: its first and last sure day.
  std::optional<std::int64_t> oldest;
  std::optional<std::int64_t> newest;
};

enum class YearBasis : std::uint8_t {
  none,         // nothing decides
  own,          // the article's own year
  weekday,      // the weekday written with the day, near the sure days
  lead_weekday, // the weekday of the lead, before the newest sure day
  newest,       // the last such day not after the newest sure day
  impossible    // no year has such a day
};

struct YearReading {
  int year = 0; // 0 where nothing decides
  YearBasis basis = YearBasis::none;
  // Does the weekday written with it not fit in that year?
  bool weekday_differs = false;
  std::vector<int> alternatives; // the next best years, best first
};

// The year of a date that is written without one, by the first that decides:
//   - own: the article's own year; with a month, the year in which the date is
//     nearest to it (December in a page of January is the year before);
//   - weekday: of the years in which the date falls on the weekday, the one
//     nearest to the days from oldest to newest;
//   - lead_weekday: of the years in which the date lies from a month before
//     oldest (five years before newest if that is not known) to newest, the
//     last in which the date falls on the weekday that the lead speaks of; if
//     there is none, on the day after it, or the one after that;
//   - newest: the last year in which the date is not after newest.
YearReading resolve_year(const YearlessDate &date,
                         const YearEvidence &evidence);

} // namespace tritone::article
