// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of articles as records: title, paragraphs, problems.
#pragma once

#include "base/config.h"

#include "article/reading/decode.h"
#include "article/reading/divide.h"
#include "article/reading/file_bytes.h"
#include "article/reading/problem.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// One article as it is in a file. Both strings are valid UTF-8 in NFC,
// without NUL and without white space at either end.
struct Record {
  std::string title; // one line; empty if there is none
  // Without the title. Paragraphs are one line each and divided by a blank
  // line; the items of a list, the lines of a table or poem, are lines of one
  // paragraph. Dateline, footer and all else are kept.
  std::string text;
  std::vector<Problem> problems;
  std::int64_t line = 1; // of the file, 1-based, on which the article begins
  Encoding encoding = Encoding::utf8;
};

// Reads the bytes of a text file of one article; never throws because of their
// content. The title is what the up to three lines before the first blank line
// contain, if it looks like one: at most 200 characters, no full stop at its
// end except after an abbreviation, no dateline, more text after it. Without a
// title all is text, with the problem no_title. Credit lines (a byline, a date,
// an address: article/parts/credit_line.h) above or under the title are not
// part of it, nor is a sentence or a heading on the line under it, where the
// line above ends long before the margin; each becomes a paragraph. The marks
// of a heading (Title:, #, a line of ===) are left out.
Record read_text(std::string_view bytes);

// Receives the records of articles first, first + 1, ..., in order, on the
// calling thread. They are no longer valid after it returns.
using TakeRecords =
    std::function<void(std::size_t first, const std::vector<Record> &)>;

// The functions below read many articles, on up to `threads` >= 1 workers, and
// hand them over as they are read, so that at most some hundreds are in memory.
// They throw `cancelled` if the monitor asks for it, input_error if threads is
// 0.

// Pieces of one text; lines are those of the text.
void read_texts(const std::vector<TextPiece> &pieces, std::size_t threads,
                Monitor &monitor, const TakeRecords &take);

// Reads an article with a known title, or known to have none, as in tables and
// databases: bytes, line ends, composition and wraps are mended as in
// read_text(). The title becomes one line. If the text repeats the title on its
// first lines, with or without a full stop, it is removed from the text, with
// the problem title_repeated. An empty text is not a problem.
Record read_cell(std::string_view title, std::string_view text);

// titles.size() must be texts.size().
void read_cells(const std::vector<std::string_view> &titles,
                const std::vector<std::string_view> &texts, std::size_t threads,
                Monitor &monitor, const TakeRecords &take);

// Reads one file. A file that cannot be read gives an empty record with the
// problem unreadable, one above kMaxFileBytes the problem too_large.
Record read_text_file(const std::string &path);

void read_text_files(const std::vector<std::string> &paths, std::size_t threads,
                     Monitor &monitor, const TakeRecords &take);

} // namespace tritone::article
