// SPDX-License-Identifier: GPL-2.0-or-later
// Finds paragraphs first, then boilerplate, byline, dateline and sign-off, and
// writes the parts in order.
#include "article/parts/parts.h"

#include "article/parts/boilerplate.h"
#include "article/parts/byline.h"
#include "article/parts/credit_line.h"
#include "article/parts/dateline.h"
#include "article/parts/edge_units.h"
#include "article/parts/house_notes.h"
#include "article/parts/paragraphs.h"
#include "article/parts/sign_off.h"
#include "text/space.h"

#include <algorithm>
#include <array>

namespace tritone::article {
namespace {

// A line under the headline, or the headline itself, may come before a
// dateline.
constexpr std::size_t kMaxTitleBytes = 200;

// Has any of the paragraphs first .. last - 1 several lines?
bool has_lines(std::string_view text, const std::vector<text::Span> &paragraphs,
               std::size_t first, std::size_t last) {
  for (std::size_t p = first; p < last; ++p)
    if (text.find('\n', paragraphs[p].begin) < paragraphs[p].end)
      return true;
  return false;
}

// Keeps those of scratch.lines that come before the first unknown one, and
// gives their number.
std::size_t keep_known(std::string_view text, const Known &known,
                       PartScratch &scratch) {
  std::size_t found = 0;
  while (found < scratch.lines.size() &&
         known.is_line(piece(text, scratch.lines[found]), scratch.line))
    ++found;
  scratch.lines.resize(found);
  return found;
}

// Makes paragraphs of the known lines at the end of the last paragraph of the
// story.
void divide_footer(std::string_view text, const Known &known,
                   PartScratch &scratch) {
  std::vector<text::Span> &paragraphs = scratch.paragraphs;
  const std::size_t n = paragraphs.size();
  if (!has_lines(text, paragraphs, n - std::min(n, kFooterUnits), n))
    return;
  std::size_t left = kFooterUnits;
  for (std::size_t p = n; p-- > 0 && left > 0;) {
    const std::string_view whole = piece(text, paragraphs[p]);
    if ((p > 0 && known.is_line(whole, scratch.line)) ||
        boilerplate(whole) != Boilerplate::no) {
      --left;
      continue;
    }
    last_lines(text, paragraphs[p], left, scratch.lines);
    const std::size_t found = keep_known(text, known, scratch);
    if (found == 0)
      return;
    std::reverse(scratch.lines.begin(), scratch.lines.end());
    const text::Span rest{paragraphs[p].begin, scratch.lines.front().begin};
    const std::string_view kept = text::trim_space(piece(text, rest));
    const auto at = paragraphs.begin() + static_cast<std::ptrdiff_t>(p);
    if (!kept.empty())
      *at = {rest.begin, rest.begin + kept.size()};
    paragraphs.insert(kept.empty() ? paragraphs.erase(at) : at + 1,
                      scratch.lines.begin(), scratch.lines.end());
    if (!kept.empty())
      return;
    left -= found;
  }
}

// The same for known lines at the start of the first paragraph.
void divide_header(std::string_view text, const Known &known,
                   PartScratch &scratch) {
  std::vector<text::Span> &paragraphs = scratch.paragraphs;
  std::size_t p = 0;
  std::size_t left = kHeaderUnits;
  if (!has_lines(text, paragraphs, 0, std::min(left, paragraphs.size())))
    return;
  while (p < paragraphs.size() && left > 0 &&
         known.is_line(piece(text, paragraphs[p]), scratch.line)) {
    ++p;
    --left;
  }
  if (p == paragraphs.size() || left == 0)
    return;
  first_lines(text, paragraphs[p], left, scratch.lines);
  if (keep_known(text, known, scratch) == 0)
    return;
  const std::string_view rest = text::trim_space(text.substr(
      scratch.lines.back().end, paragraphs[p].end - scratch.lines.back().end));
  const auto at = paragraphs.begin() + static_cast<std::ptrdiff_t>(p);
  if (!rest.empty())
    at->begin = static_cast<std::size_t>(rest.data() - text.data());
  paragraphs.insert(rest.empty() ? paragraphs.erase(at) : at,
                    scratch.lines.begin(), scratch.lines.end());
}

// Decides which paragraphs are boilerplate. Near the end: the sure ones; the
// likely ones and known lines (but not the first paragraph) if nothing of the
// story comes after them; and everything after the credit line that closes a
// story, such as notes on the background. Before the story: notes on it, and
// known lines.
void find_boilerplate(std::string_view text, const Known *known,
                      PartScratch &scratch) {
  const std::vector<text::Span> &paragraphs = scratch.paragraphs;
  std::vector<unsigned char> &out = scratch.boilerplate;
  out.assign(paragraphs.size(), 0);
  const auto is_known = [&](std::size_t p) {
    return known != nullptr && known->has_lines() &&
           known->is_line(piece(text, paragraphs[p]), scratch.line);
  };
  // A footer is short; what is farther from the end is the story.
  const std::size_t n = std::min(paragraphs.size(), kFooterUnits);
  bool at_end = true;
  for (std::size_t i = 1; i <= n; ++i) {
    const std::size_t p = paragraphs.size() - i;
    const Boilerplate kind = boilerplate(piece(text, paragraphs[p]));
    out[p] = kind >= Boilerplate::sure ||
             (at_end && p > 0 && (kind == Boilerplate::likely || is_known(p)));
    at_end = at_end && out[p] != 0;
    if (kind == Boilerplate::closing)
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(p), out.end(), 1);
  }
  for (std::size_t p = 0; p + 1 < paragraphs.size() && out[p + 1] == 0; ++p) {
    if (out[p] == 0 && !is_known(p) &&
        (p > 0 || !is_text_note(piece(text, paragraphs[p]))))
      break;
    out[p] = 1;
  }
}

void divide_and_find_boilerplate(std::string_view text, const Known *known,
                                 PartScratch &scratch) {
  if (known != nullptr && known->has_lines()) {
    divide_footer(text, *known, scratch);
    divide_header(text, *known, scratch);
  }
  find_boilerplate(text, known, scratch);
}

// How many credit lines may come before a story.
constexpr std::size_t kMaxCreditLines = 4;

// Which of the first paragraphs are credit lines: one of the first two, since
// another line under the headline may come before it, and those that follow.
std::array<bool, kMaxCreditLines>
find_credit_lines(std::string_view text,
                  const std::vector<text::Span> &paragraphs) {
  std::array<bool, kMaxCreditLines> out{};
  const std::size_t n = std::min(kMaxCreditLines, paragraphs.size());
  for (std::size_t p = 0; p < n; ++p) {
    if (p > 1 && !out[p - 1])
      break;
    const std::string_view paragraph = piece(text, paragraphs[p]);
    const CreditLine kind = credit_line(paragraph);
    // A dateline may be a line of its own.
    const bool alone = kind != CreditLine::no && kind != CreditLine::day &&
                       (kind != CreditLine::imprint ||
                        dateline_length(paragraph) < paragraph.size());
    out[p] = alone || (p > 0 && out[p - 1] && is_byline_office(paragraph));
  }
  return out;
}

// Writes the parts of one text.
class Writer {
public:
  Writer(std::string_view text, PartScratch &scratch)
      : text_(text), scratch_(scratch) {}

