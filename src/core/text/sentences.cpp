// SPDX-License-Identifier: GPL-2.0-or-later
// Sentence boundaries of UAX #29, revision 41 (Unicode 15.0). The names SB3 ..
// SB11 are those of its rules.
#include "text/sentences.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace tritone::text {
namespace {

using Break = SentenceBreak;

bool is_attached(Break b) { return b == Break::extend || b == Break::format; }
bool is_separator(Break b) {
  return b == Break::sep || b == Break::cr || b == Break::lf;
}

// A character with what is attached to it, which the rules pass over (SB5).
struct Unit {
  Break kind;
  const char *next;
};

Unit read(const char *p, const char *end) {
  const CodePoint c = decode(p, end);
  Unit unit{sentence_break(c.value), p + c.size};
  if (is_separator(unit.kind))
    return unit;
  while (unit.next < end && static_cast<unsigned char>(*unit.next) >= 0x80) {
    const CodePoint mark = decode(unit.next, end);
    if (!is_attached(sentence_break(mark.value)))
      break;
    unit.next += mark.size;
  }
  return unit;
}

// Is the next letter a small one, before any other letter, terminator or
// separator (SB8)?
bool small_letter_follows(const char *p, const char *end) {
  while (p < end) {
    const Unit unit = read(p, end);
    switch (unit.kind) {
    case Break::lower:
      return true;
    case Break::o_letter:
    case Break::upper:
    case Break::sep:
    case Break::cr:
    case Break::lf:
    case Break::s_term:
    case Break::a_term:
      return false;
    default:
      p = unit.next;
    }
  }
  return false;
}

// The end of the sentence that begins at p.
const char *sentence_end(const char *p, const char *end) {
  // How far after a terminator: none, in its closing marks, in its blanks.
  enum class State { none, close, space } state = State::none;
  Break terminator = Break::other;
  Break last = Break::other;        // the character before
  Break before_last = Break::other; // the one before that
  while (p < end) {
    const Unit unit = read(p, end);
    if (state != State::none) {
      const bool full_stop = terminator == Break::a_term;
      const bool directly = last == terminator;
      const bool joined =
          (full_stop && directly && unit.kind == Break::numeric) || // SB6
          (full_stop && directly && unit.kind == Break::upper &&    // SB7
           (before_last == Break::upper || before_last == Break::lower));
      const bool goes_on =
          (state == State::close && unit.kind == Break::close) || // SB9
          unit.kind == Break::sp ||                               // SB9, SB10
          is_separator(unit.kind) ||                              // SB9 .. SB11
          unit.kind == Break::s_continue ||                       // SB8a
          unit.kind == Break::s_term || unit.kind == Break::a_term;
      if (!joined && !goes_on && !(full_stop && small_letter_follows(p, end)))
        return p; // SB11
    }

    if (unit.kind == Break::cr && unit.next < end && *unit.next == '\n')
      return unit.next + 1; // SB3, SB4
    if (is_separator(unit.kind))
      return unit.next; // SB4
    if (unit.kind == Break::a_term || unit.kind == Break::s_term) {
      state = State::close;
      terminator = unit.kind;
    } else if (unit.kind == Break::sp && state != State::none) {
      state = State::space;
    } else if (unit.kind != Break::close || state != State::close) {
      state = State::none;
    }
    before_last = last;
    last = unit.kind;
    p = unit.next;
  }
  return end;
}

} // namespace

void uax29_sentences(std::string_view text, std::vector<Span> &out) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  for (const char *p = begin; p < end;) {
    const char *const next = sentence_end(p, end);
    out.push_back({static_cast<std::size_t>(p - begin),
                   static_cast<std::size_t>(next - begin)});
    p = next;
  }
}

} // namespace tritone::text
