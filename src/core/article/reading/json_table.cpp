// SPDX-License-Identifier: GPL-2.0-or-later
// Reads flat objects in one pass and gives up at the first thing that is not
// as most files have it.
#include "article/reading/json_table.h"

#include "article/reading/file_lines.h"
#include "article/reading/json_escape.h"
#include "base/octets.h"
#include "base/string_table.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxInteger = 18; // digits that 64 bits always hold
constexpr std::size_t kMaxExponent = 2; // digits that no number is infinite for

// The first quote, backslash or control character at or after `at`, or the end.
std::size_t string_stop(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t octets = load_octets(text.data() + at);
    if ((octets_equal(octets, '"') | octets_equal(octets, '\\') |
         octets_below(octets, 0x20)) != 0)
      break;
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\' &&
         static_cast<unsigned char>(text[at]) >= 0x20)
    ++at;
  return at;
}

// The kind of a column with cells of both; false if R would have to change
// values for it.
bool join_kinds(JsonKind &column, JsonKind cell) {
  const auto are = [&](JsonKind a, JsonKind b) {
    return (column == a && cell == b) || (column == b && cell == a);
  };
  if (cell == JsonKind::large)
    cell = JsonKind::string; // its digits
  if (column == cell || cell == JsonKind::null)
    return true;
  if (column == JsonKind::null || are(JsonKind::integer, JsonKind::real) ||
      are(JsonKind::integer, JsonKind::string)) {
    column = std::max(column, cell);
    return true;
  }
  return false;
}

class Reader {
public:
  Reader(std::string_view text, bool lines, JsonTable &out)
      : text_(text), file_lines_(text), by_line_(lines), out_(out) {}

  bool run() {
    skip_blanks();
    const bool array = !by_line_ && at_ < text_.size() && text_[at_] == '[';
    at_ += array;
    for (;;) {
      skip_blanks();
      if (at_ == text_.size())
        break;
      if (!record())
        return false;
      if (array && !take(','))
        return take(']') && after_all();
      if (by_line_ && !line_ends())
        return false;
    }
    const std::size_t least = by_line_ ? 1 : 2;
    return !array && at_ == text_.size() && out_.records() >= least;
  }

private:
  void skip_blanks() {
    while (at_ < text_.size() && text::is_json_space(text_[at_]))
      ++at_;
  }

  // The same inside a record, which may be only one line.
  void skip_inside() {
    while (at_ < text_.size() && text::is_json_space(text_[at_]) &&
           !(by_line_ && text_[at_] == '\n'))
      ++at_;
  }

  bool after_all() {
    skip_blanks();
    return at_ == text_.size();
  }

  bool line_ends() {
    skip_inside();
    return at_ == text_.size() || text_[at_] == '\n';
  }

  bool take(char c) {
    skip_inside();
    const bool there = at_ < text_.size() && text_[at_] == c;
    at_ += there;
    return there;
  }

  bool record() {
    if (out_.records() >= std::numeric_limits<std::uint32_t>::max())
      return false;
    line_ += file_lines_.count(counted_, at_);
    counted_ = at_;
    if (!take('{'))
      return false;
    std::size_t expected = 0;
    do {
      if (!field(expected))
        return false;
    } while (take(','));
    out_.lines.push_back(line_);
    return take('}');
  }

  // A field, whose column probably is number `expected`: the one after it is
  // then expected next.
  bool field(std::size_t &expected) {
    std::string_view name;
    bool escaped = false;
    if (!take('"') || !string(name, escaped) || escaped || name.empty() ||
        !take(':'))
      return false;
    if (expected >= out_.columns.size() ||
        out_.columns[expected].name != name) {
      expected = names_.insert(name);
      if (expected == out_.columns.size()) {
        out_.columns.emplace_back();
        out_.columns.back().name = std::string(name);
      }
    }
    JsonColumn &column = out_.columns[expected++];
    const auto number = static_cast<std::uint32_t>(out_.records());
    if (!column.cells.empty() && column.cells.back().record == number)
      return false;
    JsonCell cell{{}, number, JsonKind::null, false};
    skip_inside();
    if (!value(cell) || !join_kinds(column.kind, cell.kind))
      return false;
    column.cells.push_back(cell);
    return true;
  }

