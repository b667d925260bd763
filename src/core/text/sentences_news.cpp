// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences of newswire: the rules of sentences.h.
#include "text/sentences.h"

#include "text/abbreviations.h"
#include "text/fold.h"
#include "text/sentences_glued.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <array>

namespace tritone::text {
namespace {

bool is_terminator(char32_t c) {
  if (c < 0x80)
    return c == '.' || c == '?' || c == '!';
  return c == 0x2026 || sentence_break(c) == SentenceBreak::s_term;
}

// The bytes that end neither a sentence nor a line, whatever is around them.
constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (unsigned c = 0; c < 0x80; ++c)
    plain[c] = c != '.' && c != '?' && c != '!' && c != '\n' && c != '\r';
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

// The first byte at or after p that may end a sentence or a line, or end.
const char *skip_plain(const char *p, const char *end) {
  while (p < end && kPlain[static_cast<unsigned char>(*p)])
    ++p;
  return p;
}

// Full stops of scripts that write no blank after them.
bool is_wide_terminator(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}

bool is_quote(char32_t c) {
  return is_apostrophe(c) || is_double_quote(c) || c == 0x201A || c == 0x2039 ||
         c == 0x203A || c == 0x300C || c == 0x300E;
}

bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x3008 || c == 0x300A ||
         c == 0x3010 || c == 0xFF08;
}

// Quotation marks that open in English but close in some other languages.
bool is_turning_quote(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x00AB || c == 0x2039;
}

// Does c close something in every language? A turning quote may, which only the
// text after it decides; may_follow_sentence() is for the end of a line, where
// each of them closes.
bool always_closes(char32_t c) {
  if (is_opening_bracket(c) || is_turning_quote(c) || c == 0x201E ||
      c == 0x201A || c == 0x300C || c == 0x300E)
    return false;
  return is_apostrophe(c) || sentence_break(c) == SentenceBreak::close;
}

// Terminators and the closing marks after them.
struct Ending {
  const char *next;
  bool full_stop; // one single full stop
  bool quote;     // has a closing quotation mark
  bool wide;      // its last terminator needs no blank after it
};

// What follows an ending and its blanks.
struct Beginning {
  bool likely;      // may begin a sentence
  bool quote;       // opens with a quotation mark
  bool number;      // then comes a digit
  const char *word; // after the opening marks
};

// A full stop ...
enum class Stop {
  ends,          // may end any sentence
  never,         // is that of an abbreviation that comes before something
  before_number, // is so before a number
  initial,       // ends one only before a typical first word
  may_end        // the same, or before a quotation
};

class Splitter {
public:
  Splitter(std::string_view text, std::vector<Span> &out)
      : begin_(text.data()), end_(begin_ + text.size()),
        start_(skip_blanks(begin_, end_).next), out_(out) {}

  void split() {
    const char *p = skip_plain(start_, end_);
    while (p < end_) {
      const CodePoint c = decode(p, end_);
      if (is_terminator(c.value))
        p = terminator(p);
      else if (is_space(c.value))
        p = blanks(p);
      else
        p += c.size;
      p = skip_plain(p, end_);
    }
    write(end_);
  }

private:
  const char *const begin_;
  const char *const end_;
  const char *start_; // of the sentence being read
  std::vector<Span> &out_;

  // Each of these reads on from p and returns where to go on.

  // White space; ends the sentence at a blank line.
  const char *blanks(const char *p) {
    const Blanks found = skip_blanks(p, end_);
    if (found.paragraph)
      next_sentence(p, found.next);
    return found.next;
  }

  const char *terminator(const char *p) {
    const Ending ending = read_ending(p);
    const Blanks found = skip_blanks(ending.next, end_);
    const bool blank = found.next > ending.next;
    if (found.paragraph || (!blank && ending.wide) ||
        (blank ? ends_sentence(p, ending, found.next)
               : ends_without_blank(p, ending)))
      next_sentence(ending.next, found.next);
    return found.next;
  }

  void next_sentence(const char *last, const char *next) {
    write(last);
    start_ = next;
  }

  void write(const char *last) {
    while (last > start_) {
      const CodePoint c = decode_back(start_, last);
      if (!is_space(c.value))
        break;
      last -= c.size;
    }
    if (last > start_)
      out_.push_back({static_cast<std::size_t>(start_ - begin_),
                      static_cast<std::size_t>(last - begin_)});
  }

  Ending read_ending(const char *p) const {
    Ending ending{p, *p == '.', false, false};
    while (ending.next < end_) {
      const CodePoint c = decode(ending.next, end_);
      const char *const next = ending.next + c.size;
      if (const char *const note = skip_note(ending.next)) {
        ending.next = note;
        continue;
      }
      if (is_terminator(c.value)) {
        ending.full_stop = ending.full_stop && ending.next == p;
        ending.wide = is_wide_terminator(c.value);
      } else if (always_closes(c.value) ||
                 (is_turning_quote(c.value) && blank_at(next))) {
        ending.quote = ending.quote || is_quote(c.value);
      } else if (sentence_break(c.value) != SentenceBreak::extend) {
        break;
      }
      ending.next = next;
    }
    return ending;
  }

