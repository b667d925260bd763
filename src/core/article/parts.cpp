// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/parts.h"

#include "article/boilerplate.h"
#include "article/byline.h"
#include "article/dateline.h"
#include "text/blanks.h"
#include "text/span.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone {
namespace {

// A footer is short; what stands farther from the end is the story.
constexpr std::size_t kFooterParagraphs = 6;

// The paragraphs between blank lines, without the white space around them.
void find_paragraphs(std::string_view text, std::vector<Span> &out) {
  const char *const end = text.data() + text.size();
  const char *begin = skip_blanks(text.data(), end).next;
  for (const char *p = begin; p < end;) {
    const CodePoint point = decode(p, end);
    if (!is_space(point.value)) {
      p += point.size;
      continue;
    }
    const Blanks blanks = skip_blanks(p, end);
    if (blanks.paragraph || blanks.next == end) {
      out.push_back({static_cast<std::size_t>(begin - text.data()),
                     static_cast<std::size_t>(p - text.data())});
      begin = blanks.next;
    }
    p = blanks.next;
  }
  if (begin < end)
    out.push_back({static_cast<std::size_t>(begin - text.data()), text.size()});
}

std::string_view piece(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// Which of the paragraphs are boilerplate: near the end the sure ones, the
// likely ones behind which nothing of the story comes (but not the first one),
// and all behind the credit line that closes a story, such as notes on the
// background.
std::vector<bool> find_boilerplate(std::string_view text,
                                   const std::vector<Span> &paragraphs) {
  std::vector<bool> out(paragraphs.size(), false);
  const std::size_t n = std::min(paragraphs.size(), kFooterParagraphs);
  bool at_end = true;
  for (std::size_t i = 1; i <= n; ++i) {
    const std::size_t p = paragraphs.size() - i;
    const Boilerplate kind = boilerplate(piece(text, paragraphs[p]));
    out[p] = kind >= Boilerplate::sure ||
             (kind == Boilerplate::likely && at_end && p > 0);
    at_end = at_end && out[p];
    if (kind == Boilerplate::closing)
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(p), out.end(), true);
  }
  return out;
}

// The paragraph that holds the byline, or the number of paragraphs. Another one
// may stand before it: a line under the headline.
std::size_t find_byline(std::string_view text,
                        const std::vector<Span> &paragraphs) {
  for (std::size_t p = 0; p < std::min<std::size_t>(2, paragraphs.size()); ++p)
    if (is_byline(piece(text, paragraphs[p])))
      return p;
  return paragraphs.size();
}

} // namespace

const char *part_name(Part part) {
  switch (part) {
  case Part::headline:
    return "headline";
  case Part::dateline:
    return "dateline";
  case Part::byline:
    return "byline";
  case Part::lead:
    return "lead";
  case Part::boilerplate:
    return "boilerplate";
  case Part::body:
    break;
  }
  return "body";
}

void find_parts(std::string_view text, std::vector<PartSpan> &out) {
  out.clear();
  std::vector<Span> paragraphs;
  find_paragraphs(text, paragraphs);
  const std::vector<bool> is_footer = find_boilerplate(text, paragraphs);
  const std::size_t byline = find_byline(text, paragraphs);
  bool had_lead = false;
  bool may_have_dateline = true;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    Span span = paragraphs[p];
    if (p == byline ||
        (p > 0 && p - 1 == byline && is_byline_office(piece(text, span)))) {
      out.push_back({Part::byline, span.begin, span.end});
      may_have_dateline = true;
      continue;
    }
    if (is_footer[p]) {
      out.push_back({Part::boilerplate, span.begin, span.end});
      continue;
    }
    if (may_have_dateline) {
      const std::size_t size = dateline_length(piece(text, span));
      if (size > 0) {
        out.push_back({Part::dateline, span.begin, span.begin + size});
        const char *const behind = text.data() + span.begin + size;
        span.begin = static_cast<std::size_t>(
            skip_blanks(behind, text.data() + text.size()).next - text.data());
      }
      may_have_dateline = false;
    }
    if (span.begin >= span.end)
      continue;
    out.push_back({had_lead ? Part::body : Part::lead, span.begin, span.end});
    had_lead = true;
  }
}

void find_segments(const Article &article, const Reading &reading,
                   std::vector<PartSpan> &scratch, std::vector<Segment> &out) {
  out.clear();
  if (article.missing)
    return;
  const bool with_title = !reading.by_part || reading.parts.has(Part::headline);
  if (with_title && !article.title.empty())
    out.push_back({true, 0, article.title});
  if (!reading.by_part) {
    if (!article.text.empty())
      out.push_back({false, 0, article.text});
    return;
  }
  find_parts(article.text, scratch);
  bool open = false; // the last segment takes in a part that follows it
  for (const PartSpan &part : scratch) {
    if (!reading.parts.has(part.part)) {
      open = false;
      continue;
    }
    const std::size_t begin = open ? out.back().begin : part.begin;
    if (open)
      out.pop_back();
    out.push_back({false, begin, article.text.substr(begin, part.end - begin)});
    open = true;
  }
}

} // namespace tritone
