// SPDX-License-Identifier: GPL-2.0-or-later
// The list of abbreviations, and looking words up in it.
#include "text/abbreviations.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>

namespace tritone::text {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

constexpr auto kTitle = Abbreviation::title;
constexpr auto kNumber = Abbreviation::before_number;
constexpr auto kMayEnd = Abbreviation::may_end;

// In the order of the alphabet within each group; each word once.
constexpr Entry kAbbreviations[] = {
    // Titles and ranks.
    {"Adm", kTitle},
    {"Amb", kTitle},
    {"Brig", kTitle},
    {"Capt", kTitle},
    {"Cdr", kTitle},
    {"Cmdr", kTitle},
    {"Col", kTitle},
    {"Cpl", kTitle},
    {"Dr", kTitle},
    {"Drs", kTitle},
    {"Fr", kTitle},
    {"Gen", kTitle},
    {"Gov", kTitle},
    {"Hon", kTitle},
    {"Insp", kTitle},
    {"Lt", kTitle},
    {"Maj", kTitle},
    {"Messrs", kTitle},
    {"Mme", kTitle},
    {"Mr", kTitle},
    {"Mrs", kTitle},
    {"Ms", kTitle},
    {"Pfc", kTitle},
    {"Pres", kTitle},
    {"Prof", kTitle},
    {"Pvt", kTitle},
    {"Rep", kTitle},
    {"Reps", kTitle},
    {"Rev", kTitle},
    {"Sen", kTitle},
    {"Sens", kTitle},
    {"Sgt", kTitle},
    {"Supt", kTitle},
    // Never last, whatever they come before.
    {"approx", kTitle},
    {"cf", kTitle},
    {"e.g", kTitle},
    {"i.e", kTitle},
    {"v", kTitle},
    {"viz", kTitle},
    {"vs", kTitle},
    // Numbered things.
    {"Art", kNumber},
    {"Arts", kNumber},
    {"c", kNumber},
    {"ca", kNumber},
    {"Ch", kNumber},
    {"Fig", kNumber},
    {"Figs", kNumber},
    {"No", kNumber},
    {"Nos", kNumber},
    {"p", kNumber},
    {"para", kNumber},
    {"pp", kNumber},
    {"Sec", kNumber},
    {"Vol", kNumber},
    // Months.
    {"Apr", kNumber},
    {"Aug", kNumber},
    {"Dec", kNumber},
    {"Feb", kNumber},
    {"Jan", kNumber},
    {"Jul", kNumber},
    {"Jun", kNumber},
    {"Mar", kNumber},
    {"Nov", kNumber},
    {"Oct", kNumber},
    {"Sep", kNumber},
    {"Sept", kNumber},
    // After a name, a number or a list; Saint, mount and fort before a name.
    {"al", kMayEnd},
    {"Ave", kMayEnd},
    {"Blvd", kMayEnd},
    {"Bros", kMayEnd},
    {"Co", kMayEnd},
    {"Corp", kMayEnd},
    {"Cos", kMayEnd},
    {"Dept", kMayEnd},
    {"est", kMayEnd},
    {"etc", kMayEnd},
    {"Ft", kMayEnd},
    {"Inc", kMayEnd},
    {"Jr", kMayEnd},
    {"Ltd", kMayEnd},
    {"Mt", kMayEnd},
    {"pct", kMayEnd},
    {"Ph.D", kMayEnd},
    {"Rd", kMayEnd},
    {"Sr", kMayEnd},
    {"St", kMayEnd},
    {"Univ", kMayEnd},
    // States of the United States in the short forms of newspapers.
    {"Ala", kMayEnd},
    {"Ariz", kMayEnd},
    {"Ark", kMayEnd},
    {"Calif", kMayEnd},
    {"Colo", kMayEnd},
    {"Conn", kMayEnd},
    {"Del", kMayEnd},
    {"Fla", kMayEnd},
    {"Ga", kMayEnd},
    {"Ill", kMayEnd},
    {"Ind", kMayEnd},
    {"Kan", kMayEnd},
    {"Ky", kMayEnd},
    {"La", kMayEnd},
    {"Mass", kMayEnd},
    {"Md", kMayEnd},
    {"Mich", kMayEnd},
    {"Minn", kMayEnd},
    {"Miss", kMayEnd},
    {"Mo", kMayEnd},
    {"Mont", kMayEnd},
    {"Neb", kMayEnd},
    {"Nev", kMayEnd},
    {"Okla", kMayEnd},
    {"Ore", kMayEnd},
    {"Pa", kMayEnd},
    {"Tenn", kMayEnd},
    {"Tex", kMayEnd},
    {"Va", kMayEnd},
    {"Vt", kMayEnd},
    {"Wash", kMayEnd},
    {"Wis", kMayEnd},
    {"Wyo", kMayEnd},
};

constexpr std::string_view kStarters[] = {
    "A",        "About",   "According", "After",     "All",     "Also",
    "Although", "An",      "And",       "Another",   "As",      "At",
    "Because",  "Before",  "Both",      "But",       "By",      "Despite",
    "During",   "Each",    "Earlier",   "Even",      "Every",   "For",
    "From",     "He",      "Her",       "Here",      "His",     "How",
    "However",  "I",       "If",        "In",        "Instead", "It",
    "Its",      "Later",   "Many",      "Meanwhile", "More",    "My",
    "Not",      "Now",     "On",        "Once",      "One",     "Only",
    "Or",       "Our",     "She",       "Since",     "So",      "Some",
    "Still",    "Such",    "That",      "The",       "Their",   "Then",
    "There",    "These",   "They",      "This",      "Those",   "Though",
    "To",       "Unless",  "Until",     "We",        "What",    "When",
    "Where",    "Whether", "While",     "Who",       "Why",     "With",
    "Without",  "Yes",     "Yet",       "You",       "Your"};

constexpr std::size_t longest_abbreviation() {
  std::size_t out = 0;
  for (const Entry &entry : kAbbreviations)
    out = entry.word.size() > out ? entry.word.size() : out;
  return out;
}

constexpr std::size_t kLongest = longest_abbreviation();

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return ascii_lower(x) == ascii_lower(y);
  });
}

} // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > kLongest)
    return Abbreviation::none;
  const bool capital = is_ascii_upper(word[0]);
  const char first = ascii_lower(word[0]);
  const auto *const it =
      std::find_if(std::begin(kAbbreviations), std::end(kAbbreviations),
                   [&](const Entry &e) {
                     return e.word.size() == word.size() &&
                            ascii_lower(e.word[0]) == first &&
                            (capital || !is_ascii_upper(e.word[0])) &&
                            equal_ignoring_case(e.word, word);
                   });
  return it == std::end(kAbbreviations) ? Abbreviation::none : it->kind;
}

bool begins_with_starter(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_ascii_letter(text[size]))
    ++size;
  const auto *const it = std::find(std::begin(kStarters), std::end(kStarters),
                                   text.substr(0, size));
  if (it == std::end(kStarters))
    return false;
  // "A." may be an initial, "In-N-Out" is a name, and an accented letter may
  // follow.
  const std::string_view rest = text.substr(size);
  if (rest.empty())
    return true;
  if (rest[0] == '.')
    return size > 1;
  const char *const end = rest.data() + rest.size();
  const char32_t next = decode(rest.data(), end).value;
  return !is_hyphen(next) && !is_alphabetic(next) && !is_number(next) &&
         !is_mark(next);
}

} // namespace tritone::text
