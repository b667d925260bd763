// SPDX-License-Identifier: GPL-2.0-or-later
// Tells speech from titles, names and scare quotes by length and neighbours.
#include "article/voices/spoken.h"

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;

// Does a verb of saying come right before token i, or before the comma, colon,
// or word before that?
bool follows_verb(const std::vector<VoiceToken> &t, std::size_t first,
                  std::size_t i) {
  for (std::size_t back = 1; back <= 3 && i >= first + back; ++back) {
    const VoiceToken &token = t[i - back];
    if (token.kind == Kind::word && token.verb.kind != Saying::none &&
        token.verb.kind != Saying::seem && token.verb.kind != Saying::thought)
      return true;
    if (token.kind == Kind::quote)
      return false;
  }
  return false;
}

bool precedes_verb(const std::vector<VoiceToken> &t, std::size_t i,
                   std::size_t last) {
  for (std::size_t k = i + 1; k < last && k <= i + 6; ++k)
    if (t[k].kind == Kind::word &&
        (t[k].verb.kind == Saying::speech || t[k].verb.kind == Saying::say ||
         t[k].verb.kind == Saying::report))
      return true;
  return false;
}

// Is the quotation at token i the name that people have for something: what
// officials call "discipline", called it the "lottery", headlined "Rain"?
bool is_name(const std::vector<VoiceToken> &t, std::size_t first, std::size_t i,
             const VoiceQuote &quote) {
  if (i == first)
    return false;
  const VoiceToken &before = t[i - 1];
  if (before.kind == Kind::word && (before.roles & role::heading) != 0)
    return true;
  // read "The Long Way Home", a book
  if (quote.title && quote.words >= 2 && before.kind == Kind::word &&
      before.verb.works)
    return true;
  if (quote.words >= 4)
    return false;
  std::size_t verb = i;
  while (verb > first && i - verb < 4 && !t[verb].verb.names)
    --verb;
  if (!t[verb].verb.names)
    return false;
  if (quote.words <= 2 && verb + 1 < i &&
      (before.roles & role::determiner) != 0)
    return true;
  // what people call so, but: what Kim called so
  if (t[verb].verb.form == text::VerbForm::past)
    return false;
  for (std::size_t k = verb; k > first && verb - k < 5; --k) {
    if (t[k - 1].kind != Kind::word)
      return false;
    if ((t[k - 1].roles & role::relative) != 0)
      return true;
  }
  return false;
}

} // namespace

void find_speech(VoiceTokens &tokens) {
  for (const VoiceUnit &unit : tokens.units)
    for (std::size_t i = unit.first; i < unit.last; ++i) {
      VoiceToken &token = tokens.tokens[i];
      if (token.kind != Kind::quote)
        continue;
      VoiceQuote &quote = tokens.quotes[token.quote];
      const bool alone = unit.last - unit.first == 1;
      const VoiceToken *before =
          i > unit.first ? &tokens.tokens[i - 1] : nullptr;
      // British: “so”, he said
      const bool stopped =
          quote.stopped ||
          (i + 1 < unit.last && tokens.tokens[i + 1].kind == Kind::comma);
      const bool spoken =
          follows_verb(tokens.tokens, unit.first, i) ||
          (quote.stopped && (i == unit.first || before->kind == Kind::colon)) ||
          (alone && (quote.stopped || quote.words >= 3)) ||
          (stopped && precedes_verb(tokens.tokens, i, unit.last)) ||
          (quote.words >= 3 && before != nullptr &&
           before->kind == Kind::word && (before->roles & role::that) != 0);
      const bool named =
          before != nullptr && before->kind == Kind::word &&
          (before->roles &
           (role::preposition | role::possessive | role::determiner)) != 0;
      quote.speech = !is_name(tokens.tokens, unit.first, i, quote) &&
                     (quote.words >= 4 && !quote.title
                          ? true
                          : spoken && !(quote.title && named));
      if (!quote.speech)
        token.kind = Kind::scare;
    }
}

} // namespace tritone::article
