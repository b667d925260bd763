// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the mark or the word with which reported words end.
#include "article/voices/endings.h"

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;
using text::VerbForm;

// The end of what a relative clause holds.
std::uint32_t next_comma(const Sentence &s, std::uint32_t i) {
  while (i < s.last() && !s.is(i, Kind::comma))
    ++i;
  return i;
}

// Asked about the dam, Kim said ...
bool is_opening(const Sentence &s, std::uint32_t verb) {
  return verb == s.first() && s.token(verb).verb.form == VerbForm::past;
}

// Does what begins here have a verb before the first mark?
bool has_verb(const Sentence &s, std::uint32_t from) {
  for (std::uint32_t i = from; i < s.last() && !s.is_break(i); ++i)
    if (s.has(i, role::be | role::modal))
      return true;
  return false;
}

// After the name that something is given: called it a "disaster" | and left;
// none in what people call a thing.
std::uint32_t named_end(const Sentence &s, const Subject &found,
                        std::uint32_t from) {
  if (s.before(found.begin, role::relative) ||
      (found.begin > s.first() && s.is_text(found.begin - 1, "as")))
    return from;
  for (std::uint32_t i = from; i < s.last(); ++i) {
    if (s.is(i, Kind::quote) || s.is(i, Kind::scare))
      return i + 1;
    if (s.is(i, Kind::semicolon) || s.is(i, Kind::dash))
      return i;
  }
  return s.last();
}

} // namespace

std::uint32_t content_end(const Sentence &s, std::uint32_t verb,
                          const Subject &found, std::uint32_t right,
                          std::uint32_t from) {
  const text::SayingVerb what = s.token(verb).verb;
  if (found.relative || is_opening(s, verb))
    return next_comma(s, from);
  if (what.names && !s.is_text(right, "for") && !s.is_text(right, "on"))
    return named_end(s, found, from);
  // shouted "Out!" and left
  if (s.is(from, Kind::quote) && s.token(from).capital &&
      s.has(from + 1, role::conjunction))
    return from + 1;
  if (what.kind == Saying::speech)
    return s.last();
  const bool clause = (from > right && s.has(from - 1, role::that)) ||
                      s.has(from, role::pronoun | role::relative |
                                      role::subordinate | role::to) ||
                      s.is(from, Kind::quote) || has_verb(s, from);
  for (std::uint32_t i = from; i < s.last(); ++i) {
    if (s.is(i, Kind::semicolon))
      return i;
    if (!clause && s.is(i, Kind::comma) &&
        (s.has(i + 1, role::conjunction | role::subordinate) ||
         s.is_text(i + 1, "when") || s.is_text(i + 1, "after") ||
         s.is_text(i + 1, "before") || s.is_text(i + 1, "as")))
      return i;
  }
  return s.last();
}

} // namespace tritone::article
