// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a page that a parser wrote out, as a text with dates, and as
// JSON. Checks what must hold of each result.
#include "article/date/calendar.h"
#include "article/date/date_in_path.h"
#include "article/date/read_date.h"
#include "article/page/json_value.h"
#include "article/page/read_page.h"
#include "article/page/tree.h"
#include "article/parts/text_dates.h"
#include "require.h"
#include "text/normalize.h"
#include "text/space.h"
#include "text/utf8.h"

#include <string>
#include <string_view>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::text;
using namespace tritone::article;

namespace {

void check_tree(const std::string &page) {
  const PageTree tree(page);
  require(tree[0].end == tree.size(), "the root holds all");
  for (std::size_t i = 1; i < tree.size(); ++i) {
    const PageNode &node = tree[i];
    require(node.parent < i, "a parent comes first");
    require(node.end > i && node.end <= tree[node.parent].end,
            "a node lies in its parent");
    require(!node.is_text() || node.attributes.empty(), "text is text");
  }
}

void check_page(const std::string &page) {
  const PageRecord record = read_page(page);
  const PageMeta &meta = record.meta;
  for (const std::string &field :
       {meta.title, meta.date, meta.byline, meta.source, meta.address,
        meta.section, meta.language, meta.modified, record.text}) {
    require(is_valid_utf8(field), "a record is valid UTF-8");
    require(is_nfc(field), "a record is in NFC");
    require(trim_space(field) == field, "a record is trimmed");
  }
  require(record.text.find("\n\n\n") == std::string::npos,
          "one blank line between paragraphs");
  require(!record.text.empty() || !record.problems.empty(),
          "no text is a problem");
}

void check_date(const NewsDate &date, std::string_view text) {
  require(date.begin < date.end && date.end <= text.size(),
          "a date lies in its text");
  require(date.year == 0 || (date.year >= 1700 && date.year <= 2199),
          "years are those of newspapers");
  require(date.weekday >= 0 && date.weekday <= 7, "a week has seven days");
  if (date.day != 0 && !date.impossible)
    require(is_calendar_day(date.year == 0 ? 2000 : date.year, date.month,
                            date.day),
            "a date is in the calendar");
}

void check_dates(std::string_view text) {
  std::size_t last = 0;
  for (const NewsDate &date : find_dates(text)) {
    check_date(date, text);
    require(date.begin >= last, "dates rise and do not overlap");
    last = date.end;
  }
  NewsDate date;
  if (read_date(text, date))
    check_date(date, text);
  if (date_in_name(text, date))
    check_date(date, text);
  if (date_in_address(text, date))
    check_date(date, text);
  require(find_text_dates(text).text.size() <= kMaxTextDates,
          "no more dates than are asked for");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char *>(data), size);
  const std::string text = repair_utf8(bytes).text;
  check_tree(std::string(bytes));
  check_page(text);
  check_page("<html><head><title>Rain</title></head><body><h1>Rain</h1><p>" +
             text +
             "</p><p>Rain fell in the whole of the land, all day long, "
             "and the mayor of Tarsk had no umbrella.</p></body></html>");
  check_dates(bytes);
  check_dates(text);
  check_dates("March 3, " + text);
  Json json;
  read_json(bytes, json);
  static_cast<void>(declared_charset(bytes));
  static_cast<void>(ends_in_tag(bytes));
  return 0;
}
