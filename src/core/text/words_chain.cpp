// SPDX-License-Identifier: GPL-2.0-or-later
// Chains of letters and digits with marks between: see words_chain.h.
#include "text/words_chain.h"

#include "text/abbreviations.h"
#include "text/space.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace tritone::text {
namespace words_detail {
namespace {

// What a mark does to the chain before it.
enum class Joint : std::uint8_t {
  ends,  // the chain ends before the mark
  joins, // the mark and the run after it go on with the chain
  dots,  // so does the full stop between two single letters
  closes // the mark is its last, unless an apostrophe or a hyphen joins there
};

void note(Chain &chain, char32_t value, Kind kind) {
  if (kind == Kind::letter && !chain.letter) {
    chain.letter = true;
    chain.capital = is_upper(value);
  }
  chain.last.value = value;
  chain.last.kind = kind;
  ++chain.size;
}

// Reads letters and digits into the chain.
void read_run(Chain &chain, const char *end) {
  while (chain.end < end) {
    const CodePoint c = decode(chain.end, end);
    const Kind kind = kind_of(c.value);
    if (kind == Kind::letter || kind == Kind::digit)
      note(chain, c.value, kind);
    else if (kind != Kind::attached)
      break;
    chain.end += c.size;
    // After the first letter only the last character and the count matter.
    if (chain.letter) {
      const char *const from = chain.end;
      chain.end = skip_ascii_word(from, end);
      if (chain.end > from) {
        chain.size += static_cast<std::size_t>(chain.end - from) - 1;
        const char last = chain.end[-1];
        note(chain, static_cast<unsigned char>(last),
             is_ascii_digit(last) ? Kind::digit : Kind::letter);
      }
    }
  }
}

// Does a name come at p: a capital, also after blanks or a hyphen, in a word
// that does not rather begin a sentence?
bool name_follows(const char *p, const char *end) {
  const Blanks blanks = skip_blanks(p, end);
  if (blanks.paragraph)
    return false;
  const Glyph next = glyph(blanks.next, end);
  if (blanks.next == p && is_hyphen(next.value))
    return is_upper(glyph(next.next, end).value);
  return is_upper(next.value) &&
         !begins_with_starter(
             {blanks.next, static_cast<std::size_t>(end - blanks.next)});
}

Joint full_stop(const Chain &chain, const Glyph &after, const char *end) {
  const char *const rest = chain.end + 1;
  if (chain.last.kind == Kind::digit)
    return after.kind == Kind::digit ? Joint::joins : Joint::ends;
  const bool single = chain.size == 1;
  if (after.kind == Kind::letter) {
    if (single && !glyph(after.next, end).is_word())
      return Joint::dots;
    if (!chain.dotted && is_lower(after.value))
      return Joint::joins;
  }
  const bool initial =
      single && is_upper(chain.last.value) && name_follows(rest, end);
  return (single && chain.dotted) || initial ? Joint::closes : Joint::ends;
}

// Does a mark other than the full stop join what is around it?
bool joins(const Glyph &before, char32_t mark, const Glyph &after) {
  const bool letters =
      before.kind == Kind::letter && after.kind == Kind::letter;
  const bool digits = before.kind == Kind::digit && after.kind == Kind::digit;
  if (is_hyphen(mark))
    return after.is_word();
  if (is_apostrophe(mark))
    return after.kind == Kind::letter || digits;
  if (is_double_quote(mark)) // the gershayim (WB7b, WB7c)
    return before.is_hebrew() && after.is_hebrew();
  switch (mark) {
  case ':':
    return digits || (letters && is_lower(after.value));
  case ';':
  case 0x037E: // the Greek question mark, canonically the same
    return false;
  case '&':
    return is_upper(before.value) && is_upper(after.value);
  default:
    break;
  }
  switch (word_break(mark)) {
  case WordBreak::mid_letter:
    return letters;
  case WordBreak::mid_num:
    return digits;
  case WordBreak::mid_num_let:
    return letters || digits;
  case WordBreak::extend_num_let:
    return after.is_word();
  default:
    return false;
  }
}

// What the mark at the end of the chain does to it.
Joint joint(const Chain &chain, const Glyph &mark, const char *end) {
  if (mark.kind != Kind::other)
    return Joint::ends;
  const Glyph after = glyph(mark.next, end);
  if (mark.value == '.')
    return full_stop(chain, after, end);
  if (is_apostrophe(mark.value) && chain.last.is_hebrew() &&
      after.kind != Kind::letter)
    return Joint::closes; // the geresh (WB7a)
  return joins(chain.last, mark.value, after) ? Joint::joins : Joint::ends;
}

bool is_clitic(std::string_view letters) {
  const auto lower = [letters](std::size_t i) {
    return ascii_lower(letters[i]);
  };
  if (letters.size() == 1)
    return lower(0) == 's' || lower(0) == 'd' || lower(0) == 'm';
  if (letters.size() != 2)
    return false;
  return (lower(0) == 'l' && lower(1) == 'l') ||
         ((lower(0) == 'r' || lower(0) == 'v') && lower(1) == 'e');
}

// Words of French and Italian that lose their vowel before another. Those that
// make one word with it (aujourd'hui, quelqu'un) are not among them.
bool is_elided(std::string_view lower) {
  constexpr std::string_view kWords[] = {
      "l",       "d",       "j",      "m",     "t",      "s",       "c",
      "n",       "qu",      "v",      "jusqu", "lorsqu", "puisqu",  "quoiqu",
      "un",      "gl",      "dell",   "nell",  "all",    "dall",    "sull",
      "coll",    "agl",     "degl",   "dagl",  "negl",   "sugl",    "quell",
      "quest",   "com",     "dov",    "cos",   "anch",   "senz",    "tutt",
      "mezz",    "nient",   "quand",  "quant", "neanch", "bell",    "ch",
      "ov",      "pover",   "cent",   "vent",  "trent",  "quarant", "cinquant",
      "sessant", "settant", "ottant", "novant"};
  return std::find(std::begin(kWords), std::end(kWords), lower) !=
         std::end(kWords);
}

// Letters before which a vowel is elided, in lower case.
bool is_elision_vowel(char32_t c) {
  constexpr std::u32string_view kVowels =
      U"aeiouyh\u00e0\u00e1\u00e2\u00e4\u00e6\u00e8\u00e9\u00ea\u00eb\u00ec"
      U"\u00ed\u00ee\u00ef\u00f2\u00f3\u00f4\u00f6\u00f9\u00fa\u00fb\u00fc"
      U"\u00ff\u0153";
  return kVowels.find(c) != kVowels.npos;
}

} // namespace

Elision elision(const char *begin, const char *end) {
  constexpr std::size_t kLongest = 8;
  std::string letters;
  const char *p = begin;
  while (p < end && is_ascii_letter(*p) && letters.size() <= kLongest)
    letters += ascii_lower(*p++);
  if (p == end || !is_elided(letters))
    return {begin, begin};
  const CodePoint mark = decode(p, end);
  const char *const next = p + mark.size;
  if (!is_apostrophe(mark.value) || next == end ||
      !is_elision_vowel(to_lower(decode(next, end).value)))
    return {begin, begin};
  return {p, next};
}

Chain read_chain(const char *p, const char *end) {
  Chain chain{p, {0, Kind::other, p}};
  read_run(chain, end);
  while (chain.end < end && *chain.end != ' ') {
    Glyph mark = glyph(chain.end, end);
    Joint what = joint(chain, mark, end);
    if (what == Joint::closes) {
      chain.end = mark.next;
      mark = glyph(chain.end, end);
      if (!is_hyphen(mark.value) && !is_apostrophe(mark.value))
        break;
      what = joint(chain, mark, end);
    }
    if (what != Joint::joins && what != Joint::dots)
      break;
    chain.dotted = what == Joint::dots;
    chain.hyphen = chain.hyphen || is_hyphen(mark.value);
    chain.apostrophe = chain.apostrophe || is_apostrophe(mark.value);
    if (is_hyphen(mark.value) || mark.value == '.')
      chain.size = 0;
    chain.end = mark.next;
    read_run(chain, end);
  }
  return chain;
}

const char *run_end(const char *p, const char *end) {
  Chain chain{p, {0, Kind::other, p}};
  read_run(chain, end);
  return chain.end;
}

const char *clitic_begin(const char *begin, const char *end) {
  const char *letters = end; // after the apostrophe, one or two
  const char *mark = end;
  for (int n = 0; n < 3; ++n) {
    if (mark == begin)
      return end;
    letters = mark;
    const CodePoint c = decode_back(begin, mark);
    mark -= c.size;
    if (is_apostrophe(c.value))
      break;
    if (n == 2)
      return end;
  }
  const std::string_view tail(letters, static_cast<std::size_t>(end - letters));
  if (is_clitic(tail))
    return mark > begin ? mark : end;
  // The n of n't comes before the apostrophe.
  const bool negation = tail.size() == 1 && ascii_lower(tail[0]) == 't' &&
                        mark - begin > 1 && ascii_lower(mark[-1]) == 'n';
  return negation ? mark - 1 : end;
}

} // namespace words_detail
} // namespace tritone::text
