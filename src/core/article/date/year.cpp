// SPDX-License-Identifier: GPL-2.0-or-later
// The years that may be meant, by cost: near the sure days, on the right
// weekday.
#include "article/date/year.h"

#include "article/date/calendar.h"

#include <algorithm>
#include <cstdlib>

namespace tritone::article {
namespace {

// A date falls on the same weekday again after 5, 6, 11 or, at the turn of a
// century, 12 years; 29 February takes up to 40.
constexpr int kCycle = 40;
constexpr int kWindow = 5;
constexpr std::size_t kAlternatives = 3;

bool is_day(int year, const YearlessDate &date) {
  return is_calendar_day(year, date.month, date.day);
}

std::int64_t number_in(int year, const YearlessDate &date) {
  return day_number(year, date.month, date.day);
}

// A year and its cost, with a second cost to break ties.
struct Choice {
  std::int64_t cost;
  std::int64_t second;
  int year;
};

// The year of minimal cost, with the others as alternatives.
void choose(std::vector<Choice> &choices, YearBasis basis, YearReading &out) {
  if (choices.empty())
    return;
  std::sort(choices.begin(), choices.end(),
            [](const Choice &a, const Choice &b) {
              if (a.cost != b.cost)
                return a.cost < b.cost;
              if (a.second != b.second)
                return a.second < b.second;
              return a.year < b.year;
            });
  out.year = choices[0].year;
  out.basis = basis;
  for (std::size_t i = 1; i < choices.size() && i <= kAlternatives; ++i)
    out.alternatives.push_back(choices[i].year);
}

bool by_own_year(const YearlessDate &date, const YearEvidence &evidence,
                 YearReading &out) {
  if (evidence.own_year == 0)
    return false;
  std::vector<Choice> choices;
  for (int year = evidence.own_year - 1; year <= evidence.own_year + 1;
       ++year) {
    if (!is_day(year, date))
      continue;
    if (evidence.own_month == 0) {
      if (year == evidence.own_year)
        choices.push_back({0, 0, year});
      continue;
    }
    const std::int64_t own =
        day_number(evidence.own_year, evidence.own_month, 15);
    choices.push_back({std::abs(number_in(year, date) - own), 0, year});
  }
  choose(choices, YearBasis::own, out);
  out.alternatives.clear();
  return out.year != 0;
}

bool by_weekday(const YearlessDate &date, const YearEvidence &evidence,
                YearReading &out) {
  if (date.weekday == 0 || !evidence.newest)
    return false;
  const std::int64_t newest = *evidence.newest;
  const std::int64_t oldest =
      std::min(evidence.oldest.value_or(newest), newest);
  const int last = calendar_day(newest).year;
  const int first = calendar_day(oldest).year;
  std::vector<Choice> choices;
  for (int year = first - kCycle; year <= last + 1; ++year) {
    if (!is_day(year, date))
      continue;
    const std::int64_t number = number_in(year, date);
    if (weekday_of(number) != date.weekday)
      continue;
    const std::int64_t away =
        std::max<std::int64_t>({0, oldest - number, number - newest});
    choices.push_back({away, newest - number, year});
  }
  choose(choices, YearBasis::weekday, out);
  return out.year != 0;
}

constexpr int kNoFit = 3;

// How badly a date fits the weekday that the lead names: 0 on that day, 1
// and 2 on the days after it.
int misfit(std::int64_t number, int lead_weekday) {
  return std::min((weekday_of(number) - lead_weekday + 7) % 7, kNoFit);
}

void by_newest(const YearlessDate &date, const YearEvidence &evidence,
               YearReading &out) {
  if (!evidence.newest)
    return;
  const std::int64_t newest = *evidence.newest;
  const int last = calendar_day(newest).year;
  const std::int64_t from =
      evidence.oldest ? *evidence.oldest - 31 : newest - kWindow * 366;
  std::vector<Choice> in_window;
  std::vector<Choice> all;
  for (int year = last - kCycle; year <= last; ++year) {
    if (!is_day(year, date))
      continue;
    const std::int64_t number = number_in(year, date);
    if (number > newest)
      continue;
    all.push_back({newest - number, 0, year});
    if (date.lead_weekday != 0 && number >= from)
      in_window.push_back(
          {misfit(number, date.lead_weekday), newest - number, year});
  }
  const bool fits =
      std::any_of(in_window.begin(), in_window.end(),
                  [](const Choice &choice) { return choice.cost < kNoFit; });
  if (fits)
    choose(in_window, YearBasis::lead_weekday, out);
  else
    choose(all, YearBasis::newest, out);
}

} // namespace

YearReading resolve_year(const YearlessDate &date,
                         const YearEvidence &evidence) {
  YearReading out;
  if (!is_calendar_day(2000, date.month, date.day)) {
    out.basis = YearBasis::impossible;
    return out;
  }
  if (!by_own_year(date, evidence, out) && !by_weekday(date, evidence, out))
    by_newest(date, evidence, out);
  out.weekday_differs = out.year != 0 && date.weekday != 0 &&
                        weekday_of(number_in(out.year, date)) != date.weekday;
  return out;
}

} // namespace tritone::article
