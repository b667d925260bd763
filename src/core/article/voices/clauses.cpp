// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the verbs of saying of a sentence, walks back to their subjects, and
// decides on which side of them is what was said.
#include "article/voices/clauses.h"

#include "text/ascii.h"

#include <algorithm>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;
using text::VerbForm;

constexpr std::uint32_t kAddressee = 8;   // tokens of whom is spoken to
constexpr std::uint32_t kApposition = 20; // tokens between two commas
constexpr std::uint32_t kInverted = 12;   // tokens of a subject after its verb

class ClauseFinder {
public:
  ClauseFinder(std::string_view text, const VoiceTokens &tokens,
               const VoiceUnit &unit, std::vector<VoiceClause> &out)
      : text_(text), all_(tokens), t_(tokens.tokens), first_(unit.first),
        last_(unit.last), out_(out) {}

  void find() {
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (is_text(i, "according") && has(i + 1, role::to))
        add_source(i);
      else if (is(i, Kind::colon) && i < first_ + 6)
        add_label(i);
      else if (t_[i].verb.kind != Saying::none && is_verb(i))
        add_verb(i);
    }
  }

  // The first name or pronoun of the main clause before token `end_at`.
  TokenRange first_name(std::uint32_t end_at) const {
    std::uint32_t from = first_;
    if (has(first_, role::subordinate | role::preposition | role::relative |
                        role::to) ||
        is_text(first_, "as") || is_participle_form(first_))
      while (from < end_at && !is(from, Kind::comma))
        ++from;
    if (from + 1 >= end_at)
      from = first_;
    const std::uint32_t verb = end_at;
    for (std::uint32_t i = from; i < verb; ++i) {
      if (has(i, role::pronoun))
        return {i, i + 1};
      if (is_capital(i) && t_[i].verb.kind == Saying::none &&
          !has(i, role::preposition | role::subordinate | role::conjunction |
                      role::time | role::determiner | role::adverb |
                      role::auxiliary | role::relative | role::to)) {
        std::uint32_t end = i + 1;
        while (end < verb && is_capital(end))
          ++end;
        return {i, end};
      }
    }
    return {};
  }

