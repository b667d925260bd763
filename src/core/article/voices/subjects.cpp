// SPDX-License-Identifier: GPL-2.0-or-later
// Walks from a verb of saying back to its subject, past appositions and
// relative clauses, or on to one that comes after it.
#include "article/voices/subjects.h"

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;
using text::VerbForm;

constexpr std::uint32_t kBrackets = 8;    // tokens between two brackets
constexpr std::uint32_t kApposition = 20; // tokens between two commas
constexpr std::uint32_t kInverted = 12;   // tokens of a subject after its verb

} // namespace

// The first name or pronoun of the main clause before token `end_at`.
TokenRange SubjectFinder::first_name(std::uint32_t end_at) const {
  std::uint32_t from = s_.first();
  if (s_.has(s_.first(), role::subordinate | role::preposition |
                             role::relative | role::to) ||
      s_.is_text(s_.first(), "as") || s_.is_participle_form(s_.first()))
    while (from < end_at && !s_.is(from, Kind::comma))
      ++from;
  if (from + 1 >= end_at)
    from = s_.first();
  const std::uint32_t verb = end_at;
  for (std::uint32_t i = from; i < verb; ++i) {
    if (s_.has(i, role::pronoun))
      return {i, i + 1};
    if (s_.is_capital(i) && s_.token(i).verb.kind == Saying::none &&
        !s_.has(i, role::preposition | role::subordinate | role::conjunction |
                       role::time | role::determiner | role::adverb |
                       role::auxiliary | role::relative | role::to)) {
      std::uint32_t end = i + 1;
      while (end < verb && s_.is_capital(end))
        ++end;
      return {i, end};
    }
  }
  return {};
}

// The name or noun that ends before token `end`.
TokenRange SubjectFinder::chunk_before(std::uint32_t end) const {
  std::uint32_t i = end;
  while (i > s_.first()) {
    const std::uint32_t p = i - 1;
    if (s_.token(p).kind == Kind::bracket) {
      std::uint32_t open = p;
      while (open > s_.first() && p - open < kBrackets &&
             s_.token(open - 1).kind != Kind::bracket)
        --open;
      if (open > s_.first() && s_.token(open - 1).kind == Kind::bracket) {
        i = open - 1;
        continue;
      }
      break;
    }
    const bool close_to =
        s_.has(p, role::to) && p + 1 < end &&
        (s_.has(p + 1, role::determiner) || s_.is_capital(p + 1));
    if (!s_.is_word_like(p) ||
        (!close_to &&
         s_.has(p, role::relative | role::subordinate | role::that |
                       role::modal | role::be | role::object)))
      break;
    if (s_.has(p, role::conjunction) &&
        !(s_.is_text(p, "and") && i < end && s_.is_capital(i) &&
          p > s_.first() && s_.is_capital(p - 1)))
      break;
    if (p + 1 < end && s_.is_verb(p))
      break;
    i = p;
  }
  while (i < end && s_.has(i, role::auxiliary | role::time | role::adverb |
                                  role::conjunction | role::to))
    ++i;
  // On Monday Kim
  if (i + 2 < end && s_.has(i, role::preposition) && s_.has(i + 1, role::time))
    i += 2;
  else if (i + 1 < end &&
           (s_.is_text(i, "after") || (i == s_.first() && s_.is_text(i, "as"))))
    ++i;
  // has in the past said
  if (i > s_.first() && s_.has(i, role::preposition) &&
      s_.has(i - 1, role::auxiliary))
    return chunk_before(i - 1);
  if (i + 1 == end && s_.has(i, role::preposition))
    ++i;
  return {i, end};
}

// The name or noun that begins at token `begin`, up to a mark.
TokenRange SubjectFinder::chunk_after(std::uint32_t begin) const {
  std::uint32_t i = begin;
  while (i < s_.last() && i - begin < kInverted && s_.is_word_like(i) &&
         !s_.has(i, role::relative | role::subordinate | role::that | role::be |
                        role::modal) &&
         !(i > begin &&
           s_.has(i, role::conjunction | role::pronoun | role::time)) &&
         !(i > begin && s_.is_verb(i)))
    ++i;
  // Kim on Monday; Kim in a statement
  for (std::uint32_t k = begin + 1; k < i; ++k)
    if (s_.is_text(k, "on") || s_.is_text(k, "during") || s_.is_text(k, "in") ||
        s_.is_text(k, "after") || s_.is_text(k, "at")) {
      i = s_.is_capital(k - 1) ? k : i;
      break;
    }
  return {begin, i};
}

// May this be a subject that comes after its verb? What is said has a verb:
// Kim, clad in red, said the dam | could break; said the state had a share.
bool SubjectFinder::may_follow_verb(TokenRange subject,
                                    bool after_quote) const {
  const std::uint32_t i = subject.last;
  if (after_quote)
    return true;
  for (std::uint32_t k = subject.first; k < i; ++k)
    if (s_.is_text(k, "had") || s_.is_text(k, "has") || s_.is_text(k, "have"))
      return false;
  if (i >= s_.last())
    return true;
  if (s_.is(i, Kind::quote))
    return false;
  return !s_.is(i, Kind::word) ||
         s_.has(i, role::preposition | role::time | role::relative);
}

