// SPDX-License-Identifier: GPL-2.0-or-later
// Texts of separated values (CSV and its relatives), with tolerance for bad
// quotes.
#pragma once

#include "base/config.h"

#include "article/reading/problem.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// One field of a record, a piece of the text without its quotes.
struct Cell {
  std::string_view raw;
  bool doubled = false; // has quotes that are written twice
  bool quoted = false;  // was in quotes
  bool escaped = false; // has quotes after a backslash, which is not theirs
  bool slashes = false; // its backslashes are written twice
  char quote = '"';
  char slashed = 0; // the delimiter that it has after a backslash, if any

  // Is the value `raw` itself?
  bool plain() const {
    return !doubled && !escaped && !slashes && slashed == 0;
  }

  // The value, in which what is written twice is one, and quotes have no
  // backslash before them.
  std::string value() const;

  // Writes the value over `raw`, a piece of `text`, and makes it plain().
  void settle(std::string &text);
};

struct DelimitedProblem {
  std::size_t record;
  Problem problem;
};

// A text of values separated by commas or the like, in records and fields.
struct Delimited {
  // ',', ';', '\t', '|', or 0 if no delimiter was found: one column.
  char delimiter = 0;
  std::vector<Cell> cells;            // of all records, one after the other
  std::vector<std::size_t> starts{0}; // record r: cells starts[r] ...
  std::vector<std::int64_t> lines;    // 1-based, on which each record begins
  // bad_quotes, escaped_quotes, other_quotes
  std::vector<DelimitedProblem> problems;

  std::size_t records() const { return lines.size(); }
  std::size_t fields(std::size_t r) const { return starts[r + 1] - starts[r]; }
};

// Cuts `text` (valid UTF-8, line ends as in the file), which must outlive the
// result. A record ends at \n, \r\n or \r outside quotes; inside them, and
// U+2028 and its like everywhere, line ends are characters of the field.
// The delimiter is found from the first records: the one that divides most of
// them into as many fields as the first one, or `preferred` (0: none) if it
// does so nearly always; a first line "sep=;", as spreadsheets write it, names
// it. A field in double quotes may contain delimiters, line ends and quotes
// written twice. Blank lines are skipped.
//
// Quotes inside a field may have a backslash before them instead (\"), as MySQL
// and write.table(qmethod = "escape") write them. Which of the two a file does
// is decided by which leaves fewer records with quotes in wrong places or with
// another number of fields than the first record; a record that still does not
// fit is read the other way, and with a field that ends in a backslash ("C:\"),
// if that makes it fit. The backslash before a quote is removed; two
// backslashes are one where the file writes all of them twice. The problem
// escaped_quotes says so once.
//
// A file without a field in double quotes may have single ones instead: where
// they close nine of ten fields of a column, and no fewer records fit. Outside
// of quotes a delimiter after a backslash is text where more records fit so.
// The problem other_quotes says so once.
//
// Quotes that break these rules never swallow what follows. A record with such
// quotes is accepted if it has as many fields as the first record; otherwise,
// or if its first line alone has as many, that line is the record and its
// quotes are characters. Either way it has the problem bad_quotes. Linear time;
// such records are read twice.
Delimited split_delimited(std::string_view text, char preferred = 0);

} // namespace tritone::article
