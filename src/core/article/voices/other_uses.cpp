// SPDX-License-Identifier: GPL-2.0-or-later
// Tells by the words around a verb of saying that it gives nobody's words.
#include "article/voices/other_uses.h"

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;
using text::VerbForm;

// declined to be named, asked not to be identified
bool is_about_name(const Sentence &s, std::uint32_t i) {
  if (s.is_text(i, "not"))
    ++i;
  return s.has(i, role::to) && s.is_text(i + 1, "be") &&
         (s.is_text(i + 2, "named") || s.is_text(i + 2, "identified") ||
          s.is_text(i + 2, "quoted"));
}

} // namespace

bool is_passive(const Sentence &s, std::uint32_t verb) {
  if (s.token(verb).verb.form != VerbForm::past)
    return false;
  for (std::uint32_t i = s.group_first(verb); i < verb; ++i)
    if (s.has(i, role::be))
      return true;
  return false;
}

bool has_other_use(const Sentence &s, std::uint32_t verb) {
  const text::SayingVerb what = s.token(verb).verb;
  const std::uint32_t next = verb + 1;
  const bool passive = is_passive(s, verb);
  const bool shown = what.kind == Saying::show;
  if (passive && (what.names || ((shown || what.kind == Saying::thought) &&
                                 !s.has(next, role::to | role::that))))
    return true;
  if (((what.names || what.works) && s.is(next, Kind::scare)) ||
      is_about_name(s, next))
    return true;
  if (shown)
    return s.has(next, role::object) ||
           (s.is_text(next, "her") && (!s.is(next + 1, Kind::word) ||
                                       s.has(next + 1, role::preposition))) ||
           s.is_text(next, "in") || s.is_text(next, "on") ||
           s.is_text(next, "from") || s.is_text(next, "by");
  if (what.kind == Saying::seem)
    return s.has(next, role::preposition) && !s.is_text(next, "as");
  if (what.kind == Saying::thought)
    return s.is_text(next, "on") || s.is_text(next, "from") ||
           (s.has(next, role::to) && s.is_text(verb, "learned"));
  return s.is_text(next, "for") &&
         (s.is_text(verb, "asked") || s.is_text(verb, "ask"));
}

} // namespace tritone::article
