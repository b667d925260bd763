// SPDX-License-Identifier: GPL-2.0-or-later
// Finds where each value of a JSON text begins and ends without taking it
// apart.
#include "article/reading/json_pieces.h"

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

} // namespace

JsonPieces split_json(std::string_view text) {
  JsonPieces out;
  std::size_t at = skip_blank(text, 0);
  out.array = at < text.size() && text[at] == '[';
  at += out.array;
  std::size_t counted = 0; // line ends up to here are in `line`
  std::int64_t line = 1;
  std::size_t vain = 0;
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
    JsonPiece piece;
    std::size_t end = value_end(text, at, piece);
    if (!piece.closed) {
      vain += end - at;
      end = vain / kMaxVain > text.size() ? text.size() : fault_end(text, at);
    }
    line += std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                       text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    counted = at;
    piece.line = line;
    piece.text = text.substr(at, end - at);
    out.pieces.push_back(piece);
    at = end;
  }
  return out;
}

JsonPieces split_json_lines(std::string_view text) {
  JsonPieces out;
  std::int64_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view rest = text.substr(at, end - at);
    const std::size_t begin = skip_blank(rest, 0);
    rest = rest.substr(begin, rest.find_last_not_of(" \t\r") + 1 - begin);
    if (!rest.empty()) {
      JsonPiece piece;
      piece.line = line;
      piece.text = rest;
      value_end(rest, 0, piece);
      out.pieces.push_back(piece);
    }
    at = end + 1;
  }
  return out;
}

} // namespace tritone::article