private:
  std::string_view text_;
  const VoiceTokens &all_;
  const std::vector<VoiceToken> &t_;
  std::uint32_t first_, last_;
  std::vector<VoiceClause> &out_;

  // --- looking at tokens
  // ------------------------------------------------------

  bool has(std::uint32_t i, unsigned roles) const {
    return i >= first_ && i < last_ && t_[i].kind == Kind::word &&
           (t_[i].roles & roles) != 0;
  }
  bool before(std::uint32_t i, unsigned roles) const {
    return i > first_ && has(i - 1, roles);
  }
  bool is(std::uint32_t i, Kind kind) const {
    return i >= first_ && i < last_ && t_[i].kind == kind;
  }
  bool is_capital(std::uint32_t i) const {
    return is(i, Kind::word) && t_[i].capital;
  }
  bool is_word_like(std::uint32_t i) const {
    return is(i, Kind::word) || is(i, Kind::number) || is(i, Kind::scare);
  }
  bool is_break(std::uint32_t i) const {
    return is(i, Kind::comma) || is(i, Kind::semicolon) || is(i, Kind::dash) ||
           is(i, Kind::colon);
  }
  bool is_text(std::uint32_t i, std::string_view word) const {
    if (i >= last_ || t_[i].end - t_[i].begin != word.size())
      return false;
    const std::string_view here = all_.at(text_, i);
    for (std::size_t c = 0; c < word.size(); ++c)
      if (text::ascii_lower(here[c]) != word[c])
        return false;
    return true;
  }
  bool ends_in_s(std::uint32_t i) const {
    return is(i, Kind::word) && text_[t_[i].end - 1] == 's';
  }

  // --- verbs
  // ------------------------------------------------------------------

  // Is token i a verb of saying here, and not a noun or an adjective that looks
  // like one?
  bool is_verb(std::uint32_t i) const {
    const text::SayingVerb verb = t_[i].verb;
    if (t_[i].kind != Kind::word || verb.kind == Saying::none ||
        before(i, role::determiner))
      return false;
    if (verb.kind == Saying::speech)
      return true;
    if ((t_[i].capital && i > first_) || before(i, role::possessive) ||
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
  bool is_beside_words(std::uint32_t i) const {
    std::uint32_t next = i + 1;
    while (next < last_ && next - i < 4 && is(next, Kind::word) &&
           !has(next, role::that))
      ++next;
    if (is(next, Kind::comma) || is(next, Kind::colon))
      ++next;
    if (is(next, Kind::quote) || (next == i + 1 && has(next, role::that)))
      return true;
    const std::uint32_t group = group_first(i);
    for (std::uint32_t k = group; k > first_ && group - k < kAddressee; --k)
      if (!is_word_like(k - 1))
        return is(k - 1, Kind::quote);
    return false;
  }

  // The first token of the group of the verb i: has repeatedly said.
  std::uint32_t group_first(std::uint32_t i) const {
    while (i > first_ && has(i - 1, role::auxiliary | role::adverb | role::to))
      --i;
    return i;
  }

  // --- subjects
  // ---------------------------------------------------------------

  // The name or noun that ends before token `end`.
  TokenRange chunk_before(std::uint32_t end) const {
    std::uint32_t i = end;
    while (i > first_) {
      const std::uint32_t p = i - 1;
      if (t_[p].kind == Kind::bracket) {
        std::uint32_t open = p;
        while (open > first_ && p - open < kAddressee &&
               t_[open - 1].kind != Kind::bracket)
          --open;
        if (open > first_ && t_[open - 1].kind == Kind::bracket) {
          i = open - 1;
          continue;
        }
        break;
      }
      if (!is_word_like(p) ||
          has(p, role::relative | role::subordinate | role::that | role::modal |
                     role::be | role::object))
        break;
      if (has(p, role::conjunction) &&
          !(is_text(p, "and") && i < end && is_capital(i) && p > first_ &&
            is_capital(p - 1)))
        break;
      if (p + 1 < end && is_verb(p))
        break;
      i = p;
    }
    while (i < end && has(i, role::auxiliary | role::time | role::adverb |
                                 role::conjunction | role::to))
      ++i;
    // On Monday Kim
    if (i + 2 < end && has(i, role::preposition) && has(i + 1, role::time))
      i += 2;
    else if (i + 1 < end && is_text(i, "after"))
      ++i;
    // has in the past said
    if (i > first_ && has(i, role::preposition) && has(i - 1, role::auxiliary))
      return chunk_before(i - 1);
    if (i + 1 == end && has(i, role::preposition))
      ++i;
    return {i, end};
  }

  // The name or noun that begins at token `begin`, up to a mark.
  TokenRange chunk_after(std::uint32_t begin) const {
    std::uint32_t i = begin;
    while (i < last_ && i - begin < kInverted && is_word_like(i) &&
           !has(i, role::relative | role::subordinate | role::that | role::be |
                       role::modal) &&
           !(i > begin &&
             has(i, role::conjunction | role::pronoun | role::time)) &&
           !(i > begin && is_verb(i)))
      ++i;
    // Kim on Monday; Kim in a statement
    for (std::uint32_t k = begin + 1; k < i; ++k)
      if (is_text(k, "on") || is_text(k, "during") || is_text(k, "in") ||
          is_text(k, "after") || is_text(k, "at")) {
        i = is_capital(k - 1) ? k : i;
        break;
      }
    return {begin, i};
  }

  bool has_capital(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_capital(i))
        return true;
    return false;
  }

  // May a subject that comes after its verb end before token i? What is said
  // goes on with a verb: Kim, clad in red, said the dam | could break.
  bool may_end_subject(std::uint32_t i, bool after_quote) const {
    if (i >= last_ || after_quote)
      return true;
    if (is(i, Kind::quote))
      return false;
    return !is(i, Kind::word) ||
           has(i, role::preposition | role::time | role::relative);
  }

  bool can_begin_subject(std::uint32_t i) const {
    return is_capital(i) ||
           has(i, role::determiner | role::pronoun | role::possessive);
  }

  struct Found {
    TokenRange subject;
    std::uint32_t begin; // of the subject and the verb as a whole
    std::uint32_t end;
    bool inverted = false;
    bool relative = false;
    bool participle = false;
  };

  Found find_subject(std::uint32_t verb) const {
    const std::uint32_t group = group_first(verb);
    Found out{{}, group, verb + 1};
    if (group > first_ &&
        (has(group - 1, role::relative) || has(group - 1, role::that))) {
      std::uint32_t end = group - 1;
      while (end > first_ &&
             (is(end - 1, Kind::comma) || has(end - 1, role::preposition)))
        --end;
      out.subject = chunk_before(end);
      out.begin = out.subject.first;
      out.relative = true;
      return out;
    }
    if (t_[verb].verb.form == VerbForm::ing &&
        (group == verb || before(group, role::preposition)) &&
        !before(group, role::pronoun) && !before(verb, role::be)) {
      out.participle = true;
      out.subject = main_subject(verb);
      return out;
    }
    if (group > first_ && is_word_like(group - 1)) {
      out.subject = chunk_before(group);
      if (!out.subject.empty()) {
        out.begin = out.subject.first;
        // Kim, a trader who lives in Seoul, said: not reached; said by a
        // subject that is all there is.
        return out;
      }
    }
    if (group > first_ && is(group - 1, Kind::bracket)) {
      out.subject = chunk_before(group);
      out.begin = out.subject.first;
      if (!out.subject.empty())
        return out;
    }
    const bool after_comma = group > first_ && is(group - 1, Kind::comma);
    if (group > first_ && is_break(group - 1) &&
        is_apposition(group - 1, out.subject)) {
      out.begin = out.subject.first;
      return out;
    }
    const bool after_quote = group > first_ && is(group - 1, Kind::quote);
    const bool may_follow =
        can_begin_subject(verb + 1) ||
        ((after_quote || (after_comma && has_capital(chunk_after(verb + 1)))) &&
         is(verb + 1, Kind::word) && t_[verb + 1].roles == 0);
    if (t_[verb].verb.form != VerbForm::base && may_follow &&
        (group == first_ || after_comma || after_quote ||
         is(group - 1, Kind::dash))) {
      out.subject = chunk_after(verb + 1);
      if (!may_end_subject(out.subject.last, after_quote))
        out.subject = {};
      out.end = out.subject.last;
      out.inverted = !out.subject.empty();
      if (out.inverted)
        return out;
    }
    out.subject = main_subject(verb);
    return out;
  }

  // Is what ends with the comma at `comma` an apposition (Kim, a trader, ...)
  // to a name before it, which becomes `subject`?
  bool is_apposition(std::uint32_t comma, TokenRange &subject) const {
    const Kind mark = t_[comma].kind;
    std::uint32_t open = comma;
    while (open > first_ && comma - open < kApposition) {
      --open;
      if (is(open, Kind::quote) || is(open, Kind::colon) ||
          is(open, Kind::semicolon))
        return false;
      if (!is(open, mark) || open == first_)
        continue;
      const TokenRange name = chunk_before(open);
      if (name.empty())
        return false;
      const std::uint32_t in = open + 1;
      const bool begins =
          has(in, role::determiner | role::relative | role::preposition) ||
          is(in, Kind::number) || comma - in <= 2 || is_participle(in);
      const bool names = is_capital(name.last - 1) ||
                         has(name.first, role::determiner) ||
                         (name.first == first_);
      if (begins && names && !has_finite(in, comma)) {
        subject = name;
        return true;
      }
      if (!is_capital(in))
        return false;
    }
    return false;
  }

  bool is_participle(std::uint32_t i) const {
    return !is_capital(i) && is_participle_form(i);
  }
  bool is_participle_form(std::uint32_t i) const {
    if (!is(i, Kind::word))
      return false;
    const std::string_view word = all_.at(text_, i);
    return word.size() > 4 && (word.substr(word.size() - 3) == "ing" ||
                               word.substr(word.size() - 2) == "ed");
  }

  bool has_finite(std::uint32_t from, std::uint32_t to) const {
    if (has(from, role::relative))
      return false;
    for (std::uint32_t i = from; i < to; ++i)
      if (has(i, role::pronoun))
        return true;
    return false;
  }

  // The subject that a participle shares: of the verb before it, or the first
  // name of the sentence.
  TokenRange main_subject(std::uint32_t verb) const {
    for (std::size_t k = out_.size(); k-- > 0;)
      if (!out_[k].subject.empty())
        return out_[k].subject;
    return first_name(verb);
  }

  // --- what is said
  // -----------------------------------------------------------

  // After whom is spoken to: told Daily NK | that ...
  std::uint32_t after_addressee(std::uint32_t i) const {
    if (has(i, role::object))
      return i + 1;
    const std::uint32_t begin = i;
    while (i < last_ && i - begin < kAddressee && is_word_like(i) &&
           !has(i, role::that | role::to | role::subordinate | role::pronoun |
                       role::relative | role::be | role::modal |
                       role::preposition | role::time) &&
           !(i > begin && has(i, role::determiner)))
      ++i;
    return i;
  }

  // After phrases of time and place: on Monday in a speech.
  std::uint32_t after_adverbials(std::uint32_t i) const {
    if (is_text(i, "of"))
      ++i;
    for (;;) {
      if (has(i, role::time | role::adverb)) {
        ++i;
        continue;
      }
      if (!has(i, role::preposition | role::to) || is_text(i, "of"))
        return i;
      ++i;
      while (i < last_ && is_word_like(i) &&
             !has(i, role::that | role::pronoun | role::subordinate | role::be |
                         role::modal | role::relative))
        ++i;
    }
  }

  std::uint32_t skip_that(std::uint32_t i) const {
    while (i < last_ && (is_break(i) || has(i, role::that)))
      ++i;
    return i;
  }

  // The end of what a relative clause holds.
  std::uint32_t next_comma(std::uint32_t i) const {
    while (i < last_ && !is(i, Kind::comma))
      ++i;
    return i;
  }

  // Where a later sentence of its own begins: ", and Kim said".
  std::uint32_t left_end(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end > first_ &&
           (is_break(end - 1) || has(end - 1, role::conjunction)))
      --end;
    return end;
  }

  std::uint32_t words(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = from; i < to; ++i)
      n += is_word_like(i) ? 1 : is(i, Kind::quote) ? 3 : 0;
    return n;
  }

  void cut_before(std::uint32_t begin, std::uint32_t verb) {
    const text::SayingVerb what = t_[verb].verb;
    if (begin == first_ || out_.empty() || what.kind == Saying::thought ||
        what.kind == Saying::seem || what.form == VerbForm::base)
      return;
    const bool joins = has(begin - 1, role::conjunction | role::subordinate) ||
                       is(begin - 1, Kind::semicolon) ||
                       is(begin - 1, Kind::dash) || is_text(begin - 1, "as");
    if (!joins)
      return;
    for (VoiceClause &clause : out_)
      for (TokenRange &range : clause.content)
        if (range.has(begin))
          range.last = std::max(range.first, left_end(begin));
  }

  void add_verb(std::uint32_t verb) {
    const text::SayingVerb what = t_[verb].verb;
    const Found found = find_subject(verb);
    VoiceClause clause{what.kind, {verb, verb + 1}, found.subject, {}, {}};
    const bool speaks =
        what.kind != Saying::thought && what.kind != Saying::seem;
    std::uint32_t right = found.inverted ? found.end : verb + 1;
    if (!found.inverted && what.addressed)
      right = after_addressee(right);
    const std::uint32_t past = after_adverbials(right);
    const std::uint32_t left = left_end(found.begin);
    const bool left_mark =
        left < found.begin ||
        (found.begin > first_ && is(found.begin - 1, Kind::quote));
    const bool as = found.begin > first_ && is_text(found.begin - 1, "as");
    const bool has_left = speaks && !found.relative && !found.participle &&
                          words(first_, left) >= 1;
    const bool ends = past >= last_ || is(past, Kind::comma) ||
                      is(past, Kind::semicolon) || is(past, Kind::dash);
    if (as && has_left) {
      clause.content[0] = {first_, left_end(found.begin - 1)};
    } else if (found.inverted && has_left) {
      clause.content[0] = {first_, left};
      clause.group = {left, right};
      add_rest(clause, right);
    } else if (has_left && left_mark && ends && !is(right, Kind::quote)) {
      clause.content[0] = {first_, left};
      clause.group = {left, past};
      add_rest(clause, past);
    } else {
      cut_before(found.begin, verb);
      std::uint32_t from = skip_that(right);
      // said on Monday that; said in a statement: ...
      if (past < last_ && past > right &&
          (has(past, role::that) || is(past, Kind::colon) ||
           is(past, Kind::quote)))
        from = skip_that(past);
      const std::uint32_t to = found.relative ? next_comma(from) : last_;
      clause.content[0] = {from, to};
    }
    out_.push_back(clause);
  }

  // What comes after a sentence's attribution in the middle of it.
  void add_rest(VoiceClause &clause, std::uint32_t from) const {
    if (from >= last_)
      return;
    const std::uint32_t next = from + 1;
    if (clause.subject.first > clause.cue.first) { // said Kim, a trader, "..."
      while (from < last_ && !is(from, Kind::quote))
        ++from;
      clause.content[1] = {from, last_};
      return;
    }
    if (is(from, Kind::quote) || is(next, Kind::quote)) {
      clause.content[1] = {from, last_};
      return;
    }
    if (has(next, role::relative | role::preposition) ||
        is_text(next, "according") || is_participle(next))
      return;
    if (words(next, last_) >= 2)
      clause.content[1] = {next, last_};
  }

  // Kim: We cannot eat. | Daily Ledger: Dam Is Safe
  void add_label(std::uint32_t colon) {
    for (std::uint32_t i = first_; i < colon; ++i)
      if (!is_capital(i))
        return;
    if (colon > first_ && words(colon, last_) >= 3)
      out_.push_back({Saying::speech,
                      {colon, colon},
                      {first_, colon},
                      {{colon + 1, last_}, {}},
                      {}});
  }

  // according to ...
  void add_source(std::uint32_t i) {
    VoiceClause clause{Saying::speech, {i, i + 2}, {}, {}, {}};
    std::uint32_t end = i + 2;
    while (end < last_ && is_word_like(end) &&
           !has(end, role::be | role::modal | role::pronoun) &&
           !(end > i + 2 && has(end, role::that)))
      ++end;
    clause.subject = {i + 2, end};
    const std::uint32_t left = left_end(i);
    if (words(first_, left) >= 2) {
      clause.content[0] = {first_, left};
      if (is(end, Kind::comma) && words(end, last_) >= 4)
        clause.content[1] = {end + 1, last_};
    } else {
      while (end < last_ && !is(end, Kind::comma) && !is(end, Kind::quote) &&
             !is(end, Kind::colon))
        ++end;
      clause.content[0] = {skip_that(end), last_};
    }
    out_.push_back(clause);
  }
};

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

} // namespace

