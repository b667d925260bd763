// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the dates of a collection: each line is an article, with what
// its record, its file's name, its address and its text say. Checks what must
// hold of each result.
#include "article/date/calendar.h"
#include "article/date/date_in_path.h"
#include "article/date/day_order.h"
#include "article/date/read_date.h"
#include "article/date/resolve.h"
#include "article/parts/text_dates.h"
#include "require.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::fuzz;

namespace {

void set(DateCandidates &out, DateBasis basis, bool found,
         const NewsDate &date) {
  if (!found)
    return;
  out.of(basis).found = true;
  out.of(basis).date = date;
}

// An article of one line: metadata, name and address between bars, then text.
DateCandidates candidates(std::string_view line) {
  DateCandidates out;
  std::string_view field[3];
  for (std::string_view &one : field) {
    const std::size_t bar = line.find('|');
    if (bar == std::string_view::npos)
      break;
    one = line.substr(0, bar);
    line.remove_prefix(bar + 1);
  }
  NewsDate date;
  const bool read = read_date(field[0], date);
  set(out, DateBasis::metadata, read, date);
  out.unread = !read && !field[0].empty();
  out.column = field[0].size() % 2;
  set(out, DateBasis::name, date_in_name(field[1], date), date);
  set(out, DateBasis::address, date_in_address(field[2], date), date);
  const TextDates found = find_text_dates(line);
  if (found.dateline)
    set(out, DateBasis::dateline, true, found.dateline->date);
  for (const TextDate &one : found.text)
    out.texts.push_back({one.date, one.score});
  out.lead_weekday = found.lead_weekday;
  return out;
}

void check_day(std::int64_t day) {
  require(day >= day_number(1700, 1, 1) && day <= day_number(2199, 12, 31),
          "a day is one of newspapers");
  const CalendarDay read = calendar_day(day);
  require(day_number(read.year, read.month, read.day) == day,
          "a number is its day");
}

void check_resolved(const std::vector<DateCandidates> &articles,
                    const DateRules &rules) {
  const ResolvedDates all = resolve_dates(articles, rules);
  require(all.articles.size() == articles.size(), "a date for each article");
  for (const ResolvedDate &one : all.articles) {
    if (one.day)
      check_day(*one.day);
    require(!one.day || one.basis != DateBasis::none, "a day has a basis");
    require(!one.day || one.precision != DatePrecision::none,
            "a day has a precision");
    require(std::is_sorted(one.problems.begin(), one.problems.end()),
            "problems are in order");
    const bool undated = std::count(one.problems.begin(), one.problems.end(),
                                    DateProblem::undated) > 0;
    require(undated == !one.day, "an article without a day is undated");
    for (const OtherDay &other : one.others) {
      check_day(other.day);
      if (other.swapped)
        check_day(*other.swapped);
    }
  }
  require(!all.oldest || (all.newest && *all.oldest <= *all.newest),
          "the oldest is first");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text = repair_utf8(view(data, size)).text;
  std::vector<DateCandidates> articles;
  for (std::string_view rest = text; !rest.empty() && articles.size() < 40;)
    articles.push_back(candidates(take_line(rest)));
  DateRules rules;
  rules.today = day_number(2022, 6, 1);
  check_resolved(articles, rules);
  rules.use_sentences = true;
  rules.day_order =
      size % 2 == 0 ? DateOrder::day_first : DateOrder::month_first;
  rules.latest = day_number(2021, 12, 31);
  check_resolved(articles, rules);
  return 0;
}
