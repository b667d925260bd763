// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the delimiter, then reads record by record with and without quotes, and
// with either way to write a quote inside quotes.
#include "article/reading/delimited.h"

#include "article/reading/delimited_fields.h"
#include "article/reading/file_lines.h"
#include "text/ascii.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tritone::article {
namespace {

constexpr char kDelimiters[] = {',', ';', '\t', '|'};
// How much is read to find the delimiter.
constexpr std::size_t kSampleBytes = std::size_t{1} << 18;
constexpr std::size_t kSampleRecords = 200;

constexpr Quotes kNoQuotes{Quotes::none, 0, false};
constexpr Quotes kDoubled{Quotes::doubled, 0, false};
constexpr Quotes kBackslash{Quotes::backslash, 0, false};

// How well a delimiter fits: the share of records with as many fields as the
// first one, which has two or more; -1 if that has one.
double fit(std::string_view sample, char delimiter) {
  const FileLines lines(sample);
  const Splitter splitter(sample, lines, delimiter);
  std::vector<Cell> cells;
  std::size_t expected = 0;
  std::size_t records = 0;
  std::size_t equal = 0;
  for (std::size_t at = 0; at < sample.size() && records < kSampleRecords;) {
    const std::size_t end = lines.end(at);
    if (text::is_blank_line(sample.substr(at, end - at))) {
      at = lines.after(end);
      continue;
    }
    cells.clear();
    SplitRecord record = splitter.read(at, kDoubled, cells);
    if (record.bad) {
      const bool unclosed = record.unclosed;
      cells.clear();
      record = splitter.read(at, kBackslash, cells);
      // A record that the end of the sample cuts off does not count.
      if (unclosed && record.unclosed && expected > 0)
        break;
      if (record.bad) {
        cells.clear();
        record = splitter.read(at, kNoQuotes, cells);
      }
    }
    if (expected == 0)
      expected = cells.size();
    ++records;
    equal += cells.size() == expected;
    at = record.next;
  }
  if (expected < 2)
    return -1;
  // The first record always agrees with itself; that counts only if there is no
  // other.
  return records == 1 ? 1.0
                      : static_cast<double>(equal - 1) /
                            static_cast<double>(records - 1);
}

char find_delimiter(std::string_view text, char preferred) {
  std::string_view sample = text.substr(0, kSampleBytes);
  // The last line of a sample is cut off.
  if (sample.size() < text.size()) {
    const std::size_t end = sample.find_last_of("\n\r");
    if (end != std::string_view::npos)
      sample = sample.substr(0, end + 1);
  }
  if (preferred != 0 && fit(sample, preferred) >= 0.9)
    return preferred;
  char best = 0;
  double most = -1;
  for (const char delimiter : kDelimiters) {
    const double share = fit(sample, delimiter);
    if (share > most) {
      most = share;
      best = delimiter;
    }
  }
  return best;
}

// "sep=;" on a line of its own: the delimiter, or 0.
char said_delimiter(std::string_view line) {
  return line.size() == 5 && line.substr(0, 4) == "sep=" ? line[4] : '\0';
}

// Reads the records of a text whose delimiter is known. `first` is the way of
// writing quotes that is tried first.
class Reader {
public:
  Reader(std::string_view text, const FileLines &lines, Quotes first,
         Signs signs = {})
      : text_(text), lines_(lines), first_(first), signs_(signs),
        spare_(8 * text.size()) {}

  // Appends the records from `at` on, of which the first is on `line`.
  void read(std::size_t at, std::int64_t line, Delimited &out);

  // How many records the way tried first did not read: they have quotes in
  // wrong places, or more or fewer fields than the first record.
  std::size_t misfits() const { return misfits_; }

private:
  std::string_view text_;
  const FileLines &lines_;
  Quotes first_;
  Signs signs_;
  // How many bytes may still be read again to find out what a record's quotes
  // mean: keeps the time linear.
  std::size_t spare_;
  std::size_t misfits_ = 0;
  std::size_t escaped_ = 0;       // records with quotes after a backslash
  std::size_t first_escaped_ = 0; // the first of them
  std::int64_t first_escaped_line_ = 0;
  // Once a quote has been found open to the end of the text, the search for
  // later ones would go as far in vain: fields then end with their line.
  bool open_to_end_ = false;

