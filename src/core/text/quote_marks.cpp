// SPDX-License-Identifier: GPL-2.0-or-later
// Finding quotation marks, and which way they point.
#include "text/quote_marks.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone::text {
namespace {

using Kind = QuoteMark::Kind;
using Family = QuoteMark::Family;

// What resize() must be given, though it only cuts.
constexpr QuoteMark kNoMark{0,     0,    Kind::straight, Family::straight,
                            false, false};

// The bytes that a quotation mark begins with.
constexpr std::array<bool, 256> make_first_bytes() {
  std::array<bool, 256> first{};
  for (const unsigned c : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U, 0xE3U, 0xEFU})
    first[c] = true;
  return first;
}
constexpr std::array<bool, 256> kFirstBytes = make_first_bytes();

// The next byte at or after `at` that a mark may begin with, or the end.
std::size_t next_mark(std::string_view text, std::size_t at) {
  while (at < text.size() && !kFirstBytes[static_cast<unsigned char>(text[at])])
    ++at;
  return at;
}

QuoteMark straight_mark(std::string_view text, std::size_t at) {
  return {at,
          1,
          Kind::straight,
          Family::straight,
          at > 0 && is_ascii_digit(text[at - 1]),
          true};
}

// Where marks that only close are used on both sides, they are straight.
void settle_one_sided(Family family, std::vector<QuoteMark> &marks) {
  std::size_t closes = 0;
  for (const QuoteMark &mark : marks) {
    if (mark.family != family)
      continue;
    if (mark.kind == Kind::open)
      return;
    closes += mark.kind == Kind::close;
  }
  if (closes > 1)
    for (QuoteMark &mark : marks)
      if (mark.family == family && mark.kind == Kind::close)
        mark.kind = Kind::straight;
}

// Guillemets point inwards (»so«) where the first of them points to the right.
void settle_direction(Family family, std::vector<QuoteMark> &marks) {
  const auto is_ours = [&](const QuoteMark &m) { return m.family == family; };
  const auto first = std::find_if(marks.begin(), marks.end(), is_ours);
  if (first == marks.end() || first->kind == Kind::open)
    return;
  const bool two_kinds =
      std::any_of(first, marks.end(), [&](const QuoteMark &m) {
        return is_ours(m) && m.kind == Kind::open;
      });
  for (QuoteMark &mark : marks)
    if (is_ours(mark))
      mark.kind = !two_kinds                ? Kind::straight
                  : mark.kind == Kind::open ? Kind::close
                                            : Kind::open;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() &&
         is_alphabetic(
             decode(text.data() + at, text.data() + text.size()).value);
}

// The character that ends right before byte `at`, a blank at the start.
char32_t char_before(std::string_view text, std::size_t at) {
  return at == 0 ? U' ' : decode_back(text.data(), text.data() + at).value;
}

