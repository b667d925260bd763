// SPDX-License-Identifier: GPL-2.0-or-later
// Finding lines and what their shape shows: see lines.h.
#include "text/lines.h"

#include "base/octets.h"
#include "text/abbreviations.h"
#include "text/ascii.h"
#include "text/quotes.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace tritone::text {
namespace {

bool is_sentence_final(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
         c == 0xFF01 || c == 0xFF1F;
}

// Is the full stop after `text` that of an initial, of letters with dots or of
// a title: J. U.S. Gen.? What may end a sentence as well (Inc.) counts as
// ending one.
bool is_stop_of_word(std::string_view text) {
  const std::size_t blank = text.find_last_of(" (\"");
  const std::string_view word =
      blank == std::string_view::npos ? text : text.substr(blank + 1);
  if (word.size() >= 2 && word[word.size() - 2] == '.')
    return word.back() != '.';
  if (word.size() == 1)
    return word[0] >= 'A' && word[0] <= 'Z';
  return abbreviation(word) == Abbreviation::title;
}

// Width and beginning of a line of ASCII.
void measure_ascii(Line &line) {
  const std::string_view text = line.text;
  line.width = text.size();
  std::size_t i = 0;
  while (i < text.size() && !is_ascii_space(text[i]))
    ++i;
  line.first_word = i;
  i = 0;
  while (i < text.size() && !is_ascii_word(text[i]))
    ++i;
  if (i == text.size() || is_ascii_digit(text[i]))
    return;
  line.starts_upper = is_ascii_upper(text[i]);
  line.starts_lower = !line.starts_upper;
}

Line make_line(const char *begin, const char *end, bool indented) {
  Line line{};
  line.text = {begin, static_cast<std::size_t>(end - begin)};
  line.indented = indented;
  line.ends_sentence = line_ends_sentence(line.text);
  if (is_ascii(line.text)) {
    measure_ascii(line);
    return line;
  }
  bool in_first_word = true;
  bool undecided = true;
  const char *p = begin;
  while (p < end && (in_first_word || undecided)) {
    const CodePoint point = decode(p, end);
    const char32_t c = point.value;
    p += point.size;
    ++line.width;
    in_first_word = in_first_word && !is_break_space(c);
    line.first_word += in_first_word;
    if (undecided && (is_alphabetic(c) || is_digit(c))) {
      line.starts_lower = is_lower(c);
      line.starts_upper = is_upper(c);
      undecided = false;
    }
  }
  while (p < end) {
    const char *const run = skip_ascii(p, end);
    line.width += static_cast<std::size_t>(run - p);
    p = run;
    if (p < end) {
      p += decode(p, end).size;
      ++line.width;
    }
  }
  return line;
}

// A mark that nothing but an item begins with: round and square bullets,
// triangles, arrows and ticks.
bool has_sure_bullet(std::string_view s) {
  constexpr char32_t kBullets[] = {
      0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA,
      0x25AB, 0x25BA, 0x25B6, 0x25CB, 0x25CF, 0x25E6, 0x2713,
      0x2714, 0x2756, 0x27A2, 0x27A4, 0xB7,   0xF0B7}; // the last is of word
                                                       // processors
  if (s.empty() || static_cast<unsigned char>(s[0]) < 0xC2)
    return false;
  const char32_t first = decode(s.data(), s.data() + s.size()).value;
  return std::find(std::begin(kBullets), std::end(kBullets), first) !=
         std::end(kBullets);
}

// Such a mark, a star, a dash (U+2013 and U+2014 among them), or the o
// that word processors write for a circle.
bool has_bullet(std::string_view s) {
  const char first = s.empty() ? 'x' : s[0];
  if (first != '-' && first != '*' && first != 'o' &&
      static_cast<unsigned char>(first) < 0xC2)
    return false;
  return starts_with(s, "- ") || starts_with(s, "-- ") ||
         starts_with(s, "* ") || starts_with(s, "o ") ||
         starts_with(s, "\xE2\x80\x93 ") || starts_with(s, "\xE2\x80\x94 ") ||
         has_sure_bullet(s);
}

// The number of "12. text", "12) text" or "(12) text", or of the letter in
// "b) text" or "(b) text"; 0 where the line begins with none.
std::size_t item_number(std::string_view s) {
  const bool open = !s.empty() && s[0] == '(';
  // Most lines begin with a letter of a word.
  if (!open && (s.size() < 2 || (!is_ascii_digit(s[0]) && s[1] != ')')))
    return 0;
  if (open)
    s.remove_prefix(1);
  std::size_t value = 0;
  std::size_t i = 0;
  for (; i < s.size() && i < 3 && is_ascii_digit(s[i]); ++i)
    value = value * 10 + static_cast<std::size_t>(s[i] - '0');
  const bool letter = i == 0 && !s.empty() && s[0] >= 'a' && s[0] <= 'z';
  if (letter) {
    value = static_cast<std::size_t>(s[0] - 'a') + 1;
    i = 1;
  }
  const bool mark = i > 0 && i + 1 < s.size() &&
                    (s[i] == ')' || (s[i] == '.' && !open && !letter)) &&
                    s[i + 1] == ' ';
  return mark ? value : 0;
}

bool is_list(const Line *first, const Line *last) {
  std::size_t items = 0;
  std::size_t number = 0;
  for (const Line *line = first; line < last; ++line) {
    if (!is_item(*line, number))
      continue;
    // A dash or a number may also come first in a line by a wrap.
    if (items == 0 && line > first && line[-1].text.back() != ':' &&
        !has_sure_bullet(line->text))
      return false;
    ++items;
  }
  return items >= 2;
}

// Has it two blanks in a row, or a tab? Most lines have not.
bool may_have_columns(std::string_view s) {
  std::size_t i = 0;
  for (; i + 8 <= s.size(); i += 7) { // a pair may begin with the eighth
    const std::uint64_t octets = load_octets(s.data() + i);
    const std::uint64_t blanks = octets_equal(octets, ' ');
    if (((blanks & (blanks >> 8)) | octets_equal(octets, '\t')) != 0)
      return true;
  }
  const std::string_view rest = s.substr(i);
  return rest.find("  ") != std::string_view::npos ||
         rest.find('\t') != std::string_view::npos;
}

// Has the line a tab, or several blanks, that part columns? Two blanks after
// a full stop or the like are a typist's.
bool has_columns(std::string_view s) {
  constexpr std::string_view kPunctuation = ".!?:;,\"')";
  if (!may_have_columns(s))
    return false;
  for (std::size_t i = 1; i + 1 < s.size(); ++i) {
    if (s[i] == '\t')
      return true;
    if (s[i] == ' ' && s[i + 1] == ' ' && s[i - 1] != ' ' &&
        static_cast<unsigned char>(s[i - 1]) < 0x80 &&
        kPunctuation.find(s[i - 1]) == std::string_view::npos)
      return true;
  }
  return false;
}

bool is_mostly_figures(std::string_view s) {
  constexpr std::uint64_t kSmall = kOctetOnes * 0x20; // makes letters small
  std::size_t digits = 0;
  std::size_t others = 0; // letters and bytes beyond ASCII
  std::size_t i = 0;
  for (; i + 8 <= s.size(); i += 8) {
    const std::uint64_t octets = load_octets(s.data() + i);
    digits += count_octets(octets_below(octets, '9' + 1) &
                           ~octets_below(octets, '0'));
    others += 8 - count_octets(octets_below(octets | kSmall, 'a'));
    if (others * 2 >= s.size())
      return false; // there is no room for more digits
  }
  for (; i < s.size(); ++i) {
    digits += is_ascii_digit(s[i]);
    others += (static_cast<unsigned char>(s[i]) | 0x20) >= 'a';
  }
  return digits > others;
}

bool is_table(const Line *first, const Line *last) {
  // Two thirds are rows where no more than a third are none.
  const std::ptrdiff_t others = (last - first) / 3;
  std::ptrdiff_t found = 0;
  for (const Line *line = first; line < last; ++line)
    if (!has_columns(line->text) && !is_mostly_figures(line->text) &&
        ++found > others)
      return false;
  return true;
}

bool is_verse(const Line *first, const Line *last) {
  constexpr std::size_t kWidest = 45;
  const auto n = last - first;
  const auto sentences = std::count_if(
      first, last, [](const Line &line) { return line.ends_sentence; });
  return n >= 3 && sentences * 5 < n * 4 &&
         std::all_of(first, last, [](const Line &line) {
           return line.width <= kWidest && !line.starts_lower;
         });
}

} // namespace

