// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the line at its marks; what has figures must be a date, the rest names.
#include "article/parts/imprint.h"

#include "article/date/names.h"
#include "article/date/read_date.h"
#include "article/date/tokens.h"
#include "text/abbreviations.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/span.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBytes = 160;
constexpr std::size_t kMaxWords = 12;
constexpr std::size_t kMaxSmall = 3; // letters of a word without a capital

// How many bytes at `at` are a mark between names; 0 if there is none. A hyphen
// and a full stop are inside names, unless there are blanks around.
std::size_t mark_at(std::string_view line, std::size_t at) {
  constexpr std::string_view kAscii = ",;|/()[]\t";
  constexpr std::u32string_view kOther = U"–—―·•・，、｜（）";
  const char c = line[at];
  if (kAscii.find(c) != std::string_view::npos)
    return 1;
  const char before = at > 0 ? line[at - 1] : ' ';
  const char after = at + 1 < line.size() ? line[at + 1] : ' ';
  if (c == '-')
    return before == ' ' || before == '-' || after == '-' ? 1 : 0;
  if (c == ':' || c == '*' || c == '~')
    return after == ' ' ? 1 : 0;
  if (static_cast<unsigned char>(c) < 0x80)
    return 0;
  const text::CodePoint point =
      text::decode(line.data() + at, line.data() + line.size());
  return kOther.find(point.value) != std::u32string_view::npos ? point.size : 0;
}

void add_piece(std::string_view line, std::size_t begin, std::size_t end,
               std::vector<text::Span> &out) {
  const std::string_view piece =
      text::trim_space(line.substr(begin, end - begin));
  if (piece.empty())
    return;
  begin = static_cast<std::size_t>(piece.data() - line.data());
  out.push_back({begin, begin + piece.size()});
}

// What is between the marks of a line.
std::vector<text::Span> pieces_of(std::string_view line) {
  std::vector<text::Span> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t mark = mark_at(line, at);
    if (mark > 0) {
      add_piece(line, begin, at, out);
      begin = at + mark;
    }
    at += std::max<std::size_t>(mark, 1);
  }
  add_piece(line, begin, line.size(), out);
  return out;
}

bool has_figure(std::string_view s) {
  return std::any_of(s.begin(), s.end(), text::is_ascii_digit);
}

// The words of a piece, one after the other; empty after the last.
std::string_view next_word(std::string_view s, std::size_t &at) {
  at = std::min(s.find_first_not_of(' ', at), s.size());
  const std::size_t begin = at;
  at = std::min(s.find(' ', at), s.size());
  return s.substr(begin, at - begin);
}

// Page A1, Section B, S. 12
bool is_page(std::string_view piece) {
  constexpr std::string_view kPages[] = {
      "page",  "pages", "p",       "pp",     "pg",     "section", "sec",
      "seite", "s",     "pagina",  "página", "strana", "no",      "nr",
      "n°",    "vol",   "edition", "issue",  "№",      "str"};
  std::size_t at = 0;
  std::string first = text::ascii_lowered(next_word(piece, at));
  if (!first.empty() && first.back() == '.')
    first.pop_back();
  return text::is_one_of(first, kPages) && piece.size() - at <= 6;
}

bool is_day(std::string_view piece) {
  return is_weekday(piece) || foreign_weekday_number(piece) != 0;
}

// "5 min read", "2 minutes": what pages put beside a date.
bool is_reading_time(std::string_view piece) {
  constexpr std::string_view kMinutes[] = {"min", "mins", "minute", "minutes"};
  constexpr std::string_view kReading[] = {"", "read", "reading"};
  std::size_t at = 0;
  if (next_word(piece, at).find_first_not_of("0123456789") !=
      std::string_view::npos)
    return false;
  const std::string unit = text::ascii_lowered(next_word(piece, at));
  return text::is_one_of(unit, kMinutes) &&
         text::is_one_of(text::ascii_lowered(next_word(piece, at)), kReading) &&
         at == piece.size();
}

// The same, or "@janakovel".
bool is_trifle(std::string_view piece) {
  std::size_t at = 0;
  const std::string_view first = next_word(piece, at);
  if (first.size() > 1 && first.front() == '@')
    return at == piece.size();
  return is_reading_time(piece);
}

// The names in a line, as they are met.
struct Names {
  std::size_t pieces = 0;
  std::size_t words = 0;
  bool capitals = false; // one of them is all in capitals

  // A piece that must be a name; false if it is none.
  bool add(std::string_view piece) {
    if (is_page(piece) || is_reading_time(piece))
      return true;
    std::size_t large = 0;
    std::string_view last;
    std::size_t at = 0;
    for (std::string_view word = next_word(piece, at); !word.empty();
         word = next_word(piece, at)) {
      if (++words > kMaxWords || !add_word(word, large))
        return false;
      last = word;
    }
    ++pieces;
    capitals = capitals || is_capitals(piece);
    return large > 0 && !ends_sentence(last);
  }

private:
  static bool add_word(std::string_view word, std::size_t &large) {
    const char *const end = word.data() + word.size();
    bool capital = false;
    bool at_start = true; // d'Ambra and al-Rashid have capitals
    std::size_t letters = 0;
    for (const char *p = word.data(); p < end;) {
      const text::CodePoint point = text::decode(p, end);
      const char32_t c = point.value;
      const bool joint = text::is_apostrophe(c) || text::is_hyphen(c);
      if (text::is_alphabetic(c)) {
        ++letters;
        capital = capital || (at_start && !text::is_lower(c));
      } else if (!joint && !text::is_mark(c) && c != '.' && c != '&') {
        return false;
      }
      at_start = joint;
      p += point.size;
    }
    if (letters == 0)
      return word == "&";
    large += capital;
    return capital || letters <= kMaxSmall;
  }