  bool value(JsonCell &cell) {
    if (at_ >= text_.size())
      return false;
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      cell.kind = JsonKind::string;
      return string(cell.raw, cell.escaped);
    }
    if (c == '-' || text::is_ascii_digit(c))
      return number(cell);
    const std::size_t begin = at_;
    while (at_ < text_.size() && text::is_ascii_letter(text_[at_]))
      ++at_;
    cell.raw = text_.substr(begin, at_ - begin);
    if (cell.raw != "null")
      cell.kind = JsonKind::boolean;
    return cell.raw == "null" || cell.raw == "true" || cell.raw == "false";
  }

  // The string after the quote before at_.
  bool string(std::string_view &raw, bool &escaped) {
    const std::size_t begin = at_;
    for (;;) {
      at_ = string_stop(text_, at_);
      if (at_ == text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20)
        return false;
      if (text_[at_] == '"')
        break;
      escaped = true;
      if (!escape())
        return false;
    }
    raw = text_.substr(begin, at_ - begin);
    ++at_;
    return true;
  }

  bool escape() {
    constexpr std::string_view kSimple = "\"\\/bfnrt";
    if (at_ + 1 < text_.size() &&
        kSimple.find(text_[at_ + 1]) != std::string_view::npos) {
      at_ += 2;
      return true;
    }
    const int unit = json_unit(text_, at_);
    at_ += 6;
    if (is_high_surrogate(unit)) {
      const bool pair = is_low_surrogate(json_unit(text_, at_));
      at_ += 6;
      return pair;
    }
    return unit > 0 && !is_low_surrogate(unit);
  }

  std::size_t digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text::is_ascii_digit(text_[at_]))
      ++at_;
    return at_ - begin;
  }

  bool number(JsonCell &cell) {
    const std::size_t begin = at_;
    const bool negative = text_[at_] == '-';
    at_ += negative;
    const std::size_t first = at_;
    const std::size_t size = digits();
    // -0 is no integer to all readers.
    if (size == 0 || size > kMaxInteger ||
        (text_[first] == '0' && (size > 1 || negative)))
      return false;
    cell.kind = JsonKind::integer;
    if (at_ < text_.size() && text_[at_] == '.') {
      cell.kind = JsonKind::real;
      ++at_;
      if (digits() == 0)
        return false;
    }
    if (at_ < text_.size() && text::ascii_lower(text_[at_]) == 'e') {
      cell.kind = JsonKind::real;
      ++at_;
      at_ += at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+');
      const std::size_t power = digits();
      if (power == 0 || power > kMaxExponent)
        return false;
    }
    cell.raw = text_.substr(begin, at_ - begin);
    constexpr std::string_view kMost = "2147483647";
    if (cell.kind == JsonKind::integer &&
        (size > kMost.size() ||
         (size == kMost.size() && text_.substr(first, size) > kMost)))
      cell.kind = JsonKind::large;
    return true;
  }

  std::string_view text_;
  FileLines file_lines_;
  bool by_line_;
  JsonTable &out_;
  StringTable names_; // numbers the columns
  std::size_t at_ = 0;
  std::size_t counted_ = 0; // line ends before it are in line_
  std::int64_t line_ = 1;
};

char simple_escape(char c) {
  switch (c) {
  case 'b':
    return '\b';
  case 'f':
    return '\f';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case 't':
    return '\t';
  default:
    return c; // \" \\ \/
  }
}

} // namespace

void JsonCell::settle(std::string &text) {
  if (!escaped)
    return;
  const auto begin = static_cast<std::size_t>(raw.data() - text.data());
  // No character has more bytes than its escape.
  char *to = &text[begin];
  std::string point;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t stop = std::min(raw.find('\\', at), raw.size());
    to = std::copy(raw.begin() + static_cast<std::ptrdiff_t>(at),
                   raw.begin() + static_cast<std::ptrdiff_t>(stop), to);
    at = stop;
    if (at == raw.size())
      break;
    if (raw[at + 1] != 'u') {
      *to++ = simple_escape(raw[at + 1]);
      at += 2;
      continue;
    }
    auto unit = static_cast<char32_t>(json_unit(raw, at));
    at += 6;
    if (is_high_surrogate(static_cast<int>(unit))) {
      const auto low = static_cast<char32_t>(json_unit(raw, at));
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      at += 6;
    }
    point.clear();
    text::append_utf8(point, unit);
    to = std::copy(point.begin(), point.end(), to);
  }
  raw = std::string_view(text).substr(
      begin, static_cast<std::size_t>(to - &text[begin]));
  escaped = false;
}

bool read_json_table(std::string_view text, bool lines, JsonTable &out) {
  out = JsonTable{};
  const bool read = Reader(text, lines, out).run();
  if (!read)
    out = JsonTable{};
  return read;
}

} // namespace tritone::article
