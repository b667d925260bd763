// SPDX-License-Identifier: GPL-2.0-or-later
// How lines end, and which of them end a story: the rules of fault_ends.h.
#include "article/checks/fault_ends.h"

#include "article/parts/boilerplate.h"
#include "text/ascii.h"
#include "text/quotes.h"
#include "text/space.h"
#include "text/title_case.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone::article {
namespace {

// May a line end with c and not be cut? More than what ends a sentence: also
// dashes and the marks of lists, tables and rules.
bool may_end_line(char32_t c) {
  return text::sentence_break(c) == text::SentenceBreak::a_term ||
         text::sentence_break(c) == text::SentenceBreak::s_term || c == U':' ||
         c == U'?' || c == U'!' || c == 0x2014 || c == U'-' || c == U'_' ||
         c == U'*' || c == U'>' || c == U'|' || c == U'#' || c == U'=';
}

constexpr int kMaxSkipped = 8; // lines after the story

struct End {
  bool cut = false;
  bool ellipsis = false;
};

// Is the last word of a line an address?
bool ends_with_address(std::string_view line) {
  const std::size_t blank = line.find_last_of(" |");
  const std::string_view last =
      blank == std::string_view::npos ? line : line.substr(blank + 1);
  return last.find('@') != std::string_view::npos ||
         last.find("://") != std::string_view::npos ||
         last.substr(0, 4) == "www." ||
         (last.find('/') != std::string_view::npos &&
          last.find('.') != std::string_view::npos);
}

// The finding for a line that is cut off: its last 60 bytes or less, beginning
// with a whole character.
Finding cut_off(std::string_view text, std::string_view line, bool ellipsis) {
  constexpr std::size_t kShown = 60;
  const auto stop =
      static_cast<std::size_t>(line.data() + line.size() - text.data());
  std::size_t begin = stop - std::min(line.size(), kShown);
  while (begin < stop &&
         (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
    ++begin;
  return {Fault::cut_off, false, begin, stop,
          ellipsis ? "ends with an ellipsis" : "ends inside a sentence"};
}

// How does a line end?
End end_of(std::string_view line) {
  const char *const begin = line.data();
  const char *p = begin + line.size();
  while (p > begin) {
    const text::CodePoint c = text::decode_back(begin, p);
    if (text::may_follow_sentence(c.value) || text::is_space(c.value)) {
      p -= c.size;
      continue;
    }
    const auto size = static_cast<std::size_t>(p - begin);
    if (c.value == 0x2026 || (size >= 3 && line.substr(size - 3, 3) == "...") ||
        (size >= 6 && line.substr(size - 6, 6) == "(more)") ||
        (size >= 5 && line.substr(size - 5, 5) == "(more"))
      return {true, true};
    return {!may_end_line(c.value) && !ends_with_address(line), false};
  }
  return {};
}

// Leaves in `story` the text up to the line that ends it; adds a finding if
// that line is cut off.
void find_story_end(std::string_view text, std::string_view &story,
                    std::vector<Finding> &out) {
  constexpr std::size_t kShort = 4; // words
  story = text::trim_blanks(text);
  for (int skipped = 0; skipped < kMaxSkipped && !story.empty(); ++skipped) {
    const std::size_t before = story.rfind('\n');
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text::trim_blanks(story.substr(from));
    const End end = end_of(line);
    // A signature, a mark of the end, a contact line, another headline.
    const bool passed =
        boilerplate(line) != Boilerplate::no || text::is_title_line(line) ||
        (end.cut && !end.ellipsis && text::count_blank_words(line) <= kShort);
    if (!passed) {
      if (end.cut)
        out.push_back(cut_off(text, line, end.ellipsis));
      return;
    }
    story = text::trim_blanks(story.substr(0, from));
  }
}

// Does a paragraph certainly end inside a sentence?
bool is_torn(std::string_view paragraph) {
  constexpr std::size_t kFewestWords = 8;
  const char first = paragraph.front();
  if (first == '-' || first == '*' || text::is_ascii_digit(first) ||
      paragraph.substr(0, 3) == "\xE2\x80\xA2")
    return false;
  const char *const begin = paragraph.data();
  text::CodePoint last = text::decode_back(begin, begin + paragraph.size());
  if ((last.value == U'\'' || last.value == 0x2019) && paragraph.size() > 3)
    last = text::decode_back(begin, begin + paragraph.size() - last.size);
  return (text::is_lower(last.value) || last.value == U',') &&
         !ends_with_address(paragraph) && !text::is_title_line(paragraph) &&
         text::count_blank_words(paragraph) >= kFewestWords &&
         boilerplate(paragraph) == Boilerplate::no;
}

void find_torn_paragraphs(std::string_view text, std::string_view story,
                          std::vector<Finding> &out) {
  std::size_t reported = 0;
  const char *const base = story.data();
  for (std::size_t at = 0; at < story.size() && reported < kMaxPlaces;) {
    const std::size_t stop = story.find("\n\n", at);
    if (stop == std::string_view::npos)
      return; // the last one is checked as the story's end
    const std::string_view paragraph =
        text::trim_blanks(story.substr(at, stop - at));
    at = std::min(story.find_first_not_of('\n', stop), story.size());
    if (paragraph.empty() || at == story.size() || !is_torn(paragraph))
      continue;
    const text::CodePoint next = text::decode(base + at, base + story.size());
    // It continues, or is a post and its author, or an entry of a list.
    if (text::is_lower(next.value) || next.value == U'-' ||
        next.value == U'*' || next.value == U'|' || next.value == U',')
      continue;
    ++reported;
    out.push_back(cut_off(text, paragraph, false));
    out.back().detail = "a paragraph ends inside a sentence";
  }
}

} // namespace

void find_ends(std::string_view text, std::vector<Finding> &out) {
  std::string_view story;
  find_story_end(text, story, out);
  find_torn_paragraphs(text, story, out);
}

} // namespace tritone::article
