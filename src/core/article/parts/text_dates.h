// SPDX-License-Identifier: GPL-2.0-or-later
// The dates in the text of an article itself: in its dateline, and others.
#pragma once

#include "base/config.h"

#include "article/date/candidates.h"
#include "article/date/date.h"
#include "article/source.h"
#include "base/monitor.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// A date in the text of an article that may be the day it was written.
struct TextDate {
  NewsDate date;
  std::string written;
  int score = 0; // see find_text_dates()
};

// What the text of one article says about its date.
struct TextDates {
  std::optional<TextDate> dateline;
  std::vector<TextDate> text; // best first, at most kMaxTextDates
  // The weekday, 1 Monday .. 7, that one of the first two paragraphs mentions
  // without a date ("said on Tuesday"; not "last Tuesday"); 0 if none does.
  int lead_weekday = 0;
};

constexpr std::size_t kMaxTextDates = 4;

// The dates in an article's own words, of which the year may be missing.
//
// That of the dateline is found by read_dateline() in one of the first three
// paragraphs (a title line and a byline may come before it).
//
// Of the dates in the text itself, a line of the first or last three that has
// nothing else scores highest ("Published: March 3, 2021, 14:05 GMT"): it must
// have a weekday, a time or a label, or be one of the first two lines and have
// its year, because tables have headings of dates alone as well. Inside
// sentences only the first 3000 bytes are read, and each date scores:
//   2 to begin with, 1 more each with its weekday, in the first paragraph,
//   after "on", and if the sentence has a verb of saying;
//   2 less after a word that points to another day (until, by, since, next,
//   ...), 2 less if the sentence looks ahead (will, due, scheduled), 2 less
//   before a word that makes it a name (the Sept. 11 attacks), 1 less for a
//   range of days.
// Dates that score less than 2 are left out; impossible dates are kept, since
// they must be reported.
TextDates find_text_dates(std::string_view text);

// The same for a whole collection; entry i is that of article i.
std::vector<TextDates> find_text_dates(const Source &source,
                                       std::size_t threads, Monitor &monitor);

} // namespace tritone::article
