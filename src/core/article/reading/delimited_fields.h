// SPDX-License-Identifier: GPL-2.0-or-later
// One record of separated values: its fields, for one meaning of its quotes.
#pragma once

#include "base/config.h"

#include "article/reading/delimited.h"
#include "article/reading/file_lines.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// What a quote means in a record. After a backslash that ends a field, as in
// "C:\", it may close the field all the same: `closing` says at which of those
// places, by bit in their order, or, with `guess`, those that look like it do.
struct Quotes {
  enum Kind : std::uint8_t { none, doubled, backslash } kind = doubled;
  std::uint64_t closing = 0;
  bool guess = false;
};

// What is special in a file: the character for quotes, and whether delimiters
// outside of them may have a backslash before them, which makes them text.
struct Signs {
  char quote = '"';
  bool slashed_delimiters = false;
};

// A record as it was read.
struct SplitRecord {
  std::size_t next = 0;  // where the next one begins
  bool bad = false;      // has quotes that break the rules
  bool unclosed = false; // the last field has no closing quote
  bool escaped = false;  // has quotes after a backslash
  unsigned doubtful = 0; // of those: before a delimiter or a line end
};

// Reads records one by one. Throws only if memory runs out.
class Splitter {
public:
  // `text` and `lines`, those of the whole file, must outlive it; `delimiter`
  // may be 0: none.
  Splitter(std::string_view text, const FileLines &lines, char delimiter,
           Signs signs = {})
      : text_(text), lines_(lines), delimiter_(delimiter), signs_(signs) {}

  // Appends the fields of the record at `at` to `cells`.
  SplitRecord read(std::size_t at, Quotes quotes,
                   std::vector<Cell> &cells) const;

private:
  std::string_view text_; // to where is read
  const FileLines &lines_;
  char delimiter_;
  Signs signs_;

  bool ends_line(std::size_t at) const {
    return at >= text_.size() || lines_.ends(at);
  }
  bool ends_field(std::size_t at) const {
    return ends_line(at) || (text_[at] == delimiter_ && delimiter_ != 0);
  }
  std::size_t after_blanks(std::size_t at) const;
  std::size_t field(std::size_t at, Quotes quotes, std::vector<Cell> &cells,
                    SplitRecord &record) const;
  std::size_t quoted(std::size_t begin, Quotes quotes, std::vector<Cell> &cells,
                     SplitRecord &record) const;
  bool is_escaped(std::size_t begin, std::size_t at, std::size_t after,
                  Quotes quotes, SplitRecord &record) const;
  bool looks_closed(std::size_t after) const;
};

} // namespace tritone::article
