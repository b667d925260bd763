// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts texts at matches or at blank lines, and counts lines on the way.
#include "article/reading/divide.h"

#include "base/error.h"
#include "text/space.h"

#include <algorithm>

namespace tritone::article {
namespace {

// Collects pieces of a text from front to back.
class Pieces {
public:
  Pieces(std::string_view text, std::vector<TextPiece> &out)
      : text_(text), out_(out) {
    out_.clear();
  }

  // Adds the bytes begin .. end - 1, which come after all earlier pieces.
  void add(std::size_t begin, std::size_t end) {
    const std::string_view piece = text_.substr(begin, end - begin);
    if (text::trim_space(piece).empty())
      return;
    line_ += std::count(text_.data() + counted_, text_.data() + begin, '\n');
    counted_ = begin;
    out_.push_back({piece, line_});
  }

  void finish() {
    if (out_.empty())
      out_.push_back({text_, 1});
  }

private:
  std::string_view text_;
  std::vector<TextPiece> &out_;
  std::size_t counted_ = 0; // line ends before it are in line_
  std::int64_t line_ = 1;
};

} // namespace

bool divide_at(std::string_view text, const std::vector<Match> &matches,
               std::vector<TextPiece> &pieces) {
  Pieces out(text, pieces);
  std::size_t begin = 0;
  for (const Match &match : matches) {
    if (match.begin > match.end || match.end > text.size() ||
        text.substr(match.begin, match.end - match.begin).find('\n') !=
            std::string_view::npos) {
      pieces.clear();
      return false;
    }
    if (match.begin < begin)
      continue; // on the line of the match before
    const std::size_t before = match.begin == 0
                                   ? std::string_view::npos
                                   : text.rfind('\n', match.begin - 1);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    out.add(begin, std::max(begin, line));
    begin = std::min(text.find('\n', match.end), text.size() - 1) + 1;
  }
  out.add(begin, text.size());
  out.finish();
  return true;
}

std::vector<TextPiece> divide_at_blank_lines(std::string_view text,
                                             std::size_t blank_lines) {
  if (blank_lines == 0)
    throw input_error("blank_lines must be at least 1; given 0");
  std::vector<TextPiece> pieces;
  Pieces out(text, pieces);
  std::size_t begin = 0; // of the piece
  std::size_t end = 0;   // after its last line that is not blank
  std::size_t blank = 0; // lines since then
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    if (text::trim_space(text.substr(at, stop - at)).empty()) {
      ++blank;
    } else {
      if (blank >= blank_lines) {
        out.add(begin, end);
        begin = at;
      }
      blank = 0;
      end = std::min(stop + 1, text.size());
    }
    at = stop + 1;
  }
  out.add(begin, text.size());
  out.finish();
  return pieces;
}

} // namespace tritone::article