  void reserve(std::size_t read, Delimited &out) const;
  SplitRecord read_one(std::size_t at, std::size_t second, std::int64_t line,
                       Delimited &out);
  bool read_otherwise(const Splitter &here, std::size_t at, Delimited &out,
                      SplitRecord &record);
  bool fits(const SplitRecord &record, std::size_t begin,
            const Delimited &out) const {
    return !record.bad &&
           (out.records() == 0 || out.cells.size() - begin == out.fields(0));
  }
};

// Tries the other meanings of the quotes of a record that does not fit; true if
// one makes it fit, whose fields are then in `out`.
bool Reader::read_otherwise(const Splitter &here, std::size_t at,
                            Delimited &out, SplitRecord &record) {
  constexpr std::uint64_t kTries = 64;
  const std::size_t begin = out.cells.size();
  const auto fits_as = [&](Quotes quotes) {
    out.cells.resize(begin);
    record = here.read(at, quotes, out.cells);
    spare_ -= std::min(spare_, record.next - at);
    return fits(record, begin, out);
  };
  if (first_.kind != Quotes::backslash && fits_as(kBackslash))
    return record.escaped;
  if (fits_as({Quotes::backslash, 0, true}))
    return true;
  if (first_.kind == Quotes::backslash && fits_as(kDoubled))
    return true;
  for (std::uint64_t closing = 1; closing < kTries && spare_ > 0; ++closing) {
    if (fits_as({Quotes::backslash, closing, false}))
      return true;
    if (closing >> std::min(record.doubtful, 63U) != 0)
      break;
  }
  return false;
}

// Reads the record at `at`, whose first line ends before `second`.
SplitRecord Reader::read_one(std::size_t at, std::size_t second,
                             std::int64_t line, Delimited &out) {
  const std::size_t begin = out.cells.size();
  const Splitter here(open_to_end_ ? text_.substr(0, second) : text_, lines_,
                      out.delimiter, signs_);
  SplitRecord record = here.read(at, first_, out.cells);
  if (fits(record, begin, out))
    return record;
  ++misfits_;
  const std::size_t end = record.unclosed ? second : record.next;
  const char escaped[] = {'\\', signs_.quote};
  const bool slashes =
      text_.substr(at, end - at).find(std::string_view(escaped, 2)) !=
      std::string_view::npos;
  if (slashes && spare_ > 0) {
    SplitRecord other;
    out.cells.resize(begin);
    if (read_otherwise(here, at, out, other))
      return other;
    out.cells.resize(begin);
    record = here.read(at, kDoubled, out.cells);
  }
  if (!record.bad)
    return record;
  const std::size_t expected = out.records() == 0 ? 0 : out.fields(0);
  const bool right = out.cells.size() - begin == expected;
  const bool one_line = record.next <= second;
  std::vector<Cell> alone;
  const Splitter whole(text_, lines_, out.delimiter, signs_);
  const SplitRecord row = whole.read(at, kNoQuotes, alone);
  if (record.unclosed || !right || (!one_line && alone.size() == expected)) {
    open_to_end_ = open_to_end_ || record.unclosed;
    out.cells.resize(begin);
    out.cells.insert(out.cells.end(), alone.begin(), alone.end());
    record.next = row.next;
  }
  out.problems.push_back(
      {out.records(),
       {line, problem_code::kBadQuotes,
        record.unclosed ? "a quote is not closed: its line was read alone"
                        : "quotes in wrong places: read as characters"}});
  record.escaped = false;
  return record;
}

// Does the file write each backslash inside quotes twice? It has some, and none
// that is alone except before a quote.
bool doubles_backslashes(const std::vector<Cell> &cells) {
  bool some = false;
  for (const Cell &cell : cells) {
    if (!cell.quoted)
      continue;
    for (std::size_t at = cell.raw.find('\\'); at != std::string_view::npos;
         at = cell.raw.find('\\', at)) {
      std::size_t end = at;
      while (end < cell.raw.size() && cell.raw[end] == '\\')
        ++end;
      const bool quote = end < cell.raw.size() && cell.raw[end] == cell.quote;
      if ((end - at) % 2 != static_cast<std::size_t>(quote))
        return false;
      some = some || end - at > 1;
      at = end;
    }
  }
  return some;
}

// Takes room for all records, as many as the first ones of `read` bytes let
// expect and an eighth.
void Reader::reserve(std::size_t read, Delimited &out) const {
  const double more =
      1.125 * static_cast<double>(text_.size()) / static_cast<double>(read);
  const auto expected = [more](std::size_t n) {
    return static_cast<std::size_t>(more * static_cast<double>(n));
  };
  out.cells.reserve(expected(out.cells.size()));
  out.starts.reserve(expected(out.starts.size()));
  out.lines.reserve(expected(out.lines.size()));
}

void Reader::read(std::size_t at, std::int64_t line, Delimited &out) {
  const std::size_t begin = at;
  while (at < text_.size()) {
    const std::string_view first = text_.substr(at, lines_.end(at) - at);
    const std::size_t second = lines_.after(at + first.size());
    if (text::is_blank_line(first) &&
        first.find(out.delimiter) == std::string_view::npos) {
      at = second;
      ++line;
      continue;
    }
    const SplitRecord record = read_one(at, second, line, out);
    if (record.escaped && escaped_++ == 0) {
      first_escaped_ = out.records();
      first_escaped_line_ = line;
    }
    out.lines.push_back(line);
    out.starts.push_back(out.cells.size());
    line += lines_.count(at, record.next);
    at = record.next;
    if (out.records() == kSampleRecords)
      reserve(at - begin, out);
  }
  if (escaped_ == 0)
    return;
  if (doubles_backslashes(out.cells))
    for (Cell &cell : out.cells)
      cell.slashes = cell.quoted;
  // What other_quotes says is enough.
  if (signs_.quote != '"')
    return;
  out.problems.push_back(
      {first_escaped_,
       {first_escaped_line_, problem_code::kEscapedQuotes,
        std::string("quotes inside fields have a backslash before them (\\\"), "
                    "which was removed, in ") +
            std::to_string(escaped_) +
            (escaped_ == 1 ? " record: this one"
                           : " records, the first is this one")}});
}

} // namespace

