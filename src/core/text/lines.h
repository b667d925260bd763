// SPDX-License-Identifier: GPL-2.0-or-later
// The lines of a text and what their shape shows: the evidence unwrap() goes
// by.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone::text {

// One line that is not blank.
struct Line {
  std::string_view text;  // white space at its ends left out, no-break kept
  std::size_t width;      // of `text`, in characters
  std::size_t first_word; // width of what is before its first blank
  bool indented;          // white space was before it
  bool ends_sentence;     // . ! ? … 。 is last, or before its closing marks
  bool starts_lower;      // its first letter, before any digit, is a small one
  bool starts_upper;      // ... is a capital
};

// The lines between two blank lines: lines begin .. end - 1 of a list of lines.
struct LineBlock {
  std::size_t begin;
  std::size_t end;
};

// The lines of a text, and their blocks. A line of white space, no-break spaces
// included, is blank. Both are cleared; the lines are views of the text. Ill-
// formed bytes are taken as one character each. Linear time.
void find_lines(std::string_view text, std::vector<Line> &lines,
                std::vector<LineBlock> &blocks);

// Do . ! ? or their like end the line, or come before its closing marks? The
// full stop of an initial, of letters with dots or of a title does not.
bool line_ends_sentence(std::string_view line);

// What the line ends of a block are for.
enum class Layout : unsigned char {
  prose, // all alike: wraps, or paragraph ends
  list,  // the items of a list: see is_item()
  table, // rows
  verse  // the lines of a poem, an address
};

// What the lines first .. last - 1 look like; their shape alone decides, so a
// block that was written again line by line looks the same.
//   list:  two lines or more begin with a bullet (- * •) or with numbers or
//          letters that follow each other (1. 1) (1) a) (a)), the first of them
//          at the top or after a line that ends with a colon;
//   table: two thirds of the lines have a tab or a gap of several blanks that
//          is after no punctuation, or are mostly figures;
//   verse: three lines or more, of at most 45 characters each, none beginning
//          with a small letter, less than four fifths of them sentences.
Layout layout(const Line *first, const Line *last);

// In a block of layout `list`: does the line begin an item? `number` is the
// number of the last numbered item (0 before the first) and is updated.
bool is_item(const Line &line, std::size_t &number);

} // namespace tritone::text
