// SPDX-License-Identifier: GPL-2.0-or-later
// Which quotation marks belong together, and which are alone: the rules of
// fault_quotes.h.
#include "article/check/fault_quotes.h"

#include "text/ascii.h"

#include <algorithm>
#include <string>

namespace tritone::article {
namespace {

enum class Kind : std::uint8_t { straight, open, close };

struct Mark {
  std::size_t at;
  Kind kind;
  bool inches; // may be
  std::size_t size() const { return kind == Kind::straight ? 1 : 3; }
};

void find_marks(std::string_view text, std::vector<Mark> &out) {
  bool german = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      out.push_back(
          {at, Kind::straight, at > 0 && text::is_ascii_digit(text[at - 1])});
    } else if (c == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(text[at + 2]);
      german = german || last == 0x9E;
      if (last == 0x9C || last == 0x9E)
        out.push_back(
            {at, last == 0x9C && german ? Kind::close : Kind::open, false});
      else if (last == 0x9D)
        out.push_back({at, Kind::close, false});
      at += 2;
    }
  }
  const bool opens = std::any_of(out.begin(), out.end(), [](const Mark &m) {
    return m.kind == Kind::open;
  });
  const auto closes = std::count_if(out.begin(), out.end(), [](const Mark &m) {
    return m.kind == Kind::close;
  });
  if (!opens && closes > 1) // Swedish: no mark for the beginning
    for (Mark &mark : out)
      if (mark.kind == Kind::close)
        mark.kind = Kind::straight;
}

// Where the paragraph around `at` ends: at a blank line.
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  for (at = text.find('\n', at); at != std::string_view::npos;
       at = text.find('\n', at)) {
    ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
      ++at;
    if (at < text.size() && text[at] == '\n')
      return at;
  }
  return text.size();
}

bool begins_with_quote(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '\n' || text[at] == ' '))
    ++at;
  const std::string_view head = text.substr(at, 3);
  return !head.empty() && (head[0] == '"' || head == "\xE2\x80\x9C" ||
                           head == "\xE2\x80\x9E" || head == "\xE2\x80\x9D");
}

// The mark among first .. last - 1, those of one paragraph, that lacks its
// partner, or null.
const Mark *lonely(const Mark *first, const Mark *last) {
  const Mark *open = nullptr;
  const Mark *inches = nullptr;
  for (const Mark *mark = first; mark < last; ++mark) {
    inches = mark->inches ? mark : inches;
    if (mark->kind == Kind::straight)
      open = open == nullptr ? mark : nullptr;
    else if (mark->kind == Kind::open)
      open = mark;
    else if (open == nullptr)
      return mark;
    else
      open = nullptr;
  }
  return open != nullptr && inches != nullptr ? nullptr : open;
}

// Does the second mark end the quotation of the first, at most three
// paragraphs further on?
bool are_pair(std::string_view text, const Mark &first, const Mark &second) {
  constexpr int kMaxParagraphs = 3;
  if (first.kind == Kind::close || second.kind == Kind::open)
    return false;
  std::size_t stop = first.at;
  for (int n = 0; n <= kMaxParagraphs && stop < second.at; ++n)
    stop = paragraph_end(text, stop);
  return stop >= second.at;
}

} // namespace

void find_quotes(std::string_view text, std::vector<Finding> &out) {
  std::vector<Mark> marks;
  find_marks(text, marks);
  if (marks.empty())
    return;
  std::size_t straight = 0;
  for (const Mark &mark : marks)
    straight += text[mark.at] == '"';
  if (straight > 0 && straight < marks.size())
    out.push_back({Fault::mixed_quotes, false, Finding::kNowhere, 0,
                   std::to_string(straight) + " straight, " +
                       std::to_string(marks.size() - straight) + " curly"});
  std::vector<const Mark *> alone; // at most one per paragraph
  const Mark *const end = marks.data() + marks.size();
  for (const Mark *first = marks.data(); first < end;) {
    const std::size_t stop = paragraph_end(text, first->at);
    const Mark *last = first;
    while (last < end && last->at < stop)
      ++last;
    const Mark *const mark = lonely(first, last);
    if (mark != nullptr &&
        (mark->kind == Kind::close || !begins_with_quote(text, stop)))
      alone.push_back(mark);
    first = last;
  }
  std::size_t told = 0;
  for (std::size_t i = 0; i < alone.size() && told < kMaxPlaces; ++i) {
    // A quotation may continue over paragraphs without marks of their own.
    if (i + 1 < alone.size() && are_pair(text, *alone[i], *alone[i + 1])) {
      ++i;
      continue;
    }
    ++told;
    const Mark &mark = *alone[i];
    out.push_back(
        {Fault::open_quote, false, mark.at, mark.at + mark.size(),
         mark.kind == Kind::close ? "ends what did not begin" : "has no end"});
  }
}

} // namespace tritone::article
