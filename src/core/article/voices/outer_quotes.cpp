// SPDX-License-Identifier: GPL-2.0-or-later
// Finds outer quotations, and looks at their words and marks.
#include "article/voices/outer_quotes.h"

#include "text/ascii.h"
#include "text/title_case.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone::article {
namespace {

VoiceQuote describe_quote(std::string_view text, const text::Quotation &q) {
  VoiceQuote out{q.begin, q.end, 0, false, false, q.closed, q.goes_on, false};
  const std::string_view inner =
      text.substr(q.inner_begin, q.inner_end - q.inner_begin);
  text::TitleCase style;
  for (std::size_t at = 0; at < inner.size();) {
    while (at < inner.size() && text::is_ascii_space(inner[at]))
      ++at;
    std::size_t end = at;
    while (end < inner.size() && !text::is_ascii_space(inner[end]))
      ++end;
    if (end > at) {
      ++out.words;
      if (end - at >= 4 || out.words == 1)
        style.add(text::is_upper(
            text::decode(inner.data() + at, inner.data() + end).value));
    }
    at = end;
  }
  out.title =
      out.words >= 2 ? style.nearly_all() : style.words() > 0 && style.most();
  std::size_t last = inner.size();
  while (last > 0 &&
         (text::is_ascii_space(inner[last - 1]) || inner[last - 1] == '\''))
    --last;
  if (last >= 3 && inner.substr(last - 3, 3) == "\u2019")
    last -= 3;
  if (last > 0) {
    const char c = inner[last - 1];
    out.stopped = c == ',' || c == '.' || c == '?' || c == '!' ||
                  (last >= 3 && inner.substr(last - 3, 3) == "\u2026");
  }
  return out;
}

} // namespace

void find_outer_quotes(std::string_view text,
                       const std::vector<text::Span> &paragraphs,
                       std::vector<text::Quotation> &found,
                       std::vector<VoiceQuote> &out) {
  out.clear();
  text::find_quotations(text, found);
  std::size_t p = 0;
  for (const text::Quotation &q : found) {
    while (p < paragraphs.size() && paragraphs[p].end <= q.begin)
      ++p;
    if (q.depth > 0 || p == paragraphs.size() || q.begin < paragraphs[p].begin)
      continue;
    text::Quotation one = q;
    one.end = std::min(one.end, paragraphs[p].end);
    one.inner_end = std::min(one.inner_end, one.end);
    const bool attribute = q.begin > 0 && text[q.begin - 1] == '=';
    if (one.inner_begin < one.inner_end && !attribute)
      out.push_back(describe_quote(text, one));
  }
}

} // namespace tritone::article
