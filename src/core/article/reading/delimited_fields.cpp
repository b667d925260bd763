// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a record into its fields.
#include "article/reading/delimited_fields.h"

#include <algorithm>

namespace tritone::article {
namespace {

// How many backslashes `text` has directly before `at`, not before `begin`.
std::size_t backslashes(std::string_view text, std::size_t begin,
                        std::size_t at) {
  std::size_t n = 0;
  while (at - n > begin && text[at - n - 1] == '\\')
    ++n;
  return n;
}

} // namespace

SplitRecord Splitter::read(std::size_t at, Quotes quotes,
                           std::vector<Cell> &cells) const {
  SplitRecord out;
  for (;;) {
    at = field(at, quotes, cells, out);
    if (ends_line(at))
      break;
    ++at; // the delimiter
  }
  out.next = std::min(lines_.after(at), text_.size());
  return out;
}

// The first byte from `at` on that is no blank.
std::size_t Splitter::after_blanks(std::size_t at) const {
  while (at < text_.size() && text_[at] == ' ' && delimiter_ != ' ')
    ++at;
  return at;
}

std::size_t Splitter::field(std::size_t at, Quotes quotes,
                            std::vector<Cell> &cells,
                            SplitRecord &record) const {
  const std::size_t first = at;
  std::size_t begin = at;
  while (begin < text_.size() && text_[begin] == ' ')
    ++begin;
  if (quotes.kind != Quotes::none && begin < text_.size() &&
      text_[begin] == signs_.quote)
    return quoted(begin + 1, quotes, cells, record);
  bool slashed = false;
  while (!ends_field(at) || (signs_.slashed_delimiters && !ends_line(at) &&
                             backslashes(text_, first, at) % 2 == 1)) {
    slashed = slashed || ends_field(at);
    ++at;
  }
  Cell cell;
  cell.raw = text_.substr(first, at - first);
  cell.slashed = slashed ? delimiter_ : '\0';
  cells.push_back(cell);
  return at;
}

std::size_t Splitter::quoted(std::size_t begin, Quotes quotes,
                             std::vector<Cell> &cells,
                             SplitRecord &record) const {
  Cell cell;
  cell.quoted = true;
  cell.quote = signs_.quote;
  for (std::size_t at = begin;;) {
    at = text_.find(signs_.quote, at);
    if (at == std::string_view::npos) {
      record.bad = record.unclosed = true;
      cell.raw = text_.substr(begin);
      cells.push_back(cell);
      return text_.size();
    }
    const std::size_t after = after_blanks(at + 1);
    if (quotes.kind == Quotes::backslash &&
        is_escaped(begin, at, after, quotes, record)) {
      cell.escaped = record.escaped = true;
      ++at;
    } else if (at + 1 < text_.size() && text_[at + 1] == signs_.quote) {
      cell.doubled = true;
      at += 2;
    } else if (ends_field(after)) {
      cell.raw = text_.substr(begin, at - begin);
      cells.push_back(cell);
      return after;
    } else {
      record.bad = true;
      ++at;
    }
  }
}

// Is the quote at `at` a character after a backslash? `after` follows it and
// its blanks.
bool Splitter::is_escaped(std::size_t begin, std::size_t at, std::size_t after,
                          Quotes quotes, SplitRecord &record) const {
  const std::size_t slashes = backslashes(text_, begin, at);
  // Inside a field two of them are no reason to end it: some programs do not
  // double the backslashes of a text.
  if (slashes % 2 == 0)
    return slashes > 0 && !ends_field(after) && text_[after] != signs_.quote;
  if (!ends_field(after))
    return true;
  const unsigned place = record.doubtful++;
  return quotes.guess ? !looks_closed(after)
                      : place >= 64 || (quotes.closing >> place & 1) == 0;
}

// After "C:\" the next field may open its own quotes; a text goes on
// otherwise.
bool Splitter::looks_closed(std::size_t after) const {
  if (ends_line(after))
    return true;
  const std::size_t next = after_blanks(after + 1);
  return next < text_.size() && text_[next] == signs_.quote &&
         !ends_field(after_blanks(next + 1));
}
} // namespace tritone::article
