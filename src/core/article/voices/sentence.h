// SPDX-License-Identifier: GPL-2.0-or-later
// One sentence as the rules for clauses ask about it: what a token is, and
// which words are verbs of saying here.
#pragma once

#include "base/config.h"

#include "article/voices/tokens.h"
#include "text/ascii.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// Tokens first .. last - 1 of VoiceTokens; none if they are equal.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  bool has(std::size_t i) const { return i >= first && i < last; }
};

// Tokens outside the sentence are nothing. Holds references.
class Sentence {
public:
  using Kind = VoiceToken::Kind;

  Sentence(std::string_view text, const VoiceTokens &tokens,
           const VoiceUnit &unit)
      : text_(text), all_(tokens), t_(tokens.tokens), first_(unit.first),
        last_(unit.last) {}

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }
  const VoiceToken &token(std::uint32_t i) const { return t_[i]; }

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
  bool has_capital(TokenRange range) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_capital(i))
        return true;
    return false;
  }

  // Is token i a verb of saying here, and not a noun or an adjective that looks
  // like one?
  bool is_verb(std::uint32_t i) const {
    return t_[i].verb.kind != text::Saying::none && is_verb_here(i);
  }

  // The first token of the group of the verb i: has repeatedly said.
  std::uint32_t group_first(std::uint32_t i) const {
    while (i > first_ && !has(i - 1, role::time) &&
           has(i - 1, role::auxiliary | role::adverb | role::to))
      --i;
    return i;
  }

private:
  std::string_view text_;
  const VoiceTokens &all_;
  const std::vector<VoiceToken> &t_;
  std::uint32_t first_, last_;

  bool is_verb_here(std::uint32_t i) const;
  bool is_beside_words(std::uint32_t i) const;
  bool is_last_clause(std::uint32_t i) const;
};

} // namespace tritone::article
