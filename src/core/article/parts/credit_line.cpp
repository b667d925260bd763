// SPDX-License-Identifier: GPL-2.0-or-later
// Tells the kinds of lines under a headline by their first words.
#include "article/parts/credit_line.h"

#include "article/date/read_date.h"
#include "article/parts/byline.h"
#include "article/parts/dateline.h"
#include "article/parts/imprint.h"
#include "text/ascii.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBytes = 160;

bool is_address(std::string_view line) {
  const auto begins = [&](std::string_view start) {
    return line.size() > start.size() + 3 &&
           text::ascii_lowered(line.substr(0, start.size())) == start;
  };
  return (begins("http://") || begins("https://") || begins("www.")) &&
         line.find_first_of(" \t\n") == std::string_view::npos;
}

// "Source: The Border Ledger": a known label, a colon, a little text.
bool is_labelled(std::string_view line) {
  constexpr std::string_view kLabels[] = {
      "source", "author",   "authors",  "writer",     "section", "category",
      "tags",   "url",      "link",     "via",        "edition", "newspaper",
      "agency", "location", "reporter", "written by", "story by"};
  constexpr std::size_t kMaxValue = 80;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon + 2 < line.size() &&
         line.size() - colon < kMaxValue && line.back() != '.' &&
         text::is_one_of(
             text::ascii_lowered(text::trim_space(line.substr(0, colon))),
             kLabels);
}

// "Story by Jana Kovel"
bool is_long_byline(std::string_view line) {
  constexpr std::string_view kStarts[] = {"story by ", "written by ",
                                          "reported by ", "posted by ",
                                          "published by "};
  const std::string lower = text::ascii_lowered(line.substr(0, 16));
  for (const std::string_view start : kStarts)
    if (lower.compare(0, start.size(), start) == 0)
      return is_name_list(text::collapse_space(line.substr(start.size())));
  return false;
}

} // namespace

CreditLine credit_line(std::string_view line) {
  line = text::trim_space(line);
  if (line.empty() || line.size() > kMaxBytes)
    return CreditLine::no;
  if (is_byline(line) || is_long_byline(line))
    return CreditLine::byline;
  if (is_address(line))
    return CreditLine::address;
  NewsDate date;
  if (read_date(line, date) && date.day != 0 && !date.impossible &&
      !date.serial) {
    if (date.year != 0 || has_day_label(line))
      return CreditLine::date;
    if (date.weekday != 0)
      return CreditLine::day;
  }
  if (is_labelled(line))
    return CreditLine::label;
  if (!read_imprint(line, date))
    return CreditLine::no;
  // After a dateline with the date the story begins, with names maybe.
  const std::size_t dateline = dateline_length(line);
  return dateline > date.begin && dateline < line.size() ? CreditLine::no
                                                         : CreditLine::imprint;
}

} // namespace tritone::article
