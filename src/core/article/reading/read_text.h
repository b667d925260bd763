// SPDX-License-Identifier: GPL-2.0-or-later
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

// One article as it stands in a file. Both strings are valid UTF-8 in NFC,
// without NUL and without white space at either end.
struct Record {
  std::string title; // one line; empty where there is none
  // Without the title. Paragraphs are one line each and divided by a blank
  // line; the items of a list, the lines of a table or poem, are lines of one
  // paragraph. Dateline, footer and all else stay.
  std::string text;
  std::vector<Problem> problems;
  std::int64_t line = 1; // of the file, 1-based, on which the article begins
  Encoding encoding = Encoding::utf8;
};

// Reads the bytes of a text file of one article; never throws for what they
// are. The title is what stands in up to three lines before the first blank
// line if it looks like one: at most 200 characters, no full stop at its end
// but that of an abbreviation, no dateline, more text behind it. Without a
// title all is text, with the problem no_title. A byline on a line of its own
// is made a paragraph.
Record read_text(std::string_view bytes);

// Takes the records of articles first, first + 1, ... of those that are read,
// in order, on the calling thread. They are gone when it returns.
using TakeRecords =
    std::function<void(std::size_t first, const std::vector<Record> &)>;

// What follows reads many articles, on up to `threads` >= 1 workers, and hands
// them over as they are read, so that no more than some hundreds are held.
// Throws `cancelled` when the monitor says so; input_error where threads is 0.

// Pieces of one text; lines are those of the text.
void read_texts(const std::vector<TextPiece> &pieces, std::size_t threads,
                Monitor &monitor, const TakeRecords &take);

// Reads an article whose title, or its lack, is known, as tables and databases
// hold them: bytes, line ends, composition and wraps are mended as in
// read_text(). The title is made one line. A title that the text repeats on its
// first lines, with a full stop or not, is taken off the text, with the problem
// title_repeated. No problem is made of an empty text.
Record read_cell(std::string_view title, std::string_view text);

// titles.size() is that of texts.
void read_cells(const std::vector<std::string_view> &titles,
                const std::vector<std::string_view> &texts, std::size_t threads,
                Monitor &monitor, const TakeRecords &take);

// Reads one file. A file that cannot be read gives an empty record with the
// problem unreadable, one above kMaxFileBytes the problem too_large.
Record read_text_file(const std::string &path);

void read_text_files(const std::vector<std::string> &paths, std::size_t threads,
                     Monitor &monitor, const TakeRecords &take);

} // namespace tritone::article
