// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the paragraphs and lines at the edges of a text, and makes their form.
#include "article/parts/edge_units.h"

#include "article/parts/paragraphs.h"
#include "text/ascii.h"
#include "text/attribution.h"
#include "text/fold.h"
#include "text/lines.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <array>

namespace tritone::article {
namespace {

constexpr std::size_t kShortLine = 50; // bytes: shorter lines are not wrapped

// What append_ascii_form() makes of each ASCII byte: itself in lower case, but
// white space, digits and backticks as these marks.
std::array<char, 128> ascii_forms() {
  std::array<char, 128> out{};
  for (int c = 0; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    out[static_cast<std::size_t>(c)] =
        text::is_space(static_cast<char32_t>(c)) ? ' '
        : text::is_ascii_digit(byte)             ? '0'
                                                 : text::ascii_lower(byte);
  }
  return out;
}

// The form of an ASCII unit, the same as by append_folded() and
// collapse_space().
void append_ascii_form(std::string_view unit, std::string &out) {
  static const auto forms = ascii_forms();
  const std::size_t first = out.size();
  out.resize(first + unit.size());
  char *const begin = out.data() + first;
  char *to = begin;
  char last = ' ';
  for (std::size_t i = 0; i < unit.size(); ++i) {
    char form = forms[static_cast<unsigned char>(unit[i])];
    // A run of blanks is one, a run of digits too.
    if (form == last && (form == ' ' || form == '0'))
      continue;
    if (form == '`' && to > begin && i + 1 < unit.size())
      form = '\'';
    *to++ = last = form;
  }
  if (to > begin && to[-1] == ' ')
    --to;
  out.resize(static_cast<std::size_t>(to - out.data()));
}

bool divides(std::string_view text, text::Span paragraph,
             std::size_t line_end) {
  std::size_t begin = paragraph.begin;
  if (line_end > begin) {
    const std::size_t before = text.rfind('\n', line_end - 1);
    if (before != std::string_view::npos && before >= paragraph.begin)
      begin = before + 1;
  }
  const std::string_view above =
      text::trim_space(text.substr(begin, line_end - begin));
  const char *const end = text.data() + paragraph.end;
  for (const char *p = text.data() + line_end + 1; p < end;) {
    const text::CodePoint point = text::decode(p, end);
    if (text::is_lower(point.value))
      return false;
    if (text::is_alphabetic(point.value) || text::is_digit(point.value))
      break;
    p += point.size;
  }
  return above.size() < kShortLine || text::line_ends_sentence(above);
}

// Does a word announce what somebody said or wrote?
bool announces_words(std::string_view word) {
  constexpr std::string_view kWords[] = {
      "according", "answered",  "asked",   "continued", "declared",
      "excerpts",  "following", "follows", "posted",    "quoted",
      "read",      "reads",     "replied", "report",    "statement",
      "text",      "tweeted",   "words",   "writes",    "wrote"};
  return text::is_attribution(word) || text::is_one_of(word, kWords);
}

// Does the unit introduce the words of somebody: "the statement said:"? Such
// lines recur, but they belong to the story.
bool introduces_words(std::string_view unit) {
  unit = text::trim_space(unit);
  if (unit.empty() || (unit.back() != ':' && unit.back() != ','))
    return false;
  std::string word;
  for (const char c : unit) {
    if (text::is_ascii_letter(c)) {
      word += text::ascii_lower(c);
      continue;
    }
    if (announces_words(word))
      return true;
    word.clear();
  }
  return false;
}

void add_line(std::string_view text, std::size_t begin, std::size_t end,
              std::vector<text::Span> &out) {
  const std::string_view line =
      text::trim_space(text.substr(begin, end - begin));
  if (line.empty())
    return;
  const auto at = static_cast<std::size_t>(line.data() - text.data());
  out.push_back({at, at + line.size()});
}

} // namespace

void append_line_form(std::string_view unit, std::string &out) {
  if (text::is_ascii(unit)) {
    append_ascii_form(text::trim_space(unit), out);
    return;
  }
  const std::size_t first = out.size();
  text::append_folded(text::collapse_space(unit), out);
  std::size_t to = first;
  for (std::size_t i = first; i < out.size(); ++i) {
    if (!text::is_ascii_digit(out[i]))
      out[to++] = out[i];
    else if (to == first || out[to - 1] != '0')
      out[to++] = '0';
  }
  out.resize(to);
}

bool may_repeat(std::string_view unit) {
  if (unit.empty() || unit.size() > kMaxLineBytes || introduces_words(unit))
    return false;
  const auto digits = static_cast<std::size_t>(
      std::count_if(unit.begin(), unit.end(), text::is_ascii_digit));
  if (digits < 2)
    return true;
  std::size_t letters = 0;
  std::size_t numbers = 0;
  bool in_number = false;
  for (const char c : unit) {
    const bool digit = text::is_ascii_digit(c);
    numbers += digit && !in_number;
    in_number = digit;
    letters +=
        text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0xC0;
  }
  return numbers < 2 || digits * 6 <= letters;
}

void first_lines(std::string_view text, text::Span paragraph, std::size_t n,
                 std::vector<text::Span> &out) {
  out.clear();
  std::size_t begin = paragraph.begin;
  for (std::size_t at = text.find('\n', begin);
       at < paragraph.end && out.size() < n; at = text.find('\n', at + 1)) {
    if (!divides(text, paragraph, at))
      continue;
    add_line(text, begin, at, out);
    begin = at + 1;
  }
  if (!out.empty() && out.size() < n)
    add_line(text, begin, paragraph.end, out);
}

void last_lines(std::string_view text, text::Span paragraph, std::size_t n,
                std::vector<text::Span> &out) {
  out.clear();
  std::size_t end = paragraph.end;
  for (std::size_t from = end; from > paragraph.begin && out.size() < n;) {
    const std::size_t at = text.rfind('\n', from - 1);
    if (at == std::string_view::npos || at <= paragraph.begin)
      break;
    from = at;
    if (!divides(text, paragraph, at))
      continue;
    add_line(text, at + 1, end, out);
    end = at;
  }
  if (!out.empty() && out.size() < n)
    add_line(text, paragraph.begin, end, out);
}

void find_edge_units(std::string_view text,
                     const std::vector<text::Span> &paragraphs,
                     std::vector<EdgeUnit> &out) {
  out.clear();
  const std::size_t n = paragraphs.size();
  const auto add = [&](text::Span span, bool start, bool end) {
    if (!may_repeat(piece(text, span)))
      return;
    const auto same =
        std::find_if(out.begin(), out.end(),
                     [&](const EdgeUnit &unit) { return unit.span == span; });
    if (same == out.end()) {
      out.push_back({span, start, end});
    } else {
      same->start = same->start || start;
      same->end = same->end || end;
    }
  };
  if (n > 1)
    for (std::size_t p = 0; p < n; ++p) {
      const bool start = p < kHeaderUnits;
      const bool end = p + kFooterUnits >= n;
      if (start || end)
        add(paragraphs[p], start, end);
      else
        p = n - kFooterUnits - 1; // the middle is skipped
    }
  std::vector<text::Span> lines;
  std::size_t left = kHeaderUnits;
  for (std::size_t p = 0; p < n && left > 0; ++p) {
    first_lines(text, paragraphs[p], left, lines);
    for (const text::Span line : lines)
      add(line, true, false);
    left -= std::min(left, std::max<std::size_t>(1, lines.size()));
  }
  left = kFooterUnits;
  for (std::size_t p = n; p-- > 0 && left > 0;) {
    last_lines(text, paragraphs[p], left, lines);
    for (const text::Span line : lines)
      add(line, false, true);
    left -= std::min(left, std::max<std::size_t>(1, lines.size()));
  }
}

} // namespace tritone::article
