// SPDX-License-Identifier: GPL-2.0-or-later
// Compares the words between a negator and a comparative with short lists.
#include "tone/superlative.h"

#include "tone/reach.h"

#include <string_view>

namespace tritone::tone {
namespace {

// Lists of words: see is_one_of().
constexpr const char *kPossible = " could can ";
constexpr const char *kCannot =
    " couldn't couldnt can't cant cannot couldn't've ";
constexpr const char *kNot = " not n't never hardly scarcely barely no t ";
constexpr const char *kNobody = " nothing nobody none no-one noone ";
constexpr const char *kBeing =
    " be been being have has had get got gotten go gone come any much possibly "
    "ever a an ask asked hope hoped wish wished for feel felt look looked turn "
    "turned turning out at it more in much so not imagine think of name "
    "picture ";
constexpr const char *kNever =
    " been felt looked seemed had it a an so this as more was were there has "
    "seen heard met known read watched tasted played "
    "have be quite any much i we you they he she ";
constexpr const char *kFound = " find meet get see ";
constexpr const char *kEarlier =
    " before ever last usual expected planned a previously yesterday ";
constexpr const char *kDegree = " so this as more such ";
constexpr const char *kGreater =
    " greater bigger larger better worse deeper clearer stronger higher ";
constexpr const char *kAfterNo =
    " off for at in of to and or but than now today if when with on as by he "
    "she it they we because that this then after since ";
constexpr const char *kPlainEr =
    " bitter clever proper sober tender eager sinister slender meager inner "
    "outer utter super upper under over after never ever former latter other "
    "winner killer danger disaster hunger anger murder power fever cancer "
    "fighter leader loser hacker robber slaughter laughter wonder ";

bool comparative(const SentenceTokens &sentence, const FoundHit &hit) {
  for (std::size_t i = hit.begin; i < hit.end; ++i) {
    if (is_one_of(sentence, i, " better worse more "))
      return true;
    const std::string_view s = sentence.at(i);
    if (s.size() > 4 &&
        (s.substr(s.size() - 2) == "er" || s.substr(s.size() - 2) == "ER") &&
        !is_one_of(sentence, i, kPlainEr))
      return true;
  }
  return false;
}

class Superlative {
public:
  Superlative(const SentenceTokens &sentence, const std::vector<Mark> &marks)
      : sentence_(sentence), marks_(marks) {}

  bool made(const FoundPhrase &negator, const FoundHit &hit) const {
    if (negator.end > hit.begin || hit.begin - negator.end > 6)
      return false;
    const std::size_t last = negator.end - 1;
    const bool more = comparative(sentence_, hit) ||
                      (hit.begin > negator.end &&
                       is_one_of(sentence_, hit.begin - 1, " more "));
    const bool able = negator.begin > 0 &&
                      is_one_of(sentence_, negator.begin - 1, kPossible) &&
                      is_one_of(sentence_, last, kNot);
    const bool apart =
        last > negator.begin && // "could n't", "couldn t"
        is_one_of(sentence_, negator.begin, " could couldn can ca ");
    if (able || apart || is_one_of(sentence_, last, kCannot))
      return more && only(kBeing, negator.end, hit.begin);
    if (no_better(negator, hit, more))
      return true;
    if (is_one_of(sentence_, last, kNobody) ||
        (last > negator.begin && is_one_of(sentence_, last, " one ")))
      return more && negator.end < hit.begin && nobody_more(negator, hit);
    if (more && found_none(negator, hit))
      return true;
    if (is_one_of(sentence_, last, " never "))
      return negator.end < hit.begin && only(kNever, negator.end, hit.begin) &&
             (more || is_one_of(sentence_, hit.begin - 1, kDegree));
    return false;
  }

private:
  bool only(const char *words, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (marks_[i] != Mark::none || !is_one_of(sentence_, i, words))
        return false;
    return true;
  }

  // "nobody could be prouder", "no one does it better", "nobody is happier than
  // she" (but "than before").
  bool nobody_more(const FoundPhrase &negator, const FoundHit &hit) const {
    const std::size_t verb = negator.end;
    if (is_one_of(sentence_, verb, " could can would "))
      return only(kBeing, verb + 1, hit.begin);
    if (is_one_of(sentence_, verb, " does do did ") ||
        (is_one_of(sentence_, verb, " has have had ") &&
         is_one_of(sentence_, verb + 1, " done made ")))
      return hit.begin - verb <= 3 && unmarked(verb, hit.begin);
    return is_one_of(sentence_, verb, " is was are were 's ") &&
           only(kBeing, verb + 1, hit.begin) &&
           is_one_of(sentence_, hit.end, " than ") &&
           !is_one_of(sentence_, hit.end + 1, kEarlier);
  }

  // "you will not find a friendlier hotel", "can't find a better deal".
  bool found_none(const FoundPhrase &negator, const FoundHit &hit) const {
    const std::size_t last = negator.end - 1;
    const bool future =
        is_one_of(sentence_, last,
                  " won't wont wouldn't wouldnt can't cant "
                  "cannot ") ||
        (negator.begin > 0 && is_one_of(sentence_, last, " not never n't ") &&
         is_one_of(sentence_, negator.begin - 1, " will would 'll wo "));
    return future && is_one_of(sentence_, negator.end, kFound) &&
           only(" a an any anything anyone anywhere much more ",
                negator.end + 1, hit.begin) &&
           hit.begin > negator.end + 1;
  }

  bool unmarked(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (marks_[i] != Mark::none)
        return false;
    return true;
  }

  // Is the negator one word, and a superlative with the comparative after it?
  bool no_better(const FoundPhrase &negator, const FoundHit &hit,
                 bool more) const {
    if (negator.end - negator.begin > 1)
      return false;
    const bool nothing = is_one_of(sentence_, negator.begin, " nothing ");
    const bool last = hit.end >= sentence_.count;
    const bool than = is_one_of(sentence_, hit.end, " than ");
    if (nothing && than)
      return more && only(" is was 's be ", negator.end, hit.begin);
    if (nothing)
      return more && hit.begin == negator.end && negator.begin > 0 &&
             is_one_of(sentence_, negator.begin - 1, " is was 's there's ");
    if (!is_one_of(sentence_, negator.begin, " no few "))
      return false;
    if (is_one_of(sentence_, negator.end, " other "))
      return more && hit.begin > negator.end &&
             hit.begin - negator.end <= kWindow + 1 &&
             unmarked(negator.end, hit.begin);
    if (hit.begin == negator.end + 1)
      return is_one_of(sentence_, negator.end, kGreater);
    return more && hit.begin == negator.end && !last && !than &&
           sentence_.token[hit.end].kind == text::TokenKind::word &&
           !is_one_of(sentence_, hit.end, kAfterNo);
  }

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
};

} // namespace

bool makes_superlative(const SentenceTokens &sentence,
                       const std::vector<Mark> &marks,
                       const FoundPhrase &negator, const FoundHit &hit) {
  return Superlative(sentence, marks).made(negator, hit);
}

} // namespace tritone::tone