  // After the number of a note at p, such as [12] of an encyclopedia; nullptr
  // where there is none.
  const char *skip_note(const char *p) const {
    if (*p != '[')
      return nullptr;
    const char *q = p + 1;
    while (q < end_ && q - p <= 3 && *q >= '0' && *q <= '9')
      ++q;
    return q > p + 1 && q < end_ && *q == ']' ? q + 1 : nullptr;
  }

  bool blank_at(const char *p) const {
    return p == end_ || is_space(decode(p, end_).value);
  }

  // Is the ending at p, with something after the blanks at `next`, the end of
  // the sentence?
  bool ends_sentence(const char *p, const Ending &ending,
                     const char *next) const {
    const Beginning beginning = read_beginning(next);
    if (!beginning.likely)
      return false;
    if (!ending.full_stop || ending.quote)
      return true;
    const auto starter = [&] { return starts_typically(beginning.word); };
    switch (stop_at(p)) {
    case Stop::ends:
      break;
    case Stop::never:
      return false;
    case Stop::before_number:
      return !beginning.number;
    case Stop::initial:
      return !beginning.quote && starter();
    case Stop::may_end:
      return beginning.quote || starter();
    }
    return true;
  }

  bool starts_typically(const char *word) const {
    return begins_with_starter({word, static_cast<std::size_t>(end_ - word)});
  }

  // Is the ending at p, with no blank after it, the end of the sentence? Yes
  // between two words that are no name, address or abbreviation.
  bool ends_without_blank(const char *p, const Ending &ending) const {
    const bool one =
        *p == '.' ? ending.full_stop : decode(p, end_).value != 0x2026;
    if (ending.next == end_ || !one)
      return false;
    const Beginning beginning = read_beginning(ending.next);
    if (!beginning.likely || beginning.number)
      return false;
    const Glued before = glued_before(start_, p);
    const GluedNext next = glued_next(beginning.word, end_);
    if (!before.word || !next.word || before.cased != next.cased)
      return false;
    const Stop stop = ending.full_stop ? stop_at(p) : Stop::ends;
    if (stop == Stop::never || stop == Stop::initial)
      return false;
    if (before.sure && stop == Stop::ends && !next.short_word)
      return true;
    return starts_typically(beginning.word);
  }

  Beginning read_beginning(const char *p) const {
    bool quote = false, opened = false;
    while (p < end_) {
      const CodePoint c = decode(p, end_);
      if (!is_quote(c.value) && !is_opening_bracket(c.value)) {
        const bool number = is_number(c.value);
        const bool likely = is_alphabetic(c.value)
                                ? !is_lower(c.value)
                                : number || opened || is_symbol(c.value) ||
                                      c.value == '#' || c.value == '@';
        return {likely, quote, number, p};
      }
      opened = true;
      quote = quote || is_quote(c.value);
      p += c.size;
    }
    return {false, false, false, p};
  }

  // What the full stop at p is, by the word before it.
  Stop stop_at(const char *p) const {
    constexpr std::ptrdiff_t kLongest = 24; // bytes; no abbreviation is longer
    const char *from = p;
    std::size_t letters = 0, dots = 0;
    char32_t first = 0;
    while (from > start_ && p - from < kLongest) {
      const CodePoint c = decode_back(start_, from);
      if (is_mark(c.value)) {
        from -= c.size;
        continue;
      }
      if (!is_alphabetic(c.value) && c.value != '.')
        break;
      dots += c.value == '.';
      letters += c.value != '.';
      first = c.value;
      from -= c.size;
    }
    if (letters == 0)
      return is_list_number(p) ? Stop::never : Stop::ends;
    if (letters == 1 && dots == 0 && is_upper(first))
      return Stop::initial;
    switch (abbreviation({from, static_cast<std::size_t>(p - from)})) {
    case Abbreviation::title:
      return Stop::never;
    case Abbreviation::before_number:
      return Stop::before_number;
    case Abbreviation::may_end:
      return Stop::may_end;
    case Abbreviation::none:
      break;
    }
    const bool dotted = dots > 0 && letters == dots + 1 && first != '.';
    return dotted ? Stop::may_end : Stop::ends; // U.S
  }

  // Is all of the sentence before p a number of up to three digits?
  bool is_list_number(const char *p) const {
    if (p == start_ || p - start_ > 3)
      return false;
    for (const char *q = start_; q < p; ++q)
      if (*q < '0' || *q > '9')
        return false;
    return true;
  }
};

} // namespace

void news_sentences(std::string_view text, std::vector<Span> &out) {
  Splitter(text, out).split();
}

} // namespace tritone::text
