// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the delimiter, then reads record by record with and without quotes.
#include "article/reading/delimited.h"

#include "article/reading/file_lines.h"
#include "text/ascii.h"

#include <algorithm>
#include <cstring>

namespace tritone::article {
namespace {

constexpr char kDelimiters[] = {',', ';', '\t', '|'};
// How much is read to find the delimiter.
constexpr std::size_t kSampleBytes = std::size_t{1} << 18;
constexpr std::size_t kSampleRecords = 200;

// Reads records one by one. Throws only if memory runs out.
class Splitter {
public:
  Splitter(std::string_view text, const FileLines &lines, char delimiter)
      : text_(text), lines_(lines), delimiter_(delimiter) {}

  struct Record {
    std::size_t next = 0;  // where the next one begins
    bool bad = false;      // has quotes that break the rules
    bool unclosed = false; // the last field has no closing quote
  };

  // Appends the fields of the record at `at` to `cells`. Without `quotes` a
  // quote is a character like others.
  Record read(std::size_t at, bool quotes, std::vector<Cell> &cells) const {
    Record out;
    for (;;) {
      at = field(at, quotes, cells, out);
      if (ends_line(at))
        break;
      ++at; // the delimiter
    }
    out.next = std::min(lines_.after(at), text_.size());
    return out;
  }

private:
  std::string_view text_; // to where is read
  const FileLines &lines_;
  char delimiter_;

  bool ends_line(std::size_t at) const {
    return at >= text_.size() || lines_.ends(at);
  }

  bool ends_field(std::size_t at) const {
    return ends_line(at) || (text_[at] == delimiter_ && delimiter_ != 0);
  }

  std::size_t field(std::size_t at, bool quotes, std::vector<Cell> &cells,
                    Record &record) const {
    const std::size_t first = at;
    std::size_t begin = at;
    while (begin < text_.size() && text_[begin] == ' ')
      ++begin;
    if (quotes && begin < text_.size() && text_[begin] == '"')
      return quoted(begin + 1, cells, record);
    while (!ends_field(at))
      ++at;
    cells.push_back({text_.substr(first, at - first), false});
    return at;
  }

  std::size_t quoted(std::size_t begin, std::vector<Cell> &cells,
                     Record &record) const {
    bool doubled = false;
    for (std::size_t at = begin;;) {
      at = text_.find('"', at);
      if (at == std::string_view::npos) {
        record.bad = record.unclosed = true;
        cells.push_back({text_.substr(begin), doubled});
        return text_.size();
      }
      if (at + 1 < text_.size() && text_[at + 1] == '"') {
        doubled = true;
        at += 2;
        continue;
      }
      std::size_t after = at + 1;
      while (after < text_.size() && text_[after] == ' ' && delimiter_ != ' ')
        ++after;
      if (ends_field(after)) {
        cells.push_back({text_.substr(begin, at - begin), doubled});
        return after;
      }
      record.bad = true;
      ++at;
    }
  }
};

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
    Splitter::Record record = splitter.read(at, true, cells);
    if (record.bad) {
      // A record that the end of the sample cuts off does not count.
      if (record.unclosed && expected > 0)
        break;
      cells.clear();
      record = splitter.read(at, false, cells);
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

} // namespace

std::string Cell::value() const {
  if (!doubled)
    return std::string(raw);
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    out += raw[i];
    i += raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"';
  }
  return out;
}

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
  const Splitter splitter(text, lines, out.delimiter);
  std::vector<Cell> alone;
  // Once a quote has been found open to the end of the text, the search for
  // later ones would go as far in vain: fields then end with their line.
  bool open_to_end = false;
  while (at < text.size()) {
    const std::string_view first = text.substr(at, lines.end(at) - at);
    const std::size_t second = lines.after(at + first.size());
    if (text::is_blank_line(first) &&
        first.find(out.delimiter) == std::string_view::npos) {
      at = second;
      ++line;
      continue;
    }
    const std::size_t begin = out.cells.size();
    const Splitter here(open_to_end ? text.substr(0, second) : text, lines,
                        out.delimiter);
    Splitter::Record record = here.read(at, true, out.cells);
    if (record.bad) {
      const std::size_t expected = out.records() == 0 ? 0 : out.fields(0);
      const bool right = out.cells.size() - begin == expected;
      const bool one_line = record.next <= second;
      alone.clear();
      const Splitter::Record row = splitter.read(at, false, alone);
      if (record.unclosed || !right ||
          (!one_line && alone.size() == expected)) {
        open_to_end = open_to_end || record.unclosed;
        out.cells.resize(begin);
        out.cells.insert(out.cells.end(), alone.begin(), alone.end());
        record.next = row.next;
      }
      out.problems.push_back(
          {out.records(),
           {line, problem_code::kBadQuotes,
            record.unclosed ? "a quote is not closed: its line was read alone"
                            : "quotes in wrong places: read as characters"}});
    }
    out.lines.push_back(line);
    out.starts.push_back(out.cells.size());
    line += lines.count(at, record.next);
    at = record.next;
  }
  return out;
}

} // namespace tritone::article
