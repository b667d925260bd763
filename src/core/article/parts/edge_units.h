// SPDX-License-Identifier: GPL-2.0-or-later
// The one rule for lines that repeat: what at the edges of a text may be such a
// line, and the form in which two of them are compared. The check of a
// collection, its profile and the parts of an article all use it.
#pragma once

#include "base/config.h"

#include "text/span.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

constexpr std::size_t kHeaderUnits = 2;    // units from the start
constexpr std::size_t kFooterUnits = 6;    // and from the end
constexpr std::size_t kMaxLineBytes = 600; // of a line that may repeat

// Appends to `out` a unit as it is compared with others: folded, one blank for
// each run of white space, none at the ends, one 0 for each run of digits. The
// form of a form is itself.
void append_line_form(std::string_view unit, std::string &out);

// May a unit be a line that repeats? Not if it is longer than kMaxLineBytes,
// introduces the words of somebody ("the statement said:"), or is the row of a
// table: two numbers or more, and more than one digit to six letters.
bool may_repeat(std::string_view unit);

// The units that begin or end a paragraph, each without white space around it.
// A unit is the whole paragraph or, where the paragraph has several lines, a
// line of it, from one line end that divides to the next. A line end divides
// where the line above ends a sentence or is shorter than 50 bytes, and the
// line below does not begin with a small letter; all others are wraps. At most
// `n` lines from the start (from the end, the last one first); none where no
// line end divides.
void first_lines(std::string_view text, text::Span paragraph, std::size_t n,
                 std::vector<text::Span> &out);
void last_lines(std::string_view text, text::Span paragraph, std::size_t n,
                std::vector<text::Span> &out);

struct EdgeUnit {
  text::Span span;
  bool start; // among the first kHeaderUnits of the text
  bool end;   // among the last kFooterUnits
};

// The units at the edges of a text that may repeat: paragraphs among its first
// and last paragraphs, and lines among its first and last lines. `paragraphs`
// are those of find_paragraphs(). None for a text of one line. `out` is
// cleared.
void find_edge_units(std::string_view text,
                     const std::vector<text::Span> &paragraphs,
                     std::vector<EdgeUnit> &out);

} // namespace tritone::article
