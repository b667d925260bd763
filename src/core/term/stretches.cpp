// SPDX-License-Identifier: GPL-2.0-or-later
// Lays the sentences of a segment and the marks in it over its tokens.
#include "term/stretches.h"

#include "text/gaps.h"
#include "text/sentences.h"
#include "text/space.h"

namespace tritone::term {

std::size_t find_stretches(const article::Segment &segment,
                           text::WordRules rules,
                           const std::vector<text::Token> &tokens,
                           StretchScratch &scratch) {
  std::vector<text::Span> &spans = scratch.spans;
  spans.clear();
  if (segment.in_title && !text::trim_space(segment.text).empty())
    spans.push_back({0, segment.text.size()});
  else if (rules == text::WordRules::news)
    text::news_sentences(segment.text, spans);
  else
    text::uax29_sentences(segment.text, spans);
  text::find_gaps(segment.text, tokens, scratch.begins);
  scratch.sentence.clear();
  std::size_t s = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const std::size_t before = s;
    while (s + 1 < spans.size() && spans[s].end <= tokens[t].begin)
      ++s;
    if (t == 0 || s > before)
      scratch.begins[t] = 1;
    scratch.sentence.push_back(static_cast<std::uint32_t>(s));
  }
  return spans.size();
}

} // namespace tritone::term
