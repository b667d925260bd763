// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a byline word by word: names, particles, places, agencies, offices.
#include "article/parts/byline.h"

#include "text/abbreviations.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBytes = 160;
constexpr std::size_t kMaxOfficeBytes = 80;

// Small words between and after names.
bool is_link(std::string_view word) {
  constexpr std::string_view kLinks[] = {
      "and", "&",     "in",  "for", "of",  "at",  "with", "from", "the",
      "de",  "van",   "von", "der", "den", "del", "di",   "da",   "du",
      "la",  "le",    "dos", "bin", "ibn", "al",  "el",   "y",    "ter",
      "ten", "della", "|",   "a",   "an",  "our", "zu"};
  return text::is_one_of(word, kLinks);
}

bool is_office(std::string_view word) {
  constexpr std::string_view kOffices[] = {
      "writer",      "writers",       "reporter",       "reporters",
      "editor",      "editors",       "staff",          "agency",
      "agencies",    "correspondent", "correspondents", "columnist",
      "contributor", "newsroom",      "desk",           "bureau",
      "photographer"};
  return text::is_one_of(word, kOffices);
}

bool is_agency_word(std::string_view word) {
  constexpr std::string_view kAgencies[] = {"press", "news", "wire", "times",
                                            "post"};
  return text::is_one_of(word, kAgencies);
}

// Words that qualify an office.
bool is_rank(std::string_view word) {
  constexpr std::string_view kRanks[] = {
      "chief",     "senior", "special",  "political", "foreign", "business",
      "economics", "sports", "religion", "science",   "health",  "courts",
      "culture",   "news",   "deputy",   "national",  "local",   "and"};
  return text::is_one_of(word, kRanks);
}

// Jana, O’Dell, J., al-Rashid, d'Ambra, HPA: letters, of which the first, or
// the first after an apostrophe or a hyphen, is a capital.
bool is_name(std::string_view word) {
  bool capital = false;
  bool at_start = true;
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    const char32_t c = point.value;
    const bool joint = text::is_apostrophe(c) || text::is_hyphen(c) || c == '/';
    if (!joint && c != '.' && !text::is_alphabetic(c) && !text::is_mark(c))
      return false;
    capital =
        capital || (at_start && text::is_alphabetic(c) && !text::is_lower(c));
    at_start = joint;
    p += point.size;
  }
  return capital;
}

// The next word, without the commas, semicolons and brackets around it. Empty
// at the end.
std::string_view next_word(std::string_view s, std::size_t &at) {
  constexpr std::string_view kAround = " ,;()";
  const std::size_t begin = s.find_first_not_of(kAround, at);
  if (begin == std::string_view::npos) {
    at = s.size();
    return {};
  }
  at = std::min(s.find_first_of(kAround, begin), s.size());
  return s.substr(begin, at - begin);
}

// A full stop ends a sentence, except after an initial, letters with dots or an
// abbreviation.
bool ends_with_stop(std::string_view word) {
  if (word.empty() || word.back() != '.')
    return false;
  const std::string_view bare = word.substr(0, word.size() - 1);
  return bare.size() > 1 && bare.find('.') == std::string_view::npos &&
         text::abbreviation(bare) == text::Abbreviation::none;
}

} // namespace

bool is_name_list(std::string_view s) {
  std::size_t names = 0;
  std::size_t offices = 0;
  std::size_t words = 0;
  bool article = false; // begins with "the": an agency must follow
  bool agency = false;
  std::string_view last;
  std::size_t at = 0;
  for (std::string_view word = next_word(s, at); !word.empty();
       word = next_word(s, at)) {
    if (++words > 15)
      return false;
    const std::string lower = text::folded(word);
    agency = agency || is_agency_word(lower) || is_office(lower);
    article = article || (words == 1 && lower == "the");
    if (is_name(word))
      ++names;
    else if (is_office(word))
      ++offices;
    else if (!is_link(word) && !is_rank(word))
      return false;
    last = word;
  }
  return names + offices > 0 && (!article || agency) && !is_link(last) &&
         !ends_with_stop(last);
}

namespace {

// The same in other languages, in which the word is also a preposition.
bool is_foreign_byline(std::string_view paragraph) {
  constexpr std::string_view kBy[] = {"Von", "VON",  "Par",  "PAR",
                                      "Por", "POR",  "Di",   "DI",
                                      "Av",  "Door", "DOOR", "Af"};
  constexpr std::string_view kLinks[] = {
      "und", "et",  "y",   "e",   "en",  "og", "och", "van", "von",
      "der", "den", "del", "de",  "di",  "da", "du",  "la",  "le",
      "ter", "ten", "zu",  "bin", "ibn", "al", "el",  "dos", "della"};
  const std::string text = text::collapse_space(paragraph);
  const std::size_t blank = text.find(' ');
  if (text.size() > kMaxOfficeBytes || blank == std::string::npos ||
      !text::is_one_of(std::string_view(text).substr(0, blank), kBy))
    return false;
  std::size_t names = 0;
  std::string_view last;
  std::size_t at = blank;
  for (std::string_view word = next_word(text, at); !word.empty();
       word = next_word(text, at)) {
    if (is_name(word))
      ++names;
    else if (!text::is_one_of(word, kLinks))
      return false;
    last = word;
  }
  return names > 1 && is_name(last) && !ends_with_stop(last);
}

} // namespace

bool is_byline(std::string_view paragraph) {
  paragraph = text::trim_space(paragraph);
  if (is_foreign_byline(paragraph))
    return true;
  const std::string_view by = paragraph.substr(0, 2);
  if (paragraph.size() > kMaxBytes || (by != "By" && by != "BY"))
    return false;
  const std::string text = text::collapse_space(paragraph);
  return text.size() > 3 && text[2] == ' ' &&
         is_name_list(std::string_view(text).substr(3));
}

bool is_byline_office(std::string_view paragraph) {
  paragraph = text::trim_space(paragraph);
  if (paragraph.size() > kMaxOfficeBytes)
    return false;
  const std::string text = text::collapse_space(paragraph);
  std::size_t words = 0;
  bool office = false;
  std::size_t at = 0;
  std::string_view last;
  for (std::string_view word = next_word(text, at); !word.empty();
       word = next_word(text, at)) {
    ++words;
    office = office || is_office(text::folded(word));
    last = word;
  }
  return office && words <= 6 && last.back() != '.' && last.back() != '?' &&
         last.back() != ':';
}

} // namespace tritone::article