bool SubjectFinder::can_begin_subject(std::uint32_t i) const {
  return s_.is_capital(i) ||
         s_.has(i, role::determiner | role::pronoun | role::possessive);
}

Subject SubjectFinder::find_subject(std::uint32_t verb) const {
  const std::uint32_t group = s_.group_first(verb);
  Subject out{{}, group, verb + 1};
  if (group > s_.first() &&
      (s_.has(group - 1, role::relative) || s_.has(group - 1, role::that))) {
    std::uint32_t end = group - 1;
    while (end > s_.first() &&
           (s_.is(end - 1, Kind::comma) || s_.has(end - 1, role::preposition)))
      --end;
    out.subject = chunk_before(end);
    out.begin = out.subject.first;
    out.relative = true;
    return out;
  }
  if (s_.token(verb).verb.form == VerbForm::ing &&
      (group == verb || s_.before(group, role::preposition)) &&
      !s_.before(group, role::pronoun) && !s_.before(verb, role::be)) {
    out.participle = true;
    out.subject = main_subject(verb);
    return out;
  }
  if (group > s_.first() && s_.is_word_like(group - 1)) {
    out.subject = chunk_before(group);
    if (!out.subject.empty()) {
      out.begin = out.subject.first;
      out.own = true;
      return out;
    }
  }
  if (group > s_.first() && s_.is(group - 1, Kind::bracket)) {
    out.subject = chunk_before(group);
    out.begin = out.subject.first;
    out.own = !out.subject.empty();
    if (out.own)
      return out;
  }
  const bool after_comma = group > s_.first() && s_.is(group - 1, Kind::comma);
  if (group > s_.first() && s_.is_break(group - 1) &&
      is_apposition(group - 1, out.subject)) {
    out.begin = out.subject.first;
    out.own = true;
    return out;
  }
  const bool after_quote = group > s_.first() && s_.is(group - 1, Kind::quote);
  const bool may_follow =
      can_begin_subject(verb + 1) ||
      ((after_quote ||
        (after_comma && s_.has_capital(chunk_after(verb + 1)))) &&
       s_.is(verb + 1, Kind::word) && s_.token(verb + 1).roles == 0);
  const bool shows = s_.token(verb).verb.kind == Saying::show;
  if (s_.token(verb).verb.form != VerbForm::base && may_follow &&
      (after_quote || !shows) &&
      (group == s_.first() || after_comma || after_quote ||
       s_.is(group - 1, Kind::dash))) {
    out.subject = chunk_after(verb + 1);
    if (!may_follow_verb(out.subject, after_quote))
      out.subject = {};
    out.end = out.subject.last;
    out.inverted = out.own = !out.subject.empty();
    if (out.inverted)
      return out;
  }
  out.subject = main_subject(verb);
  return out;
}

// Is what ends with the comma at `comma` an apposition (Kim, a trader, ...)
// to a name before it, which becomes `subject`?
bool SubjectFinder::is_apposition(std::uint32_t comma,
                                  TokenRange &subject) const {
  const Kind mark = s_.token(comma).kind;
  std::uint32_t open = comma;
  while (open > s_.first() && comma - open < kApposition) {
    --open;
    if (s_.is(open, Kind::quote) || s_.is(open, Kind::colon) ||
        s_.is(open, Kind::semicolon))
      return false;
    if (!s_.is(open, mark) || open == s_.first())
      continue;
    const TokenRange name = chunk_before(open);
    if (name.empty())
      return false;
    const std::uint32_t in = open + 1;
    const bool begins =
        s_.has(in, role::determiner | role::relative | role::preposition) ||
        s_.is(in, Kind::number) || comma - in <= 2 || s_.is_participle(in) ||
        is_office(in);
    const bool names = s_.is_capital(name.last - 1) ||
                       s_.has(name.first, role::determiner) ||
                       (name.first == s_.first());
    if (begins && names && !has_finite(in, comma)) {
      subject = name;
      return true;
    }
    if (!s_.is_capital(in))
      return false;
  }
  return false;
}

// director of, spokeswoman for
bool SubjectFinder::is_office(std::uint32_t i) const {
  return s_.is(i, Kind::word) && !s_.is_capital(i) && s_.token(i).roles == 0 &&
         (s_.is_text(i + 1, "of") || s_.is_text(i + 1, "for") ||
          s_.is_text(i + 1, "at"));
}

bool SubjectFinder::has_finite(std::uint32_t from, std::uint32_t to) const {
  if (s_.has(from, role::relative))
    return false;
  for (std::uint32_t i = from; i < to; ++i)
    if (s_.has(i, role::pronoun))
      return true;
  return false;
}

// The subject that a participle shares: of the verb before it, or the first
// name of the sentence.
TokenRange SubjectFinder::main_subject(std::uint32_t verb) const {
  for (std::size_t k = clauses_.size(); k-- > 0;)
    if (!clauses_[k].subject.empty())
      return clauses_[k].subject;
  return first_name(verb);
}

TokenRange first_name(std::string_view text, const VoiceTokens &tokens,
                      const VoiceUnit &unit, std::uint32_t end) {
  const std::vector<VoiceClause> none;
  return SubjectFinder(Sentence(text, tokens, unit), none).first_name(end);
}

} // namespace tritone::article
