// SPDX-License-Identifier: GPL-2.0-or-later
// Finds where a dateline may end, and decides whether what comes before is one.
#include "article/parts/dateline.h"

#include "article/date/match.h"
#include "article/parts/dateline_head.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxChars = 120;
constexpr std::size_t kMaxHyphens = 3;  // more of them are a line that divides
constexpr std::size_t kBareLetters = 4; // of a place with nothing but a dash

enum class End { dash, colon, none, slash };

// Does what follows look like the beginning of a story?
bool begins_story(std::string_view s) {
  const char *const end = s.data() + s.size();
  for (const char *p = s.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    const char32_t c = point.value;
    if (!text::is_space(c))
      return text::is_double_quote(c) || text::is_apostrophe(c) || c == '(' ||
             c == '[' || text::is_digit(c) || text::is_symbol(c) ||
             (text::is_alphabetic(c) && !text::is_lower(c));
    p += point.size;
  }
  return true; // there is only the dateline
}

bool is_dateline(const DatelineHead &head, End end, bool story_begins) {
  const bool dated = head.date != WrittenDate::no;
  switch (end) {
  case End::slash:
    return head.slashes && head.place;
  case End::none:
    return head.place && head.agency && head.date == WrittenDate::sure &&
           story_begins;
  case End::colon:
    return head.place && story_begins &&
           (head.agency || (head.capitals && dated));
  case End::dash:
    break;
  }
  if (!head.place)
    return head.agency && story_begins;
  if (head.capitals)
    return head.agency || dated ||
           (story_begins &&
            (head.comma ||
             (head.place_letters >= kBareLetters && !head.bare_word)));
  // Words with a capital are usually just the start of a sentence.
  return story_begins && head.place_words <= 4 &&
         (head.agency || (head.comma && head.date == WrittenDate::sure));
}

// Can a paragraph that begins so have a dateline? A place that is not in
// capitals needs an agency, or a comma and a date with a figure; and all need
// something to end with. Saves most paragraphs the careful check.
bool may_have_dateline(const char *p, const char *end) {
  const std::string_view s(
      p, std::min(static_cast<std::size_t>(end - p), kMaxChars * 4));
  const bool small = s.size() > 3 && s[0] >= 'A' && s[0] <= 'Z' &&
                     s[1] >= 'a' && s[1] <= 'z' && s[2] >= 'a' && s[2] <= 'z';
  bool ends = false;
  bool agency = false;
  bool comma = false;
  bool figure = false;
  std::size_t chars = 0;
  for (const char c : s) {
    chars += (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    if (chars > kMaxChars)
      break;
    agency = agency || c == '(' || c == '/';
    ends = ends || c == '-' || c == ':' || c == ')' || c == '/' || c == '\xE2';
    comma = comma || c == ',';
    figure = figure || static_cast<unsigned char>(c) >= 0x80 ||
             (c >= '0' && c <= '9');
  }
  return ends && (!small || agency || (comma && figure));
}

// If something that may end a dateline begins at byte i: its kind and length.
bool end_at(std::string_view s, std::size_t i, End &kind, std::size_t &size) {
  const std::string_view rest = s.substr(i);
  const std::string_view three = rest.substr(0, 3);
  kind = End::dash;
  if (three == "\xE2\x80\x94" || three == "\xE2\x80\x93" ||
      three == "\xE2\x80\x95") {
    size = 3;
    return true;
  }
  if (rest.substr(0, 2) == "--") {
    size = std::min(rest.find_first_not_of('-'), rest.size());
    return size <= kMaxHyphens;
  }
  size = 1;
  if (rest[0] == '-')
    return i > 1 && (text::is_blank_or_end(s, i - 1) || s[i - 1] == ')') &&
           (text::is_blank_or_end(s, i + 1) || s[i - 1] == ')' ||
            s[i - 2] == ')');
  if (rest[0] == ':') {
    kind = End::colon;
    return text::is_blank_or_end(s, i + 1);
  }
  if (rest[0] == ')') {
    kind = End::none;
    return text::is_blank_or_end(s, i + 1);
  }
  if (rest.substr(0, 2) == "/.") {
    kind = End::slash;
    size = 2;
    return text::is_blank_or_end(s, i + 2);
  }
  return false;
}

// The first date of the head of a dateline.
std::optional<NewsDate> first_date(std::string_view head,
                                   const std::vector<std::size_t> &origin) {
  const std::vector<NewsDate> dates =
      find_dates(DateMatcher(head, DateStyle::dateline));
  if (dates.empty())
    return {};
  NewsDate out = dates.front();
  out.begin = origin[out.begin];
  out.end = origin[out.end];
  return out;
}

// `with_date` asks for the date too.
Dateline look_for_dateline(std::string_view paragraph, bool with_date) {
  const char *const end = paragraph.data() + paragraph.size();
  const char *p = paragraph.data();
  while (p < end && text::is_space(text::decode(p, end).value))
    p += text::decode(p, end).size;
  if (p == end || (*p != '(' && !text::is_upper(text::decode(p, end).value)) ||
      !may_have_dateline(p, end))
    return {};
  // The beginning with plain blanks, and where each of its bytes comes from.
  std::string text;
  std::vector<std::size_t> origin;
  for (std::size_t chars = 0; p < end && chars < kMaxChars; ++chars) {
    const text::CodePoint point = text::decode(p, end);
    // Web pages also use bars.
    if (text::is_space(point.value) || point.value == '|')
      text += ' ';
    else
      text.append(p, point.size);
    origin.resize(text.size(), static_cast<std::size_t>(p - paragraph.data()));
    p += point.size;
  }
  origin.push_back(static_cast<std::size_t>(p - paragraph.data()));
  for (std::size_t at = 0; at < text.size(); ++at) {
    End kind{};
    std::size_t size = 0;
    if (!end_at(text, at, kind, size))
      continue;
    // A bracket or a slash that ends the dateline belongs to it.
    const std::size_t inside = kind == End::none || kind == End::slash;
    const std::size_t length = origin[at + size];
    const std::string_view before =
        std::string_view(text).substr(0, at + inside);
    DatelineHead head;
    if (read_dateline_head(before, head) &&
        is_dateline(head, kind, begins_story(paragraph.substr(length)))) {
      Dateline out;
      out.length = length;
      if (with_date)
        out.date = first_date(before, origin);
      return out;
    }
  }
  return {};
}

} // namespace

std::size_t dateline_length(std::string_view paragraph) {
  return look_for_dateline(paragraph, false).length;
}

Dateline read_dateline(std::string_view paragraph) {
  return look_for_dateline(paragraph, true);
}

} // namespace tritone::article
