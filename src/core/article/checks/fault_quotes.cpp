// SPDX-License-Identifier: GPL-2.0-or-later
// Which quotation marks belong together, and which are alone: the rules of
// fault_quotes.h.
#include "article/checks/fault_quotes.h"

#include "text/quotes.h"

#include <string>

namespace tritone::article {
namespace {

using text::QuoteMark;

// Does the second mark end the quotation of the first, at most three
// paragraphs further on?
bool are_pair(std::string_view text, const QuoteMark &first,
              const QuoteMark &second) {
  constexpr int kMaxParagraphs = 3;
  if (first.kind == QuoteMark::Kind::close ||
      second.kind == QuoteMark::Kind::open)
    return false;
  std::size_t stop = first.at;
  for (int n = 0; n <= kMaxParagraphs && stop < second.at; ++n)
    stop = text::paragraph_end(text, stop);
  return stop >= second.at;
}

} // namespace

void find_quotes(std::string_view text, std::vector<Finding> &out) {
  std::vector<QuoteMark> marks;
  text::find_quote_marks(text, marks);
  if (marks.empty())
    return;
  std::size_t straight = 0;
  for (const QuoteMark &mark : marks)
    straight += mark.straight;
  if (straight > 0 && straight < marks.size())
    out.push_back({Fault::mixed_quotes, false, Finding::kNowhere, 0,
                   std::to_string(straight) + " straight, " +
                       std::to_string(marks.size() - straight) + " curly"});
  std::vector<const QuoteMark *> alone; // at most one per paragraph
  const QuoteMark *const end = marks.data() + marks.size();
  for (const QuoteMark *first = marks.data(); first < end;) {
    const std::size_t stop = text::paragraph_end(text, first->at);
    const QuoteMark *last = first;
    while (last < end && last->at < stop)
      ++last;
    const QuoteMark *const mark = text::unpaired_mark(first, last);
    if (mark != nullptr && (mark->kind == QuoteMark::Kind::close ||
                            !text::begins_with_quote(text, stop)))
      alone.push_back(mark);
    first = last;
  }
  std::size_t found = 0;
  for (std::size_t i = 0; i < alone.size() && found < kMaxPlaces; ++i) {
    // A quotation may continue over paragraphs without marks of their own.
    if (i + 1 < alone.size() && are_pair(text, *alone[i], *alone[i + 1])) {
      ++i;
      continue;
    }
    ++found;
    const QuoteMark &mark = *alone[i];
    out.push_back({Fault::open_quote, false, mark.at, mark.at + mark.size,
                   mark.kind == QuoteMark::Kind::close
                       ? "ends what did not begin"
                       : "has no end"});
  }
}

} // namespace tritone::article
