// SPDX-License-Identifier: GPL-2.0-or-later
// Scans a paragraph for stems of words, by their first three letters.
#include "article/parts/boilerplate_hints.h"

#include "text/ascii.h"
#include "text/ascii_run.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace tritone::article {
namespace {

// What a word of a paragraph may hint at.
enum class Hint : unsigned char {
  any,     // boilerplate
  short_,  // the same in a short paragraph
  contact, // an address, with a concern in a shorter one
  concern,
  phone // with enough figures
};

struct Stem {
  std::string_view letters; // small; the word begins with them
  Hint hint;
};

constexpr std::size_t kMaxShort = 240;
constexpr std::size_t kMaxContact = 160;
constexpr std::size_t kMinFigures = 6; // digits of a telephone number
constexpr std::string_view kBetween = " -.()/+\n\t\r"; // two of them
constexpr std::size_t kMaxAlways = 40; // shorter ones are always checked

// Whatever boilerplate() and house_note() accept has one of these at the start
// of a paragraph, or one of the stems below. test_boilerplate_hints.cpp checks
// that none is missing.
constexpr std::string_view kFirst[] = {
    "reporting",    "additional",   "writing",       "editing by",
    "edited by",    "written by",   "writing and",   "compiled by",
    "translat",     "photo",        "graphic",       "with files",
    "with input",   "with report",  "with agenc",    "with additional",
    "read more",    "read also",    "related",       "see also",
    "also read",    "more on this", "our standards", "follow",
    "like us",      "subscribe to", "sign up",       "for more ",
    "this article", "this story",   "this piece",    "this dispatch",
    "this report",  "this post",    "this column",   "this is a dev",
    "an earlier",   "a previous",   "a version",     "editor",
    "author",       "note to",      "clarification", "correction",
    "on twitter",   "twitter",      "details to",    "more to",
    "more details", "developing",   "as published",  "as appeared"};

// By first letter.
constexpr Stem kStems[] = {
    {"broadcast", Hint::any},
    {"call", Hint::phone},
    {"columnist", Hint::short_},
    {"comment", Hint::concern},
    {"commentator", Hint::short_},
    {"complaint", Hint::concern},
    {"contact", Hint::contact},
    {"contribut", Hint::short_},
    {"copied", Hint::any},
    {"copying", Hint::any},
    {"copyright", Hint::any},
    {"correct", Hint::concern},
    {"correspondent", Hint::short_},
    {"e-mail", Hint::contact},
    {"editor", Hint::short_},
    {"email", Hint::contact},
    {"error", Hint::concern},
    {"fax", Hint::phone},
    {"feedback", Hint::concern},
    {"find us", Hint::short_},
    {"follow", Hint::contact},
    {"follow us", Hint::short_},
    {"freelance", Hint::short_},
    {"get in", Hint::contact},
    {"hotline", Hint::phone},
    {"http", Hint::any},
    {"inquir", Hint::concern},
    {"javascript", Hint::any},
    {"letters", Hint::concern},
    {"mail", Hint::contact},
    {"opinions", Hint::any},
    {"phone", Hint::phone},
    {"published", Hint::any},
    {"question", Hint::concern},
    {"reach", Hint::contact},
    {"redistribut", Hint::any},
    {"reported from", Hint::short_},
    {"reporter", Hint::short_},
    {"reprint", Hint::any},
    {"reproduc", Hint::any},
    {"republicatio", Hint::any},
    {"republish", Hint::any},
    {"reserved", Hint::any},
    {"retransm", Hint::any},
    {"rewritten", Hint::any},
    {"send", Hint::contact},
    {"sign up", Hint::short_},
    {"staff writer", Hint::short_},
    {"subscribe to", Hint::short_},
    {"suggestion", Hint::concern},
    {"tel", Hint::phone},
    {"tips", Hint::concern},
    {"to add", Hint::concern},
    {"views", Hint::any},
    {"visit", Hint::contact},
    {"whatsapp", Hint::phone},
    {"write", Hint::contact},
    {"www", Hint::any},
    {"your", Hint::contact},
};

// A letter by its place in the alphabet, a hyphen as m; white space, which may
// be a line end or no-break, and all else as 0.
constexpr unsigned bit_of(char c) {
  const bool known = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return known || c == '-' ? static_cast<unsigned char>(c) & 31U : 0U;
}

// The second and third letters, as bits, of stems that begin with one letter.
struct Next {
  std::uint32_t second = 0;
  std::uint32_t third = 0;