char32_t char_at(std::string_view text, std::size_t at) {
  return at >= text.size()
             ? U' '
             : decode(text.data() + at, text.data() + text.size()).value;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

// May a mark after this character open, as far as that character goes?
bool may_open_after(char32_t c) {
  return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' ||
         is_dash(c) || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB;
}

// May a mark before this character close?
bool may_close_before(char32_t c) {
  return is_space(c) || is_dash(c) ||
         (c < 0x80 &&
          std::string_view(".,;:!?)]}/").find(static_cast<char>(c)) !=
              std::string_view::npos) ||
         c == 0x2026 || c == 0x2019 || c == 0x201D;
}

// Does the ASCII apostrophe at `at` open a quotation: before a word that is not
// cut short ('em, 'tis, '90s)?
bool opens_single(std::string_view text, std::size_t at) {
  const char32_t after = char_at(text, at + 1);
  if (!may_open_after(char_before(text, at)) && char_before(text, at) != '"')
    return false;
  if (!is_alphabetic(after) && !is_double_quote(after))
    return false;
  for (const std::string_view cut :
       {"em", "tis", "til", "till", "twas", "cause", "n", "bout", "cos"})
    if (text.compare(at + 1, cut.size(), cut) == 0 &&
        !is_letter_at(text, at + 1 + cut.size()))
      return false;
  return true;
}

// Does it close one, if one is open? After a letter s it may be a possessive,
// and is one unless nothing else closes.
bool closes_single(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  const char32_t after = char_at(text, at + 1);
  return !is_space(before) && !is_alphabetic(after) &&
         !(after >= '0' && after <= '9');
}

// Straight marks open or close where their neighbours say so: a mark that lacks
// its partner then does not turn all that follow.
void settle_straight(std::string_view text, std::vector<QuoteMark> &marks) {
  for (QuoteMark &mark : marks) {
    if (mark.kind != Kind::straight || !mark.straight)
      continue;
    const char32_t before = char_before(text, mark.at);
    const char32_t after = char_at(text, mark.at + mark.size);
    const bool opens = may_open_after(before) && !may_close_before(after);
    const bool closes = !may_open_after(before) && may_close_before(after);
    if (opens != closes)
      mark.kind = opens ? Kind::open : Kind::close;
  }
}

// Curly marks that somebody typed the wrong way round: what comes after a word
// and before a blank closes, what comes after a blank and before a word opens.
void settle_curly(std::string_view text, std::vector<QuoteMark> &marks) {
  for (QuoteMark &mark : marks) {
    if (mark.family != Family::curly || mark.kind == Kind::straight)
      continue;
    const char32_t before = char_before(text, mark.at);
    const char32_t after = char_at(text, mark.at + mark.size);
    if (mark.kind == Kind::open && !may_open_after(before) &&
        may_close_before(after))
      mark.kind = Kind::close;
    else if (mark.kind == Kind::close && is_space(before) &&
             is_alphabetic(after))
      mark.kind = Kind::open;
  }
}

// Up to three digits before byte `at`: not those of a year.
bool is_after_length(std::string_view text, std::size_t at) {
  std::size_t digits = 0;
  while (digits < at && is_ascii_digit(text[at - 1 - digits]))
    ++digits;
  return digits >= 1 && digits <= 3;
}

// Leaves out marks that mean inches inside a quotation ("It is 12" long," she
// said): after a number, where the next straight mark of the paragraph closes
// too.
void drop_inches(std::string_view text, std::vector<QuoteMark> &marks) {
  const auto is_inches = [&](std::size_t i) {
    const QuoteMark &mark = marks[i];
    if (!mark.inches || mark.kind != Kind::close ||
        char_at(text, mark.at + mark.size) != ' ' ||
        !is_after_length(text, mark.at))
      return false;
    std::size_t next = i + 1;
    while (next < marks.size() && !marks[next].straight)
      ++next;
    return next < marks.size() && marks[next].kind == Kind::close &&
           marks[next].at < paragraph_end(text, mark.at);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (!is_inches(i))
      marks[kept++] = marks[i];
  marks.resize(kept, kNoMark);
}

// Leaves out the apostrophes of possessives (the workers' pay): marks after an
// s where the next single mark of the paragraph closes too.
void drop_possessives(std::string_view text, std::vector<QuoteMark> &marks) {
  const auto is_single = [](const QuoteMark &m) {
    return m.family == Family::single;
  };
  const auto is_possessive = [&](const QuoteMark &mark) {
    if (!is_single(mark) || mark.kind != Kind::close || mark.at == 0 ||
        text[mark.at - 1] != 's' || char_at(text, mark.at + mark.size) != ' ')
      return false;
    const QuoteMark *const end = marks.data() + marks.size();
    const QuoteMark *const next = std::find_if(&mark + 1, end, is_single);
    return next < end && next->kind == Kind::close &&
           next->at < paragraph_end(text, mark.at);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (!is_possessive(marks[i]))
      marks[kept++] = marks[i];
  marks.resize(kept, kNoMark);
}

} // namespace

void find_quote_marks(std::string_view text, std::vector<QuoteMark> &out) {
  out.clear();
  bool german = false;
  for (std::size_t at = next_mark(text, 0); at < text.size();
       at = next_mark(text, at + 1)) {
    const char c = text[at];
    if (c == '"') {
      out.push_back(straight_mark(text, at));
    } else if (text.substr(at, 3) == "\uFF02") { // full width
      out.push_back(straight_mark(text, at));
      out.back().size = 3;
      at += 2;
    } else if (c == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(text[at + 2]);
      german = german || last == 0x9E;
      if (last >= 0x9C && last <= 0x9E) {
        const bool closes = last == 0x9D || (last == 0x9C && german);
        out.push_back({at, 3, closes ? Kind::close : Kind::open, Family::curly,
                       false, false});
      }
      at += 2;
    }
  }
  settle_one_sided(Family::curly, out);
}

void find_all_quote_marks(std::string_view text, std::vector<QuoteMark> &out) {
  find_quote_marks(text, out);
  const std::size_t found = out.size();
  const auto add = [&](std::size_t at, int size, bool opens, Family family) {
    out.push_back({at, static_cast<std::uint8_t>(size),
                   opens ? Kind::open : Kind::close, family, false, false});
  };
  bool low = false; // a ‚ was met: ‘ closes
  for (std::size_t at = next_mark(text, 0); at < text.size();
       at = next_mark(text, at + 1)) {
    const std::string_view rest = text.substr(at, 3);
    if (rest.substr(0, 2) == "``" || rest.substr(0, 2) == "''") {
      add(at++, 2, rest[0] == '`', Family::doubled);
    } else if (rest[0] == '\'') {
      const bool opens = opens_single(text, at);
      if (opens || closes_single(text, at))
        add(at, 1, opens, Family::single);
    } else if (rest.substr(0, 2) == "\u00AB" || rest.substr(0, 2) == "\u00BB") {
      add(at++, 2, rest[1] == '\xAB', Family::guillemet);
    } else if (rest == "\u300C" || rest == "\u300D") {
      add(at, 3, rest == "\u300C", Family::corner);
      at += 2;
    } else if (rest == "\u300E" || rest == "\u300F") {
      add(at, 3, rest == "\u300E", Family::white_corner);
      at += 2;
    } else if (rest == "\u2039" || rest == "\u203A") {
      add(at, 3, rest == "\u2039", Family::single_angle);
      at += 2;
    } else if (rest == "\u201A" || rest == "\u2018") {
      low = low || rest == "\u201A";
      add(at, 3, rest == "\u201A" || !low, Family::single);
      at += 2;
    } else if (rest == "\u2019") {
      if (!is_letter_at(text, at + 3))
        add(at, 3, false, Family::single);
      at += 2;
    }
  }
  settle_one_sided(Family::doubled, out);
  settle_direction(Family::guillemet, out);
  settle_direction(Family::single_angle, out);
  std::inplace_merge(
      out.begin(), out.begin() + static_cast<std::ptrdiff_t>(found), out.end(),
      [](const QuoteMark &a, const QuoteMark &b) { return a.at < b.at; });
}

void settle_quote_marks(std::string_view text, std::vector<QuoteMark> &marks) {
  settle_straight(text, marks);
  settle_curly(text, marks);
  drop_inches(text, marks);
  drop_possessives(text, marks);
}

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

} // namespace tritone::text
