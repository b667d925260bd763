// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the head of a dateline piece by piece: place, country, date, agency.
#include "article/parts/dateline_head.h"

#include "article/date/tokens.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tritone::article {
namespace {

using Words = std::vector<std::string_view>;

bool is_mark_of_name(char32_t c) {
  return c == '.' || c == '-' || c == '/' || c == '&' || text::is_apostrophe(c);
}

std::string_view without_commas(std::string_view s) {
  return text::trim_characters(s, " ,");
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
  bool strange = false; // has a character that names do not have
};

Shape shape_of(std::string_view word) {
  Shape out;
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    const char32_t c = point.value;
    if (text::is_upper(c)) {
      out.begins_upper = out.begins_upper || p == word.data();
      ++out.upper;
      ++out.last_uppers;
    } else if (text::is_lower(c)) {
      ++out.lower;
      out.last_uppers = 0;
    } else if (text::is_digit(c)) {
      ++out.digits;
    } else if (!is_mark_of_name(c) && !text::is_mark(c)) {
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
  return text::is_one_of(word, kParticles);
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
  return text::is_one_of(word, kSlugs);
}

// What may begin a line in capitals and is not a place, if only the dash
// suggests one.
bool is_bare_word(std::string_view word) {
  constexpr std::string_view kWords[] = {
      "FOR",      "THIS",    "THAT",    "THESE",   "THOSE",   "WHAT",
      "WHEN",     "WHERE",   "WHO",     "WHY",     "HOW",     "WITH",
      "FROM",     "ABOUT",   "AFTER",   "BEFORE",  "TEST",    "JOB",
      "ITEM",     "ITEMS",   "SALE",    "WANTED",  "POSTING", "REPOST",
      "PART",     "CHAPTER", "SECTION", "VERDICT", "RESULT",  "RESULTS",
      "SUMMARY",  "YES",     "NEWS",    "SPORT",   "SPORTS",  "WEATHER",
      "QUESTION", "ANSWER"};
  return text::is_one_of(word, kWords);
}

// Does the word end in a full stop as no short form of a place does (TIME., not
// ST.)?
bool is_stopped(std::string_view word) {
  return word.size() > 4 && word.back() == '.' &&
         word.find('.') + 1 == word.size();
}

// Are the words of a text, from one of them on, a date?
WrittenDate date_of(const Words &words, std::size_t from = 0) {
  if (from >= words.size())
    return WrittenDate::no;
  const char *const begin = words[from].data();
  const char *const end = words.back().data() + words.back().size();
  return dateline_date({begin, static_cast<std::size_t>(end - begin)});
}

// The first word, from word 1 on, from which the words are surely a date; the
// number of words if there is none.
std::size_t date_begin(const Words &words) {
  std::size_t last = words.size();
  // Every sure date has figures.
  while (last > 0 &&
         words[last - 1].find_first_of("0123456789") == std::string_view::npos)
    --last;
  for (std::size_t i = 1; i < words.size() && last > 0; ++i)
    if (date_of(words, i) == WrittenDate::sure)
      return i;
  return words.size();
}

bool is_agency(std::string_view s) {
  const Words words = words_of(s);
  if (words.empty() || words.size() > 5 || s.size() > 40)
    return false;
  const bool capital =
      text::is_upper(text::decode(s.data(), s.data() + s.size()).value);
  // Some are written small: dpa.
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
// False if they contain something else.
bool take_agency(std::string_view &head, std::string_view &after,
                 std::string_view &agency, DatelineHead &out) {
  const std::size_t open = head.rfind('(');
  if (open != std::string_view::npos) {
    const std::size_t close = head.find(')', open);
    if (close == std::string_view::npos)
      return false;
    agency = head.substr(open + 1, close - open - 1);
    after = without_commas(head.substr(close + 1));
    head = head.substr(0, open);
  } else if (head.size() > 1 && head.back() == '/') {
    const std::size_t slash = head.rfind('/', head.size() - 2);
    if (slash == std::string_view::npos)
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
        (i + 1 == words.size() || !is_particle(words[i])))
      return false;
  return true;
}

// Reads the first part: the place, and a date that follows it without a comma.
bool read_place(const Words &words, std::string_view agency,
                DatelineHead &out) {
  if (words.empty())
    return false;
  const std::size_t n = date_begin(words);
  if (n < words.size())
    out.date = WrittenDate::sure;
  if (n > 5 || is_weekday(words[0]) || is_month(words[0]) || is_slug(words[0]))
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
  // MOSCOW. April 10 (Interfax) -
  if (is_stopped(words[n - 1]) && agency.empty())
    return false;
  out.place = true;
  out.place_words = n;
  for (std::size_t i = 0; i < n; ++i)
    out.place_letters += shape_of(words[i]).upper;
  out.bare_word = is_bare_word(words[0]);
  return out.capitals || !is_initials(agency, words);
}

// Reads a part after the place: a date, a country, a state.
bool read_part(Words words, DatelineHead &out) {
  const WrittenDate date = date_of(words);
  if (date != WrittenDate::no) {
    out.date = std::max(out.date, date);
    return true;
  }
  const std::size_t n = date_begin(words);
  if (n < words.size()) {
    out.date = WrittenDate::sure;
    words.resize(n);
  }
  return words.size() <= 5 && are_names(words);
}

} // namespace

bool read_dateline_head(std::string_view head, DatelineHead &out) {
  head = without_commas(head);
  std::string_view after;
  std::string_view agency;
  if (!take_agency(head, after, agency, out))
    return false;
  head = without_commas(head);
  if (head.empty())
    return out.agency && after.empty();
  // A date, or who wrote the report.
  if (!after.empty() && !read_part(words_of(after), out))
    return false;
  out.date = std::max(out.date, date_of(words_of(head)));
  if (out.agency && out.date == WrittenDate::sure && after.empty())
    return true; // no place: Dec 29 (Meridian) -
  // The country may be in brackets of its own.
  std::string plain(head);
  std::replace(plain.begin(), plain.end(), '(', ',');
  std::replace(plain.begin(), plain.end(), ')', ',');
  const Words parts = split(plain, ',');
  if (parts.empty() || parts.size() > 6 ||
      !read_place(words_of(parts[0]), agency, out))
    return false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    out.comma = true;
    if (!without_commas(parts[i]).empty() &&
        !read_part(words_of(parts[i]), out))
      return false;
  }
  return true;
}

} // namespace tritone::article
