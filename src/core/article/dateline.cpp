// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/dateline.h"

#include "article/written_date.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace tritone {
namespace {

constexpr std::size_t kMaxChars = 120;
using Words = std::vector<std::string_view>;

bool is_mark_of_name(char32_t c) {
  return c == '.' || c == '-' || c == '/' || c == '&' || is_apostrophe(c);
}

template <std::size_t n>
bool in(std::string_view word, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view trimmed(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" ,");
  if (begin == std::string_view::npos)
    return {};
  return s.substr(begin, s.find_last_not_of(" ,") + 1 - begin);
}

// The pieces of s between the characters `mark`, without empty ones.
Words split(std::string_view s, char mark) {
  Words out;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t begin = s.find_first_not_of(mark, at);
    if (begin == std::string_view::npos)
      break;
    at = std::min(s.find(mark, begin), s.size());
    out.push_back(s.substr(begin, at - begin));
  }
  return out;
}

Words words_of(std::string_view s) { return split(s, ' '); }

// --- words -----------------------------------------------------------------

// How the letters of a word are written.
struct Shape {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
  std::size_t last_uppers = 0; // capitals in a row at the end
  bool begins_upper = false;
  bool strange = false; // has a character that no name has
};

Shape shape_of(std::string_view word) {
  Shape out;
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end;) {
    const CodePoint point = decode(p, end);
    const char32_t c = point.value;
    if (is_upper(c)) {
      out.begins_upper = out.begins_upper || p == word.data();
      ++out.upper;
      ++out.last_uppers;
    } else if (is_lower(c)) {
      ++out.lower;
      out.last_uppers = 0;
    } else if (is_digit(c)) {
      ++out.digits;
    } else if (!is_mark_of_name(c) && !is_mark(c)) {
      out.strange = true;
    }
    p += point.size;
  }
  return out;
}

bool is_particle(std::string_view word) {
  constexpr std::string_view kParticles[] = {
      "of",  "the", "and", "de", "da",   "do",  "dos", "del",
      "der", "des", "du",  "la", "le",   "les", "el",  "al",
      "am",  "an",  "den", "on", "upon", "sur", "&"};
  return in(word, kParticles);
}

// TARSK, ST., PORT-AU-PRINCE, McALLEN: capitals, small letters only before
// them.
bool is_capitals(const Shape &shape) {
  return !shape.strange && shape.digits == 0 && shape.begins_upper &&
         shape.upper >= 2 && (shape.lower == 0 || shape.last_uppers >= 3);
}

bool is_capitalised(const Shape &shape) {
  return !shape.strange && shape.digits == 0 && shape.begins_upper;
}

// What wires put before a headline or a lead, not the name of a place.
bool is_slug(std::string_view word) {
  constexpr std::string_view kSlugs[] = {
      "UPDATE",  "CORRECTION", "CORRECTED", "FACTBOX",   "ANALYSIS",
      "FEATURE", "INTERVIEW",  "EXCLUSIVE", "TIMELINE",  "EXPLAINER",
      "OPINION", "BRIEF",      "BREAKING",  "URGENT",    "ADVISORY",
      "GRAPHIC", "REFILE",     "REPEAT",    "EDITORIAL", "NOTE"};
  return in(word, kSlugs);
}

WrittenDate date_of(const Words &words, std::size_t from = 0) {
  return written_date(words.data() + from, words.data() + words.size());
}

// --- the head: what stands before the dash ---------------------------------

struct Head {
  bool capitals = false; // the place is in capitals
  bool place = false;
  std::size_t place_words = 0;
  bool agency = false;
  bool slashes = false; // the agency is between slashes
  bool comma = false;   // something stands behind the place and a comma
  WrittenDate date = WrittenDate::no;
};

bool is_agency(std::string_view s) {
  const Words words = words_of(s);
  if (words.empty() || words.size() > 5 || s.size() > 40)
    return false;
  const bool capital = is_upper(decode(s.data(), s.data() + s.size()).value);
  // Some write themselves small: dpa.
  return (capital || (words.size() == 1 && s.size() <= 4)) &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return !shape_of(word).strange;
         });
}

// Are the capitals of the agency the initials of the words before it? Then it
// is the short form of a long name: National Grain Board (NGB).
bool is_initials(std::string_view agency, const Words &words) {
  std::string initials;
  for (const std::string_view word : words)
    if (shape_of(word).begins_upper)
      initials += word.front();
  return agency.size() >= 2 && initials.size() >= agency.size() &&
         initials.substr(initials.size() - agency.size()) == agency;
}

// Takes the agency, in the last brackets or between slashes, out of the head.
// False where they hold something else.
bool take_agency(std::string_view &head, std::string_view &behind,
                 std::string_view &agency, Head &out) {
  const std::size_t open = head.rfind('(');
  if (open != std::string_view::npos) {
    const std::size_t close = head.find(')', open);
    if (close == std::string_view::npos)
      return false;
    agency = head.substr(open + 1, close - open - 1);
    behind = trimmed(head.substr(close + 1));
    head = head.substr(0, open);
  } else if (!head.empty() && head.back() == '/') {
    const std::size_t slash = head.find('/');
    if (slash + 1 >= head.size())
      return false;
    agency = head.substr(slash + 1, head.size() - slash - 2);
    head = head.substr(0, slash);
    out.slashes = true;
  } else {
    return true;
  }
  out.agency = is_agency(agency);
  return out.agency;
}