  void write() {
    const std::vector<text::Span> &paragraphs = scratch_.paragraphs;
    const auto credits = find_credit_lines(text_, paragraphs);
    const std::size_t last = last_of_story();
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
      const text::Span span = paragraphs[p];
      if (p < credits.size() && credits[p]) {
        add(Part::byline, span);
        may_have_dateline_ = true;
      } else if (scratch_.boilerplate[p] != 0) {
        add(Part::boilerplate, span);
      } else {
        write_story(span, p == last);
      }
    }
  }

private:
  // The last paragraph that is not boilerplate.
  std::size_t last_of_story() const {
    std::size_t p = scratch_.paragraphs.size();
    while (p > 0 && scratch_.boilerplate[p - 1] != 0)
      --p;
    return p - 1; // if there is none, not the number of any paragraph
  }

  void add(Part part, text::Span span) {
    if (span.begin < span.end)
      scratch_.parts.push_back({part, span.begin, span.end});
  }

  void write_story(text::Span span, bool last) {
    if (may_have_dateline_)
      take_dateline(span);
    text::Span off{span.end, span.end};
    if (last)
      off = take_sign_off(span);
    if (span.begin < span.end) {
      add(had_lead_ ? Part::body : Part::lead, span);
      had_lead_ = true;
    }
    add(Part::boilerplate, off);
  }

  // Takes the dateline from the start of the paragraph, which is empty
  // afterwards if there is nothing else in it.
  void take_dateline(text::Span &span) {
    const std::size_t size = dateline_length(piece(text_, span));
    // A title may come before the paragraph with the dateline.
    may_have_dateline_ = size == 0 && !had_lead_ && !had_title_ &&
                         span.end - span.begin <= kMaxTitleBytes;
    had_title_ = true;
    if (size == 0)
      return;
    const text::Span dateline{span.begin, span.begin + size};
    add(Part::dateline, dateline);
    agency_ = dateline_agency(piece(text_, dateline));
    const char *const end = text_.data() + span.end;
    span.begin = static_cast<std::size_t>(
        text::skip_blanks(text_.data() + dateline.end, end).next -
        text_.data());
  }

  // Takes the sign-off from the end of the paragraph, unless nothing else of
  // the story would remain.
  text::Span take_sign_off(text::Span &span) {
    const text::Span none{span.end, span.end};
    const std::string_view story = piece(text_, span);
    const std::size_t size = sign_off_begin(story, agency_);
    const std::string_view kept = text::trim_space(story.substr(0, size));
    if (size == story.size() || (kept.empty() && !had_lead_))
      return none;
    const char *const start = text_.data();
    const char *const off =
        text::skip_blanks(story.data() + size, start + span.end).next;
    const text::Span out{static_cast<std::size_t>(off - start), span.end};
    span.end = span.begin + kept.size();
    return out;
  }

  std::string_view text_;
  PartScratch &scratch_;
  std::string_view agency_;
  bool had_lead_ = false;
  bool had_title_ = false;
  bool may_have_dateline_ = true;
};

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

void find_parts(std::string_view text, PartScratch &scratch,
                const Known *known) {
  scratch.parts.clear();
  find_paragraphs(text, scratch.paragraphs);
  divide_and_find_boilerplate(text, known, scratch);
  Writer(text, scratch).write();
}

void find_known_lines(std::string_view text, const Known &known,
                      PartScratch &scratch, std::vector<text::Span> &out) {
  out.clear();
  find_paragraphs(text, scratch.paragraphs);
  divide_and_find_boilerplate(text, &known, scratch);
  for (std::size_t p = 0; p < scratch.paragraphs.size(); ++p)
    if (scratch.boilerplate[p] != 0 &&
        known.is_line(piece(text, scratch.paragraphs[p]), scratch.line))
      out.push_back(scratch.paragraphs[p]);
}

} // namespace tritone::article
