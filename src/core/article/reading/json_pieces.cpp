// SPDX-License-Identifier: GPL-2.0-or-later
// Finds where each value of a JSON text begins and ends without taking it
// apart.
#include "article/reading/json_pieces.h"

#include "article/reading/file_lines.h"
#include "text/ascii.h"

#include <algorithm>

namespace tritone::article {
namespace {

// How many times the length of a text may be read in vain, because of quotes
// that are never closed, before the rest of it is left as one piece.
constexpr std::size_t kMaxVain = 20;

bool opens(char c) { return c == '{' || c == '['; }
char closing(char c) { return c == '{' ? '}' : ']'; }
bool closes(char c) { return c == '}' || c == ']'; }

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && text::is_json_space(text[at]))
    ++at;
  return at;
}

// The place after the string whose opening quote is before `at`; npos if it is
// not closed.
std::size_t behind_string(std::string_view text, std::size_t at) {
  for (;;) {
    at = text.find_first_of("\"\\", at);
    if (at == std::string_view::npos)
      return at;
    if (text[at] == '"')
      return at + 1;
    at += 2; // including the escaped character
  }
}

// The value that begins at `at`: its end, and whether it is closed and deep;
// if it is not closed, the end of what was read. A value without brackets
// ends before a comma, a blank or a bracket.
std::size_t value_end(std::string_view text, std::size_t at, JsonPiece &piece) {
  std::vector<char> open; // brackets
  const std::size_t begin = at;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = behind_string(text, at + 1);
      if (at == std::string_view::npos)
        break;
      if (open.empty())
        return at;
      continue;
    }
    if (opens(c)) {
      open.push_back(c);
      piece.deep = piece.deep || open.size() > kMaxJsonDepth;
    } else if (closes(c)) {
      if (open.empty())
        return std::max(at, begin + 1);
      if (c != closing(open.back()))
        break;
      open.pop_back();
      if (open.empty())
        return at + 1;
    } else if (open.empty() && (c == ',' || text::is_json_space(c))) {
      return std::max(at, begin + 1);
    }
    ++at;
  }
  piece.closed = open.empty() && at != std::string_view::npos;
  return std::min(at, text.size());
}

// The end of a piece that is not closed: after the first "}" that is followed
// by a "{".
std::size_t fault_end(std::string_view text, std::size_t at) {
  for (;; ++at) {
    at = text.find('}', at);
    if (at == std::string_view::npos)
      return text.size();
    std::size_t next = skip_blank(text, at + 1);
    if (next < text.size() && text[next] == ',')
      next = skip_blank(text, next + 1);
    if (next < text.size() && text[next] == '{')
      return at + 1;
  }
}

// Adds pieces of a text from front to back, with their lines.
class Collector {
public:
  Collector(std::string_view text, JsonPieces &out)
      : text_(text), lines_(text), out_(out) {}

  // The piece from `begin` to `end`.
  void add(std::size_t begin, std::size_t end, JsonPiece piece) {
    line_ += lines_.count(counted_, begin);
    counted_ = begin;
    piece.line = line_;
    piece.text = text_.substr(begin, end - begin);
    out_.pieces.push_back(piece);
  }

  // Adds the value at `at` of a text that ends at `stop`; returns its end.
  std::size_t add_value(std::size_t at, std::size_t stop) {
    const std::string_view text = text_.substr(0, stop);
    JsonPiece piece;
    std::size_t end = value_end(text, at, piece);
    if (!piece.closed) {
      vain_ += end - at;
      end = vain_ / kMaxVain > text_.size() ? stop : fault_end(text, at);
    }
    add(at, end, piece);
    return end;
  }

private:
  std::string_view text_;
  FileLines lines_;
  JsonPieces &out_;
  std::size_t counted_ = 0; // line ends before it are in line_
  std::int64_t line_ = 1;
  std::size_t vain_ = 0;
};

} // namespace

JsonPieces split_json(std::string_view text) {
  JsonPieces out;
  std::size_t at = skip_blank(text, 0);
  out.array = at < text.size() && text[at] == '[';
  at += out.array;
  Collector pieces(text, out);
  for (;;) {
    at = skip_blank(text, at);
    if (at < text.size() && text[at] == ',') {
      ++at;
      continue;
    }
    if (at == text.size())
      break;
    if (out.array && text[at] == ']') {
      // What follows the array, except blanks, is a piece of its own.
      at = skip_blank(text, at + 1);
      if (at == text.size())
        break;
    }
    at = pieces.add_value(at, text.size());
  }
  return out;
}

JsonPieces split_json_lines(std::string_view text) {
  JsonPieces out;
  Collector pieces(text, out);
  for (std::size_t next = 0; next < text.size();) {
    std::size_t at = skip_blank(text, next);
    if (at == text.size())
      break;
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, line_end - at);
    const std::size_t stop = at + line.find_last_not_of(" \t\r") + 1;
    next = std::min(line_end + 1, text.size());
    while (at < stop && text[at] == '{') {
      at = skip_blank(text.substr(0, stop), pieces.add_value(at, stop));
      while (at < stop && text[at] == ',')
        at = skip_blank(text.substr(0, stop), at + 1);
    }
    if (at < stop) {
      JsonPiece rest;
      value_end(text.substr(0, stop), at, rest);
      pieces.add(at, stop, rest);
    }
  }
  return out;
}

} // namespace tritone::article
