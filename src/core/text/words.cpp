// SPDX-License-Identifier: GPL-2.0-or-later
// Word boundaries of UAX #29, revision 41 (Unicode 15.0). The names WB1 .. WB16
// are those of its rules.
#include "text/words.h"

#include "base/error.h"
#include "text/ascii.h"
#include "text/words_detail.h"

#include <limits>
#include <string>

namespace tritone::text {
namespace words_detail {
namespace {

// A character with what is attached to it, which the rules then pass over.
struct Unit {
  char32_t value;
  WordBreak word_break;
  bool ends_in_zwj;
  const char *next;
};

bool is_newline(WordBreak c) {
  return c == WordBreak::cr || c == WordBreak::lf || c == WordBreak::newline;
}

// A letter by its word break, which leaves out ideographs and kana.
bool breaks_as_letter(WordBreak c) {
  return c == WordBreak::a_letter || c == WordBreak::hebrew_letter;
}

Unit read(const char *p, const char *end) {
  const CodePoint c = decode(p, end);
  Unit unit{c.value, word_break(c.value), c.value == 0x200D, p + c.size};
  if (is_newline(unit.word_break))
    return unit;
  while (unit.next < end && static_cast<unsigned char>(*unit.next) >= 0x80) {
    const CodePoint mark = decode(unit.next, end);
    const WordBreak w = word_break(mark.value);
    if (!is_attached(w))
      break;
    unit.ends_in_zwj = w == WordBreak::zwj;
    unit.next += mark.size;
  }
  return unit;
}

// No boundary between two neighbours, whatever is around them: WB5, WB8 to
// WB10, WB13 to WB13b.
bool always_join(WordBreak a, WordBreak b) {
  const bool a_word = breaks_as_letter(a) || a == WordBreak::numeric;
  const bool b_word = breaks_as_letter(b) || b == WordBreak::numeric;
  const bool a_katakana = a == WordBreak::katakana;
  const bool b_katakana = b == WordBreak::katakana;
  const bool a_connects = a == WordBreak::extend_num_let;
  const bool b_connects = b == WordBreak::extend_num_let;
  return (a_word && b_word) || (a_katakana && b_katakana) ||
         (b_connects && (a_word || a_katakana || a_connects)) ||
         (a_connects && (b_word || b_katakana));
}

// No boundary around `mid` between a and b: WB6, WB7, WB7b, WB7c, WB11, WB12.
bool join_around(WordBreak a, WordBreak mid, WordBreak b) {
  const bool both =
      mid == WordBreak::mid_num_let || mid == WordBreak::single_quote;
  if (breaks_as_letter(a) && breaks_as_letter(b) &&
      (both || mid == WordBreak::mid_letter))
    return true;
  if (a == WordBreak::numeric && b == WordBreak::numeric)
    return both || mid == WordBreak::mid_num;
  return a == WordBreak::hebrew_letter && b == WordBreak::hebrew_letter &&
         mid == WordBreak::double_quote;
}

// The last of the blanks side by side that begin at p (WB3d), or p.
const char *last_space(const char *p, const char *end) {
  const char *last = p;
  while (p < end) {
    const CodePoint c = decode(p, end);
    if (word_break(c.value) != WordBreak::w_seg_space)
      break;
    last = p;
    p += c.size;
  }
  return last;
}

} // namespace

const char *uax29_word_end(const char *p, const char *end) {
  Unit a = read(last_space(p, end), end);
  if (a.word_break == WordBreak::cr && a.next < end && *a.next == '\n')
    return a.next + 1; // WB3
  if (is_newline(a.word_break))
    return a.next; // WB3a
  bool odd_indicators = a.word_break == WordBreak::regional_indicator;
  while (a.next < end) {
    if (breaks_as_letter(a.word_break) || a.word_break == WordBreak::numeric) {
      const char *const run = skip_ascii_word(a.next, end);
      if (run > a.next) {
        a = read(run - 1, end);
        continue;
      }
    }
    const Unit b = read(a.next, end);
    if (is_newline(b.word_break))
      break;                                                      // WB3b
    const bool emoji = a.ends_in_zwj && is_pictographic(b.value); // WB3c
    const bool flag = odd_indicators &&                           // WB15, WB16
                      b.word_break == WordBreak::regional_indicator;
    if (emoji || flag || always_join(a.word_break, b.word_break)) {
      odd_indicators = false;
      a = b;
      continue;
    }
    if (b.next < end) {
      const Unit after = read(b.next, end);
      if (join_around(a.word_break, b.word_break, after.word_break)) {
        a = after;
        continue;
      }
    }
    if (a.word_break != WordBreak::hebrew_letter ||
        b.word_break != WordBreak::single_quote)
      break;
    a = b; // WB7a
  }
  return a.next;
}

void check_size(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw limit_error("tokens: expected a text of less than 4 GiB, got " +
                      std::to_string(text.size()) + " bytes");
}

Content content(const char *p, const char *end) {
  Content result;
  while (p < end) {
    const CodePoint c = decode(p, end);
    // Some letters of Word_Break are not Alphabetic.
    if (is_alphabetic(c.value) || breaks_as_letter(word_break(c.value)))
      return {true, false, is_upper(c.value)};
    result.number = result.number || is_number(c.value);
    p += c.size;
  }
  return result;
}

} // namespace words_detail

namespace {

using namespace words_detail;

void uax29_tokens(std::string_view text, const WordOptions &options,
                  std::vector<Token> &out) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  const auto emit = [&](const char *from, const char *to, TokenKind kind,
                        bool capital) {
    out.push_back({static_cast<std::uint32_t>(from - begin),
                   static_cast<std::uint32_t>(to - begin), kind, capital});
  };
  for (const char *p = begin; p < end;) {
    const char *const next = uax29_word_end(p, end);
    const Content found = content(p, next);
    const char32_t first = decode(p, end).value;
    if (found.letter)
      emit(p, next, TokenKind::word, found.capital);
    else if (found.number && options.numbers)
      emit(p, next, TokenKind::number, false);
    else if (!found.number && options.punctuation && is_punctuation(first))
      emit(p, next, TokenKind::punctuation, false);
    else if (!found.number && options.punctuation &&
             (is_symbol(first) || is_pictographic(first)))
      emit(p, next, TokenKind::symbol, false);
    p = next;
  }
}

} // namespace

void uax29_words(std::string_view text, std::vector<Span> &out) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  for (const char *p = begin; p < end;) {
    const char *const next = uax29_word_end(p, end);
    out.push_back({static_cast<std::size_t>(p - begin),
                   static_cast<std::size_t>(next - begin)});
    p = next;
  }
}

void Tokenizer::tokens(std::string_view text, std::vector<Token> &out) const {
  check_size(text);
  if (options_.rules == WordRules::uax29)
    uax29_tokens(text, options_, out);
  else
    news_tokens(text, options_, out);
}

} // namespace tritone::text