bool line_ends_sentence(std::string_view line) {
  // Most lines of a wrapped text end inside a sentence.
  if (!line.empty() && is_ascii_word(line.back()))
    return false;
  const char *const begin = line.data();
  const char *const end = begin + line.size();
  const char *stop = end;
  while (begin < stop) {
    const CodePoint point = decode_back(begin, stop);
    if (!may_follow_sentence(point.value)) {
      const bool full_stop = point.value == '.' && stop == end;
      return is_sentence_final(point.value) &&
             !(full_stop && is_stop_of_word({begin, static_cast<std::size_t>(
                                                        stop - 1 - begin)}));
    }
    stop -= point.size;
  }
  return false;
}

void find_lines(std::string_view text, std::vector<Line> &lines,
                std::vector<LineBlock> &blocks) {
  lines.clear();
  blocks.clear();
  lines.reserve(text.size() / 64 + 4); // a usual width of lines
  std::size_t first = 0;               // line of the block
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    const std::string_view raw = text.substr(at, stop - at);
    const std::string_view kept = trim_break_space(raw);
    if (!kept.empty()) {
      lines.push_back(make_line(kept.data(), kept.data() + kept.size(),
                                kept.data() > raw.data()));
    } else if (lines.size() > first) {
      blocks.push_back({first, lines.size()});
      first = lines.size();
    }
    at = stop + 1;
  }
  if (lines.size() > first)
    blocks.push_back({first, lines.size()});
}

bool is_item(const Line &line, std::size_t &number) {
  if (has_bullet(line.text))
    return true;
  const std::size_t value = item_number(line.text);
  if (value == 0 || (number > 0 && value != number + 1))
    return false;
  number = value;
  return true;
}

Layout layout(const Line *first, const Line *last) {
  if (last - first < 2)
    return Layout::prose;
  if (is_list(first, last))
    return Layout::list;
  if (is_table(first, last))
    return Layout::table;
  return is_verse(first, last) ? Layout::verse : Layout::prose;
}

} // namespace tritone::text