void find_speech(VoiceTokens &tokens) {
  for (const VoiceUnit &unit : tokens.units)
    for (std::size_t i = unit.first; i < unit.last; ++i) {
      VoiceToken &token = tokens.tokens[i];
      if (token.kind != Kind::quote)
        continue;
      VoiceQuote &quote = tokens.quotes[token.quote];
      const bool alone = unit.last - unit.first == 1;
      const bool spoken =
          follows_verb(tokens.tokens, unit.first, i) ||
          (quote.stopped && (alone || i == unit.first ||
                             precedes_verb(tokens.tokens, i, unit.last)));
      const VoiceToken *before =
          i > unit.first ? &tokens.tokens[i - 1] : nullptr;
      const bool named =
          before != nullptr && before->kind == Kind::word &&
          (before->roles &
           (role::preposition | role::possessive | role::determiner)) != 0;
      quote.speech = quote.words >= 4 && !quote.title
                         ? true
                         : spoken && !(quote.title && named);
      if (!quote.speech)
        token.kind = Kind::scare;
    }
}

TokenRange first_name(std::string_view text, const VoiceTokens &tokens,
                      const VoiceUnit &unit, std::uint32_t end) {
  std::vector<VoiceClause> none;
  return ClauseFinder(text, tokens, unit, none).first_name(end);
}

void find_clauses(std::string_view text, const VoiceTokens &tokens,
                  const VoiceUnit &unit, std::vector<VoiceClause> &out) {
  out.clear();
  ClauseFinder(text, tokens, unit, out).find();
}

} // namespace tritone::article
