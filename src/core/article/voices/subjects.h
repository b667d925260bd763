// SPDX-License-Identifier: GPL-2.0-or-later
// Who says it: the subject of a verb of saying, before it or after it.
#pragma once

#include "base/config.h"

#include "article/voices/sentence.h"
#include "article/voices/tokens.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

struct VoiceClause {
  text::Saying kind;
  TokenRange cue;     // the verb
  TokenRange subject; // who: empty where the sentence does not say
  TokenRange content[2];
  TokenRange group; // verb and subject where they follow the words
};

struct Subject {
  TokenRange subject;
  std::uint32_t begin; // of the subject and the verb as a whole
  std::uint32_t end;
  bool inverted = false;
  bool relative = false;
  bool participle = false;
  bool own = false; // right beside its verb, not shared with another
};

class SubjectFinder {
public:
  // `clauses`: those before, whose subject a participle may share.
  SubjectFinder(const Sentence &sentence,
                const std::vector<VoiceClause> &clauses)
      : s_(sentence), clauses_(clauses) {}

  Subject find_subject(std::uint32_t verb) const;

  // The first name or pronoun of the main clause before token `end_at`.
  TokenRange first_name(std::uint32_t end_at) const;

private:
  const Sentence &s_;
  const std::vector<VoiceClause> &clauses_;

  TokenRange chunk_before(std::uint32_t end) const;
  TokenRange chunk_after(std::uint32_t begin) const;
  bool may_follow_verb(TokenRange subject, bool after_quote) const;
  bool can_begin_subject(std::uint32_t i) const;
  bool is_apposition(std::uint32_t comma, TokenRange &subject) const;
  bool is_office(std::uint32_t i) const;
  bool has_finite(std::uint32_t from, std::uint32_t to) const;
  TokenRange main_subject(std::uint32_t verb) const;
};

// The first name or pronoun of a sentence before token `end`, where no verb of
// saying names the speaker of what comes there.
TokenRange first_name(std::string_view text, const VoiceTokens &tokens,
                      const VoiceUnit &unit, std::uint32_t end);

} // namespace tritone::article