// Are all words names, or particles between them?
bool are_names(const Words &words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is_capitalised(shape_of(words[i])) &&
        (i == 0 || !is_particle(words[i])))
      return false;
  return true;
}

// Reads the first part: the place, and a date that follows it without a comma.
bool read_place(const Words &words, std::string_view agency, Head &out) {
  if (words.empty())
    return false;
  std::size_t n = words.size();
  for (std::size_t i = 1; i < words.size(); ++i)
    if (date_of(words, i) == WrittenDate::sure) {
      out.date = WrittenDate::sure;
      n = i;
      break;
    }
  if (n > 6 || is_weekday(words[0]) || is_month(words[0]) || is_slug(words[0]))
    return false;
  out.capitals = is_capitals(shape_of(words[0]));
  for (std::size_t i = 0; i < n; ++i) {
    const Shape shape = shape_of(words[i]);
    const bool fits = out.capitals ? is_capitals(shape) ||
                                         (shape.upper == 1 &&
                                          shape.lower == 0 && !shape.strange)
                                   : is_capitalised(shape);
    if (!fits && (i == 0 || !is_particle(words[i])))
      return false;
  }
  out.place = true;
  out.place_words = n;
  return out.capitals || !is_initials(agency, words);
}

// Reads a part behind the place: a date, a country, a state.
bool read_part(Words words, Head &out) {
  const WrittenDate date = date_of(words);
  if (date != WrittenDate::no) {
    out.date = std::max(out.date, date);
    return true;
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    if (date_of(words, i) == WrittenDate::sure) {
      out.date = WrittenDate::sure;
      words.resize(i);
    }
  return words.size() <= 5 && are_names(words);
}

bool read_head(std::string_view head, Head &out) {
  head = trimmed(head);
  std::string_view behind;
  std::string_view agency;
  if (!take_agency(head, behind, agency, out))
    return false;
  head = trimmed(head);
  if (head.empty())
    return out.agency && behind.empty();
  // A date, or who wrote it.
  if (!behind.empty() && !read_part(words_of(behind), out))
    return false;
  // The country may stand in brackets of its own.
  std::string plain(head);
  std::replace(plain.begin(), plain.end(), '(', ',');
  std::replace(plain.begin(), plain.end(), ')', ',');
  const Words parts = split(plain, ',');
  if (parts.empty() || parts.size() > 6 ||
      !read_place(words_of(parts[0]), agency, out))
    return false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    out.comma = true;
    if (!trimmed(parts[i]).empty() && !read_part(words_of(parts[i]), out))
      return false;
  }
  return true;
}

// --- the end of the head ---------------------------------------------------

enum class End { dash, colon, none, slash };

// Does what follows look like the beginning of a story?
bool begins_story(std::string_view s) {
  const char *const end = s.data() + s.size();
  for (const char *p = s.data(); p < end;) {
    const CodePoint point = decode(p, end);
    const char32_t c = point.value;
    if (!is_space(c))
      return is_double_quote(c) || is_apostrophe(c) || c == 0x2018 ||
             c == '(' || c == '[' || is_digit(c) || is_symbol(c) ||
             (is_alphabetic(c) && !is_lower(c));
    p += point.size;
  }
  return true; // the dateline stands alone
}

bool is_dateline(const Head &head, End end, bool story_begins) {
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
    return head.agency || dated || story_begins;
  // Words with a capital are no more than the start of a sentence, as a rule.
  return story_begins && head.place_words <= 4 &&
         (head.agency || (head.comma && head.date == WrittenDate::sure));
}

bool is_blank(std::string_view s, std::size_t i) {
  return i >= s.size() || s[i] == ' ';
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
    return true;
  }
  size = 1;
  if (rest[0] == '-')
    return i > 1 && (is_blank(s, i - 1) || s[i - 1] == ')') &&
           (is_blank(s, i + 1) || s[i - 1] == ')' || s[i - 2] == ')');
  if (rest[0] == ':') {
    kind = End::colon;
    return is_blank(s, i + 1);
  }
  if (rest[0] == ')') {
    kind = End::none;
    return is_blank(s, i + 1);
  }
  if (rest.substr(0, 2) == "/.") {
    kind = End::slash;
    size = 2;
    return is_blank(s, i + 2);
  }
  return false;
}

} // namespace

std::size_t dateline_length(std::string_view paragraph) {
  const char *const end = paragraph.data() + paragraph.size();
  const char *p = paragraph.data();
  while (p < end && is_space(decode(p, end).value))
    p += decode(p, end).size;
  if (p == end || (*p != '(' && !is_upper(decode(p, end).value)))
    return 0;
  // The beginning with plain blanks, and where each of its bytes comes from.
  std::string text;
  std::vector<std::size_t> origin;
  for (std::size_t chars = 0; p < end && chars < kMaxChars; ++chars) {
    const CodePoint point = decode(p, end);
    // Web pages also divide by bars.
    if (is_space(point.value) || point.value == '|')
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
    Head head;
    if (read_head(std::string_view(text).substr(0, at + inside), head) &&
        is_dateline(head, kind, begins_story(paragraph.substr(length))))
      return length;
  }
  return 0;
}

} // namespace tritone
