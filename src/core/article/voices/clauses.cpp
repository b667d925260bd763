// SPDX-License-Identifier: GPL-2.0-or-later
// Decides on which side of a verb of saying is what was said.
#include "article/voices/clauses.h"

#include "article/voices/endings.h"
#include "article/voices/other_uses.h"
#include "article/voices/subjects.h"

#include <algorithm>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;
using text::VerbForm;

constexpr std::uint32_t kAddressee = 8; // tokens of whom is spoken to

class ClauseFinder {
public:
  ClauseFinder(const Sentence &sentence, std::vector<VoiceClause> &out)
      : s_(sentence), out_(out) {}

  void find() {
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i) {
      if (s_.is_text(i, "according") && s_.has(i + 1, role::to))
        add_source(i);
      else if (s_.is(i, Kind::colon) && i < s_.first() + 6)
        add_label(i);
      else if (s_.is_verb(i))
        add_verb(i);
    }
  }

private:
  const Sentence s_;
  std::vector<VoiceClause> &out_;
  const SubjectFinder subjects_{s_, out_};
  // Where what is said may begin: after the label, as in Kim: "So it is," she
  // wrote.
  std::uint32_t begin_ = s_.first();

  // After whom is spoken to: told Daily NK | that ...
  std::uint32_t after_addressee(std::uint32_t i) const {
    if (s_.has(i, role::object))
      return i + 1;
    const std::uint32_t begin = i;
    while (i < s_.last() && i - begin < kAddressee && s_.is_word_like(i) &&
           !s_.has(i, role::that | role::to | role::subordinate |
                          role::pronoun | role::relative | role::be |
                          role::modal | role::preposition | role::time) &&
           !(i > begin && s_.has(i, role::determiner)))
      i += i > begin && s_.is_text(i + 1, "of") && s_.is_word_like(i + 2) ? 3
                                                                          : 1;
    return std::min(i, s_.last());
  }

  // After phrases of time and place: on Monday in a speech.
  std::uint32_t after_adverbials(std::uint32_t i) const {
    if (s_.is_text(i, "of"))
      ++i;
    for (;;) {
      if (s_.has(i, role::time | role::adverb)) {
        ++i;
        continue;
      }
      if (!s_.has(i, role::preposition | role::to) || s_.is_text(i, "of"))
        return i;
      ++i;
      while (i < s_.last() && s_.is_word_like(i) &&
             !s_.has(i, role::that | role::pronoun | role::subordinate |
                            role::be | role::modal | role::relative))
        ++i;
    }
  }

  std::uint32_t skip_that(std::uint32_t i) const {
    while (i < s_.last() && (s_.is_break(i) || s_.has(i, role::that)))
      ++i;
    return i;
  }

  // Where a later sentence of its own begins: ", and Kim said".
  std::uint32_t left_end(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end > s_.first() &&
           (s_.is_break(end - 1) || s_.has(end - 1, role::conjunction)))
      --end;
    return end;
  }

  std::uint32_t words(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = from; i < to; ++i)
      n += s_.is_word_like(i) ? 1 : s_.is(i, Kind::quote) ? 3 : 0;
    return n;
  }

  void cut_before(std::uint32_t begin, std::uint32_t verb) {
    const text::SayingVerb what = s_.token(verb).verb;
    if (begin == s_.first() || out_.empty() || what.kind == Saying::thought ||
        what.kind == Saying::seem || what.form == VerbForm::base)
      return;
    const bool joins =
        s_.has(begin - 1, role::conjunction | role::subordinate) ||
        s_.is(begin - 1, Kind::semicolon) || s_.is(begin - 1, Kind::dash) ||
        s_.is_text(begin - 1, "as");
    if (!joins)
      return;
    for (VoiceClause &clause : out_)
      for (TokenRange &range : clause.content)
        if (range.has(begin))
          range.last = std::max(range.first, left_end(begin));
  }

  void add_verb(std::uint32_t verb) {
    const text::SayingVerb what = s_.token(verb).verb;
    const bool passive = is_passive(s_, verb);
    if (has_other_use(s_, verb))
      return;
    const Subject found = subjects_.find_subject(verb);
    VoiceClause clause{what.kind, {verb, verb + 1}, found.subject, {}, {}};
    const bool speaks =
        what.kind != Saying::thought && what.kind != Saying::seem;
    std::uint32_t right = found.inverted ? found.end : verb + 1;
    if (!found.inverted && what.addressed)
      right = after_addressee(right);
    // told him | to leave; but: said to reporters
    const std::uint32_t past = what.addressed && s_.has(right, role::to)
                                   ? right
                                   : after_adverbials(right);
    const std::uint32_t left = left_end(found.begin);
    const bool as =
        found.begin > s_.first() && s_.is_text(found.begin - 1, "as");
    const bool has_left = speaks && !found.relative && !found.participle &&
                          words(begin_, as ? left - 1 : left) >= 1;
    const bool ends = past >= s_.last() || s_.is(past, Kind::comma) ||
                      s_.is(past, Kind::semicolon) || s_.is(past, Kind::dash);
    if (as && has_left) {
      clause.content[0] = {begin_, left_end(found.begin - 1)};
    } else if (found.inverted && has_left) {
      clause.content[0] = {begin_, left};
      clause.group = {left, right};
      add_rest(clause, right);
    } else if (has_left && is_after_words(found) && !passive && ends &&
               !s_.is(right, Kind::quote)) {
      clause.content[0] = {begin_, left};
      clause.group = {left, past};
      add_rest(clause, past);
    } else {
      cut_before(found.begin, verb);
      std::uint32_t from = skip_that(right);
      // said on Monday that; said in a statement: ...
      if (past < s_.last() && past > right &&
          (s_.has(past, role::that) || s_.is(past, Kind::colon) ||
           s_.is(past, Kind::quote)))
        from = skip_that(past);
      clause.content[0] = {from, content_end(s_, verb, found, right, from)};
    }
    if (passive) // whom it is done to
      clause.subject = {};
    if (clause.content[0].first == begin_)
      end_before(left);
    out_.push_back(clause);
  }

  // Is the attribution after the words: it rains, Kim said?
  bool is_after_words(const Subject &found) const {
    if (found.begin == s_.first())
      return false;
    return s_.is(found.begin - 1, Kind::quote) ||
           (found.own && s_.is_break(found.begin - 1));
  }

  // What was said before this attribution ends at it, whoever it is of.
  void end_before(std::uint32_t end) {
    for (VoiceClause &clause : out_)
      for (TokenRange &range : clause.content)
        if (range.first < end && range.last > end)
          range.last = end;
  }

  // What comes after a sentence's attribution in the middle of it.
  void add_rest(VoiceClause &clause, std::uint32_t from) const {
    if (from >= s_.last())
      return;
    const std::uint32_t next = from + 1;
    if (s_.is(from, Kind::semicolon) || goes_on_elsewhere(next))
      return;
    if (clause.subject.first > clause.cue.first) { // said Kim, a trader, "..."
      while (from < s_.last() && !s_.is(from, Kind::quote))
        ++from;
      clause.content[1] = {from, s_.last()};
      return;
    }
    if (s_.is(from, Kind::quote) || s_.is(next, Kind::quote)) {
      clause.content[1] = {from, s_.last()};
      return;
    }
    if (s_.has(next, role::relative) || s_.is_text(next, "according") ||
        (s_.is_participle(next) && !s_.is_text(next, "provided")))
      return;
    // "So it was," he said, with a smile
    const bool quoted = s_.is(clause.content[0].last - 1, Kind::quote);
    if (quoted && s_.has(next, role::preposition))
      return;
    if (words(next, s_.last()) >= 2)
      clause.content[1] = {next, s_.last()};
  }

  // said Kim, | and looked at the hill; who read it twice
  bool goes_on_elsewhere(std::uint32_t i) const {
    return s_.has(i, role::conjunction) &&
           !s_.has(i + 1, role::pronoun | role::determiner | role::that) &&
           !s_.is_capital(i + 1) && !s_.is(i + 1, Kind::quote);
  }

  // Kim: We cannot eat. | Daily Ledger: Dam Is Safe
  void add_label(std::uint32_t colon) {
    for (std::uint32_t i = s_.first(); i < colon; ++i)
      if (!s_.is_capital(i))
        return;
    // Said Kim: "We cannot eat."
    const Saying kind = s_.token(s_.first()).verb.kind;
    const std::uint32_t cue =
        colon > s_.first() + 1 &&
                (kind == Saying::speech || kind == Saying::say)
            ? 1
            : 0;
    const bool quoted = s_.is(colon + 1, Kind::quote);
    if (colon == s_.first() || (words(colon, s_.last()) < 3 && !quoted))
      return;
    if (quoted)
      begin_ = colon + 1;
    out_.push_back({Saying::speech,
                    cue > 0 ? TokenRange{s_.first(), s_.first() + cue}
                            : TokenRange{colon, colon},
                    {s_.first() + cue, colon},
                    {{colon + 1, s_.last()}, {}},
                    {}});
  }

  // according to ...
  void add_source(std::uint32_t i) {
    VoiceClause clause{Saying::speech, {i, i + 2}, {}, {}, {}};
    std::uint32_t end = i + 2;
    while (end < s_.last() && s_.is_word_like(end) &&
           !s_.has(end, role::be | role::modal | role::pronoun) &&
           !(end > i + 2 && s_.has(end, role::that)))
      ++end;
    clause.subject = {i + 2, end};
    const std::uint32_t left = left_end(i);
    if (words(s_.first(), left) >= 2) {
      clause.content[0] = {s_.first(), left};
      end_before(left);
      if (s_.is(end, Kind::comma) && words(end, s_.last()) >= 4 &&
          !s_.has(end + 1, role::relative) && !s_.is_participle(end + 1) &&
          !goes_on_elsewhere(end + 1))
        clause.content[1] = {end + 1, s_.last()};
    } else {
      while (end < s_.last() && !s_.is(end, Kind::comma) &&
             !s_.is(end, Kind::quote) && !s_.is(end, Kind::colon))
        ++end;
      clause.content[0] = {skip_that(end), s_.last()};
    }
    out_.push_back(clause);
  }
};

} // namespace

void find_clauses(std::string_view text, const VoiceTokens &tokens,
                  const VoiceUnit &unit, std::vector<VoiceClause> &out) {
  out.clear();
  ClauseFinder(Sentence(text, tokens, unit), out).find();
}

} // namespace tritone::article