std::string Cell::value() const {
  std::string out(raw);
  Cell copy = *this;
  copy.raw = out;
  copy.settle(out);
  return std::string(copy.raw);
}

void Cell::settle(std::string &text) {
  if (plain())
    return;
  char *const begin = text.data() + (raw.data() - text.data());
  const char *const end = begin + raw.size();
  const bool quotes_alone = !escaped && !slashes && slashed == 0;
  char *to = begin;
  for (const char *from = begin; from < end; ++from) {
    if (quotes_alone) {
      // Nothing is left out up to the next quote.
      const auto size = static_cast<std::size_t>(end - from);
      const void *const found = std::memchr(from, quote, size);
      const char *const stop =
          found == nullptr ? end : static_cast<const char *>(found);
      std::memmove(to, from, static_cast<std::size_t>(stop - from));
      to += stop - from;
      from = stop;
      if (from == end)
        break;
    }
    const char next = from + 1 < end ? from[1] : '\0';
    const bool drop = *from == '\\' && ((escaped && next == quote) ||
                                        (slashes && next == '\\') ||
                                        (slashed != 0 && next == slashed));
    from += drop || (doubled && *from == quote && next == quote);
    *to++ = *from;
  }
  raw = {begin, static_cast<std::size_t>(to - begin)};
  doubled = escaped = slashes = false;
  slashed = 0;
}

namespace {

// Is there a column of which nine of ten fields are in quotes, the first record
// aside?
bool has_quoted_column(const Delimited &read) {
  const std::size_t width = read.records() == 0 ? 0 : read.fields(0);
  std::vector<std::size_t> quoted(width);
  for (std::size_t r = 1; r < read.records(); ++r)
    for (std::size_t f = 0; f < std::min(width, read.fields(r)); ++f)
      quoted[f] += read.cells[read.starts[r] + f].quoted;
  return read.records() > 2 &&
         std::any_of(quoted.begin(), quoted.end(), [&](std::size_t n) {
           return 10 * n >= 9 * (read.records() - 1);
         });
}

// Reads a file as one with single quotes, or with delimiters after backslashes,
// where it looks like one; false if it does not fit better than `misfits`.
bool read_other_signs(std::string_view text, const FileLines &lines,
                      std::size_t at, std::int64_t line, std::size_t misfits,
                      Delimited &out) {
  const char single[] = {out.delimiter, '\''};
  const char slashed[] = {'\\', out.delimiter};
  const auto has = [text](const char(&pair)[2]) {
    return text.find(std::string_view(pair, 2)) != std::string_view::npos;
  };
  const auto read = [&](Signs signs, Delimited &other) {
    other.delimiter = out.delimiter;
    Reader reader(text, lines, kDoubled, signs);
    reader.read(at, line, other);
    const char escaped[] = {'\\', signs.quote};
    if (reader.misfits() == 0 || !has(escaped))
      return reader.misfits();
    Delimited third;
    third.delimiter = out.delimiter;
    Reader again(text, lines, kBackslash, signs);
    again.read(at, line, third);
    if (again.misfits() < reader.misfits())
      other = std::move(third);
    return std::min(again.misfits(), reader.misfits());
  };
  const auto take = [&](Delimited &other, const char *detail) {
    other.problems.push_back({0, {line, problem_code::kOtherQuotes, detail}});
    out = std::move(other);
    return true;
  };
  if (out.delimiter == 0)
    return false;
  const bool none = std::none_of(out.cells.begin(), out.cells.end(),
                                 [](const Cell &cell) { return cell.quoted; });
  if (none && has(single)) {
    Delimited other;
    if (read({'\'', false}, other) <= misfits && has_quoted_column(other))
      return take(other, "fields are in single quotes, which were removed");
  }
  if (misfits > 0 && has(slashed)) {
    Delimited other;
    if (read({'"', true}, other) < misfits)
      return take(other, "delimiters inside fields have a backslash before "
                         "them, which was removed");
  }
  return false;
}

} // namespace

Delimited split_delimited(std::string_view text, char preferred) {
  Delimited out;
  std::size_t at = 0;
  std::int64_t line = 1;
  const FileLines lines(text);
  out.delimiter = said_delimiter(text.substr(0, lines.end(0)));
  if (out.delimiter != 0) {
    at = lines.after(lines.end(0));
    ++line;
  } else {
    out.delimiter = find_delimiter(text, preferred);
  }
  Delimited other;
  other.delimiter = out.delimiter;
  Reader reader(text, lines, kDoubled);
  reader.read(at, line, out);
  if (read_other_signs(text, lines, at, line, reader.misfits(), out))
    return out;
  if (reader.misfits() == 0 || text.find("\\\"") == std::string_view::npos)
    return out;
  Reader again(text, lines, kBackslash);
  again.read(at, line, other);
  return again.misfits() < reader.misfits() ? other : out;
}

} // namespace tritone::article
