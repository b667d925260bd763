// SPDX-License-Identifier: GPL-2.0-or-later
// Tells verbs of saying from nouns and adjectives that look like them.
#include "article/voices/sentence.h"

namespace tritone::article {
namespace {

using text::Saying;
using text::VerbForm;

constexpr std::uint32_t kFar = 8; // tokens between a verb and a quotation

} // namespace

bool Sentence::is_verb_here(std::uint32_t i) const {
  const text::SayingVerb verb = t_[i].verb;
  // the said; but: another said
  const bool noun = before(i, role::determiner) &&
                    (verb.kind != Saying::speech || is_text(i - 1, "the") ||
                     is_text(i - 1, "a"));
  if (t_[i].kind != Kind::word || noun)
    return false;
  if (verb.kind == Saying::speech)
    return true;
  if ((t_[i].capital && i > first_) || before(i, role::possessive) ||
      (verb.form != VerbForm::past && i > first_ &&
       is(i - 1, Kind::number)) || // 112 calls
      (verb.doubtful && !is_beside_words(i)))
    return false;
  switch (verb.form) {
  case VerbForm::base:
    return is_text(i, "say") ||
           (has(i + 1, role::pronoun | role::that) &&
            !before(i, role::preposition | role::conjunction)) ||
           before(i, role::modal | role::pronoun | role::relative) ||
           (before(i, role::adverb | role::auxiliary) &&
            !before(i, role::be)) ||
           (i > first_ && ends_in_s(i - 1));
  case VerbForm::third:
    return i > first_ && !before(i, role::preposition | role::conjunction) &&
           !(has(i + 1, role::preposition) && !is_text(i + 1, "for") &&
             !is_text(i + 1, "on"));
  case VerbForm::past:
    return !before(i, role::preposition);
  case VerbForm::ing:
    break;
  }
  return true;
}

// Does a quotation, or "that", come next to the verb i?
bool Sentence::is_beside_words(std::uint32_t i) const {
  std::uint32_t next = i + 1;
  while (next < last_ && next - i < 4 && is(next, Kind::word) &&
         !has(next, role::that))
    ++next;
  if (is(next, Kind::comma) || is(next, Kind::colon))
    ++next;
  if (is(next, Kind::quote) || (next == i + 1 && has(next, role::that)))
    return true;
  if (is_last_clause(i))
    return true;
  const std::uint32_t group = group_first(i);
  for (std::uint32_t k = group; k > first_ && group - k < kFar; --k)
    if (!is_word_like(k - 1))
      return is(k - 1, Kind::quote);
  return false;
}

// Is the verb i of a short clause at the end: it rains, a court ruled on
// Monday?
bool Sentence::is_last_clause(std::uint32_t i) const {
  if (t_[i].verb.form != VerbForm::past ||
      (i + 1 < last_ && !has(i + 1, role::time | role::preposition) &&
       !is(i + 1, Kind::comma)) ||
      has(first_, role::preposition | role::subordinate))
    return false;
  std::uint32_t begin = i;
  while (begin > first_ && is_word_like(begin - 1))
    --begin;
  return begin > first_ + 3 && begin < i && i - begin <= 4 &&
         is(begin - 1, Kind::comma) &&
         (has(begin, role::determiner | role::pronoun) || is_capital(begin)) &&
         !has(i - 1, role::conjunction);
}

} // namespace tritone::article
