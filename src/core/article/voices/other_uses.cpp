// SPDX-License-Identifier: GPL-2.0-or-later
// Decides by the words around a verb of saying that it gives nobody's words.
#include "article/voices/other_uses.h"

#include <initializer_list>
#include <string_view>

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

bool is_any(const Sentence &s, std::uint32_t i,
            std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (s.is_text(i, word))
      return true;
  return false;
}

// Something is done, and not said: claimed by the sea, added to the noise,
// thanks to the rain, was admitted to a ward, to find a job.
bool is_act(const Sentence &s, std::uint32_t verb, bool passive) {
  const text::SayingVerb what = s.token(verb).verb;
  const std::uint32_t next = verb + 1;
  if (s.is_text(next, "by") && !what.addressed &&
      (what.kind == Saying::report || what.kind == Saying::say ||
       what.kind == Saying::thought))
    return true;
  if (s.has(next, role::to) && is_any(s, verb, {"added", "thanks"}))
    return true;
  if (s.is(next, Kind::number) &&
      is_any(s, verb,
             {"added", "approved", "claimed", "confirmed", "declared",
              "dismissed"}))
    return true;
  if (s.has(next, role::that) || s.is(next, Kind::quote))
    return false;
  return (passive && is_any(s, verb,
                            {"added", "admitted", "approved", "confirmed",
                             "dismissed"})) ||
         is_any(s, verb, {"find", "finding"});
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
      is_about_name(s, next) || is_act(s, verb, passive))
    return true;
  if (shown)
    return s.has(next, role::object) ||
           (s.is_text(next, "her") && (!s.is(next + 1, Kind::word) ||
                                       s.has(next + 1, role::preposition))) ||
           is_any(s, next, {"in", "on", "from", "by", "up"});
  if (what.kind == Saying::seem)
    return s.has(next, role::preposition) && !s.is_text(next, "as");
  if (what.kind == Saying::thought)
    return s.is_text(next, "on") || s.is_text(next, "from") ||
           (s.has(next, role::to) && s.is_text(verb, "learned"));
  return s.is_text(next, "for") &&
         (s.is_text(verb, "asked") || s.is_text(verb, "ask"));
}

} // namespace tritone::article