  constexpr void add(std::string_view stem) {
    second |= 1U << bit_of(stem[1]);
    third |= 1U << bit_of(stem[2]);
  }
  bool fits(const char *p) const {
    return (second >> bit_of(p[1]) & third >> bit_of(p[2]) & 1U) != 0;
  }
};

// The stems that begin with each letter, and what may follow it: in all of
// them, and in those that count in a long paragraph.
struct Index {
  std::array<std::uint8_t, 27> begin{};
  std::array<Next, 26> all{};
  std::array<Next, 26> in_long{};
  std::array<Next, 26> first{}; // of kFirst
};

constexpr Index make_index() {
  Index out;
  std::size_t i = 0;
  for (unsigned letter = 0; letter < 26; ++letter) {
    out.begin[letter] = static_cast<std::uint8_t>(i);
    for (; i < std::size(kStems) &&
           kStems[i].letters[0] == static_cast<char>('a' + letter);
         ++i) {
      out.all[letter].add(kStems[i].letters);
      if (kStems[i].hint == Hint::any || kStems[i].hint == Hint::phone)
        out.in_long[letter].add(kStems[i].letters);
    }
  }
  out.begin[26] = static_cast<std::uint8_t>(i);
  for (const std::string_view first : kFirst)
    out.first[bit_of(first[0]) - 1].add(first);
  return out;
}

constexpr Index kIndex = make_index();
static_assert(kIndex.begin[26] == std::size(kStems), "by first letter");

// What a byte means to the scan.
enum Kind : unsigned char { other, letter, digit, sign, beyond };

constexpr std::array<unsigned char, 256> make_kinds() {
  std::array<unsigned char, 256> out{};
  for (unsigned c = 0; c < 256; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      out[c] = letter;
    else if (c >= '0' && c <= '9')
      out[c] = digit;
    else if (c == 0xC2 || c == '@' || c == '(') // 0xC2 begins ©
      out[c] = sign;
    else if (c >= 0x80)
      out[c] = beyond;
  }
  return out;
}

constexpr std::array<unsigned char, 256> kKinds = make_kinds();

unsigned char kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

// Does the text at p begin with the stem? A blank in it is any white space.
bool begins_with(const char *p, const char *end, std::string_view stem) {
  for (const char c : stem) {
    if (p == end)
      return false;
    if (c == ' ') {
      const char *const first = p;
      while (p < end && kind_of(*p) != letter && kind_of(*p) != digit)
        ++p;
      if (p == first)
        return false;
    } else if (text::ascii_lower(*p) != c) {
      return false;
    } else {
      ++p;
    }
  }
  return true;
}

// What the words of a paragraph have hinted at so far.
struct Findings {
  bool contact = false;
  bool concern = false;
  bool phone = false;

  // Adds the word at p; true if that is enough.
  bool add(const char *p, const char *end, bool is_short) {
    const unsigned first = bit_of(*p) - 1;
    for (unsigned s = kIndex.begin[first]; s < kIndex.begin[first + 1]; ++s) {
      const Stem &stem = kStems[s];
      if (!begins_with(p, end, stem.letters))
        continue;
      if (stem.hint == Hint::any || (stem.hint == Hint::short_ && is_short))
        return true;
      contact = contact || stem.hint == Hint::contact;
      concern = concern || stem.hint == Hint::concern;
      phone = phone || stem.hint == Hint::phone;
    }
    return false;
  }
};

// The number of letters at p, up to 16.
std::size_t letters_at(const char *p, const char *end) {
  if (end - p >= static_cast<std::ptrdiff_t>(StringKey::kInline))
    return text::read_letters(p).size;
  std::size_t n = 0;
  while (p + n < end && text::is_ascii_letter(p[n]))
    ++n;
  return n;
}

// Is there a sign of rights or of an address at p?
bool is_sign(const char *p, const char *end) {
  const std::string_view rest(p, static_cast<std::size_t>(end - p));
  return *p == '@' || rest.substr(0, 2) == "\xC2\xA9" ||
         (rest.size() > 2 && rest[0] == '(' &&
          text::ascii_lower(rest[1]) == 'c' && rest[2] == ')');
}

} // namespace

bool may_be_boilerplate(std::string_view paragraph) {
  const char *const begin = paragraph.data();
  const char *const end = begin + paragraph.size();
  if (paragraph.size() <= kMaxAlways || *begin == '(' || *begin == '[' ||
      *begin == '<')
    return true;
  if (text::is_ascii_letter(*begin) &&
      kIndex.first[bit_of(*begin) - 1].fits(begin))
    for (const std::string_view first : kFirst)
      if (text::ascii_lower(*begin) == first[0] &&
          begins_with(begin, end, first))
        return true;
  const bool is_short = paragraph.size() <= kMaxShort;
  const std::array<Next, 26> &next = is_short ? kIndex.all : kIndex.in_long;
  Findings found;
  bool letters = false;
  std::size_t digits = 0; // in a row
  std::size_t most_digits = 0;
  for (const char *p = begin; p < end;) {
    const std::size_t n = letters_at(p, end);
    if (n == 0) {
      const unsigned char kind = kind_of(*p);
      if (kind == digit)
        most_digits = std::max(most_digits, ++digits);
      else if (kind != beyond && *p != '\xC2' &&
               kBetween.find(*p) == std::string_view::npos)
        digits = 0;
      if (kind == sign && is_sign(p, end))
        return true;
      ++p;
      continue;
    }
    letters = true;
    digits = 0;
    if (end - p > 2 && next[bit_of(*p) - 1].fits(p) &&
        found.add(p, end, is_short))
      return true;
    p += n;
    while (p < end && text::is_ascii_letter(*p))
      ++p;
  }
  return !letters || (found.phone && most_digits >= kMinFigures) ||
         (found.contact && found.concern && paragraph.size() <= kMaxContact);
}

} // namespace tritone::article