  static bool is_capitals(std::string_view s) {
    std::size_t letters = 0;
    const char *const end = s.data() + s.size();
    for (const char *p = s.data(); p < end;) {
      const text::CodePoint point = text::decode(p, end);
      if (text::is_lower(point.value))
        return false;
      letters += text::is_upper(point.value);
      p += point.size;
    }
    return letters > 2;
  }

  static bool ends_sentence(std::string_view word) {
    if (word.empty() || word.back() != '.')
      return false;
    word.remove_suffix(1);
    return word.size() > 1 && word.find('.') == std::string_view::npos &&
           text::abbreviation(word) == text::Abbreviation::none;
  }
};

// A date without the word before it that some languages write: den 3. März.
bool date_of(std::string_view s, NewsDate &out) {
  constexpr std::string_view kBefore[] = {"den", "am", "le", "el",   "il", "on",
                                          "em",  "op", "o",  "dnia", "dne"};
  std::size_t at = 0;
  const std::string first = text::ascii_lowered(next_word(s, at));
  const std::size_t skipped = text::is_one_of(first, kBefore) ? at : 0;
  if (s.find_first_not_of("0123456789") == std::string_view::npos ||
      !read_date(s.substr(skipped), out) || out.day == 0 || out.impossible ||
      out.serial)
    return false;
  out.begin += skipped;
  out.end += skipped;
  return true;
}

// Does a full stop end the line after another figure than that of the day, as
// some languages write it?
bool ends_with_stop(std::string_view line, const NewsDate &date) {
  if (line.empty() || line.back() != '.')
    return false;
  line.remove_suffix(1);
  const std::size_t begin = line.find_last_not_of("0123456789") + 1;
  std::string_view last = line.substr(std::min(begin, line.size()));
  while (!last.empty() && last.front() == '0')
    last.remove_prefix(1);
  return begin < line.size() && last != std::to_string(date.day);
}

// Is a word one that something must follow, so that no name ends with it?
bool is_open(std::string_view word) {
  constexpr std::string_view kOpen[] = {"for",  "of",    "in",    "on", "at",
                                        "from", "to",    "since", "by", "until",
                                        "and",  "after", "till",  "the"};
  return text::is_one_of(text::ascii_lowered(word), kOpen);
}

// A stretch of the line that is a date, with names before it or after it that
// no mark divides from it.
bool take_date(std::string_view s, Names &names, NewsDate &date) {
  if (date_of(s, date))
    return true;
  for (std::size_t at = 0; at < s.size();) {
    const std::string_view word = next_word(s, at);
    Names more = names;
    const std::size_t begin = std::min(at + 1, s.size());
    if (has_figure(s.substr(0, begin)) || !more.add(s.substr(0, at)))
      break;
    if (!is_open(word) && date_of(s.substr(begin), date)) {
      date.begin += begin;
      date.end += begin;
      names = more;
      return true;
    }
  }
  for (std::size_t end = s.rfind(' '); end != std::string_view::npos && end > 0;
       end = s.rfind(' ', end - 1)) {
    Names more = names;
    if (has_figure(s.substr(end)) || !more.add(s.substr(end + 1)))
      return false;
    if (date_of(s.substr(0, end), date)) {
      names = more;
      return true;
    }
  }
  return false;
}

// A line of a date and trifles.
bool read_beside_trifles(std::string_view line,
                         const std::vector<text::Span> &pieces,
                         NewsDate &date) {
  const auto trifle = [line](const text::Span &piece) {
    return is_trifle(line.substr(piece.begin, piece.end - piece.begin));
  };
  const auto first = std::find_if_not(pieces.begin(), pieces.end(), trifle);
  const auto last = std::find_if(first, pieces.end(), trifle);
  if (first == last ||
      last - first == static_cast<std::ptrdiff_t>(pieces.size()) ||
      !std::all_of(last, pieces.end(), trifle))
    return false;
  const std::size_t begin = first->begin;
  if (!date_of(line.substr(begin, (last - 1)->end - begin), date))
    return false;
  date.begin += begin;
  date.end += begin;
  return true;
}

} // namespace

bool read_imprint(std::string_view line, NewsDate &date) {
  line = text::trim_space(line);
  if (line.size() > kMaxBytes || !has_figure(line))
    return false;
  const std::vector<text::Span> pieces = pieces_of(line);
  if (read_beside_trifles(line, pieces, date))
    return true;
  const auto piece = [&](std::size_t i) {
    return line.substr(pieces[i].begin, pieces[i].end - pieces[i].begin);
  };
  // The pieces first .. last have all the figures but those of pages.
  std::size_t first = pieces.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!has_figure(piece(i)) || is_page(piece(i)) || is_reading_time(piece(i)))
      continue;
    first = std::min(first, i);
    last = i;
  }
  if (first == pieces.size())
    return false;
  // A weekday before or after it is part of the date.
  const std::size_t from = first - (first > 0 && is_day(piece(first - 1)));
  const std::size_t to =
      last + (last + 1 < pieces.size() && is_day(piece(last + 1)));
  const text::Span span{pieces[from].begin, pieces[to].end};
  Names names;
  NewsDate found;
  if (!take_date(line.substr(span.begin, span.end - span.begin), names, found))
    return false;
  const bool joined = names.pieces > 0; // a name and the date without a mark
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if ((i < from || i > to) && !names.add(piece(i)))
      return false;
  // "Record March 31, 1987" is a line of a table.
  if (joined && names.words == 1)
    return false;
  if (names.pieces == 0 || ends_with_stop(line, found) ||
      (found.year == 0 && names.pieces < 2 && !names.capitals))
    return false;
  date = found;
  date.begin += span.begin;
  date.end += span.begin;
  return true;
}

} // namespace tritone::article
