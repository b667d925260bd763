// SPDX-License-Identifier: GPL-2.0-or-later
// Matches of entries, names left out, pairs put in, and the sum of the
// sentence.
#include "tone/sentence.h"

#include "text/fold.h"
#include "tone/pairs.h"

#include <algorithm>
#include <string_view>

namespace tritone::tone {
namespace {

// Does a pair use any of the tokens begin .. end - 1?
bool uses(const FoundHit &pair, std::size_t begin, std::size_t end) {
  return (begin < pair.end && pair.begin < end) ||
         (begin < pair.quantity_end && pair.quantity < end);
}

template <class Found>
void drop_used(std::vector<Found> &found, const std::vector<FoundHit> &pairs) {
  const auto used = [&](const Found &at) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const FoundHit &pair) {
      return uses(pair, at.begin, at.end);
    });
  };
  found.erase(std::remove_if(found.begin(), found.end(), used), found.end());
}

} // namespace

void SentenceScorer::clear() {
  hits_.clear();
  modifiers_.clear();
  directions_.clear();
  quantities_.clear();
  next_hit_ = 0;
}

// Longest matches, left to right. One that begins with a name does not exist,
// so the words after its first may be hits of their own ("a Great success"); an
// entry that only blocks does so with a capital too.
void SentenceScorer::add_matches(std::size_t i, const Lexicon::Matches &found,
                                 Names &names) {
  const auto add = [&](std::vector<FoundPhrase> &to, ShifterRole role) {
    const Lexicon::Match &match = found.of(role);
    if (match.tokens > 0 && (to.empty() || to.back().end <= i) &&
        (role == ShifterRole::modifier || !is_name(i, names)))
      to.push_back({i, i + match.tokens, match.id});
  };
  if (found.entry.tokens > 0 && i >= next_hit_) {
    const double valence = lexicon_.entries()[found.entry.id].valence;
    if (valence == 0) {
      next_hit_ = i + found.entry.tokens;
    } else if (!is_name(i, names)) {
      next_hit_ = i + found.entry.tokens;
      FoundHit hit{};
      hit.begin = i;
      hit.end = next_hit_;
      hit.valence = valence;
      hit.id = found.entry.id;
      hits_.push_back(hit);
    }
  }
  add(modifiers_, ShifterRole::modifier);
  add(directions_, ShifterRole::direction);
  add(quantities_, ShifterRole::quantity);
}

bool SentenceScorer::is_name(std::size_t i, Names &names) {
  if (names.sentence.token[i].capital && !names.marked) {
    find_marks(names.sentence, names.marks);
    names.marked = true;
  }
  return names.rule.is_name(i) || is_known_name(names.sentence, i);
}

bool SentenceScorer::is_known_name(const SentenceTokens &sentence,
                                   std::size_t i) {
  if (names_ == nullptr || !sentence.token[i].capital)
    return false;
  folded_.clear();
  text::append_folded(sentence.at(i), folded_);
  std::string_view word = folded_;
  if (word.size() > 2 && word.substr(word.size() - 2) == "'s")
    word.remove_suffix(2);
  return names_->find(word) != StringTable::kMissing;
}

// A pair takes the place of the entries and shifters it is made of.
void SentenceScorer::add_pairs(const SentenceTokens &sentence,
                               const std::vector<Mark> &marks) {
  find_pairs(sentence, marks, lexicon_.shifters(), modifiers_, directions_,
             quantities_, pairs_);
  if (pairs_.empty())
    return;
  drop_used(hits_, pairs_);
  const auto used_shifter = [&](const FoundPhrase &at) {
    return lexicon_.shifters()[at.id].kind == ShifterKind::shifter &&
           std::any_of(pairs_.begin(), pairs_.end(), [&](const FoundHit &pair) {
             return uses(pair, at.begin, at.end);
           });
  };
  modifiers_.erase(
      std::remove_if(modifiers_.begin(), modifiers_.end(), used_shifter),
      modifiers_.end());
  const auto own = static_cast<std::ptrdiff_t>(hits_.size());
  hits_.insert(hits_.end(), pairs_.begin(), pairs_.end());
  std::inplace_merge(
      hits_.begin(), hits_.begin() + own, hits_.end(),
      [](const FoundHit &a, const FoundHit &b) { return a.begin < b.begin; });
}

void SentenceScorer::finish(const SentenceTokens &sentence,
                            std::vector<Mark> &marks, bool &marked) {
  shifted_.clear();
  acting_.clear();
  const bool may_pair = !directions_.empty() && !quantities_.empty();
  if (hits_.empty() && !may_pair)
    return;
  if (!marked)
    find_marks(sentence, marks);
  marked = true;
  if (may_pair)
    add_pairs(sentence, marks);
  if (!modifiers_.empty() && !hits_.empty()) {
    apply_shifters(sentence, marks, lexicon_.shifters(), modifiers_, hits_,
                   scratch_, shifted_, keep_acting_ ? &acting_ : nullptr);
    return;
  }
  shifted_.assign(hits_.size(), Shifted{});
  if (keep_acting_)
    acting_.assign(hits_.size(), {});
}

} // namespace tritone::tone
