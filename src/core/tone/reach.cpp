// SPDX-License-Identifier: GPL-2.0-or-later
// Decides by the small words around it what a negator is about.
#include "tone/reach.h"

#include "text/fold.h"

#include <cstring>
#include <string>
#include <string_view>

namespace tritone::tone {
namespace {

// Lists of words: see is_one_of().
constexpr const char *kLinks = " be been being yet have had really quite ";
constexpr const char *kArticles =
    " a an the this that these those his her its their our my your some many "
    "much more another several numerous new ";
constexpr const char *kPronouns =
    " he she it they we i you there who which this ";
constexpr const char *kPossible = " could can ";
constexpr const char *kCannot =
    " couldn't couldnt can't cant cannot couldn't've ";
constexpr const char *kNot = " not n't never hardly scarcely barely no t ";
constexpr const char *kNobody = " nothing nobody none no-one noone ";
constexpr const char *kBeing =
    " be been being have has had get got gotten go gone come any much possibly "
    "ever a an ask asked hope hoped wish wished for feel felt look looked turn "
    "turned turning out at it more in much so not ";
constexpr const char *kNever =
    " been felt looked seemed had it a an so this as more was were there has "
    "have be quite any much ";
constexpr const char *kDegree = " so this as more such ";
constexpr const char *kPlainEr =
    " bitter clever proper sober tender eager sinister slender meager inner "
    "outer utter super upper under over after never ever former latter other "
    "winner killer danger disaster hunger anger murder power fever cancer "
    "fighter leader loser hacker robber slaughter laughter wonder ";

// A run of dashes is one mark: its first or last token.
bool in_dash(const std::vector<Mark> &marks, std::size_t i) {
  return marks[i] == Mark::dash;
}

} // namespace

bool is_one_of(const SentenceTokens &sentence, std::size_t i,
               const char *words) {
  if (i >= sentence.count)
    return false;
  std::string key(" ");
  text::append_folded(sentence.at(i), key);
  key += ' ';
  return std::strstr(words, key.c_str()) != nullptr;
}

bool Reach::only(const char *words, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (marks_[i] != Mark::none || !is_one_of(sentence_, i, words))
      return false;
  return true;
}

bool Reach::any(const char *words, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (is_one_of(sentence_, i, words))
      return true;
  return false;
}

std::size_t Reach::aside(std::size_t mark) const {
  const std::string_view close = sentence_.at(mark);
  const bool dash = in_dash(marks_, mark);
  const std::string_view open = close == ")" ? "(" : close == "]" ? "[" : ",";
  if (!dash && close != ")" && close != "]" && close != ",")
    return kNone;
  std::size_t i = mark;
  while (dash && i > 0 && in_dash(marks_, i - 1))
    --i;
  std::size_t words = 0;
  while (i-- > 0) {
    if (marks_[i] == Mark::none) {
      if (counts_as_word(sentence_.token[i]) && ++words > kAside)
        return kNone;
      continue;
    }
    if (marks_[i] == Mark::quote)
      continue;
    if (words == 0 || (dash ? !in_dash(marks_, i) : sentence_.at(i) != open))
      return kNone;
    while (dash && i > 0 && in_dash(marks_, i - 1))
      --i;
    return i;
  }
  return kNone;
}

bool Reach::reaches_aside(const FoundPhrase &negator, std::size_t mark) const {
  if (negator.end > mark || mark - negator.end > 1)
    return false;
  if (negator.end < mark && !is_one_of(sentence_, negator.end, kLinks))
    return false;
  return negator.end - negator.begin > 1 ||
         !is_one_of(sentence_, negator.begin, " no nor none neither ");
}

bool Reach::never_ever(std::size_t mark) const {
  return mark > 0 && is_one_of(sentence_, mark + 1, " ever ") &&
         is_one_of(sentence_, mark - 1, " never not ");
}

bool Reach::goes_on(const FoundPhrase &negator) const {
  return is_one_of(sentence_, negator.begin, " nor neither ");
}

bool Reach::over_and(const FoundPhrase &shifter, bool negator,
                     const std::vector<FoundHit> &hits,
                     const std::vector<Shifted> &shifted, std::size_t h) const {
  const std::size_t begin = hits[h].begin;
  std::size_t at = kNone;
  for (std::size_t i = begin; i-- > shifter.end && at == kNone;)
    if (sentence_.token[i].end - sentence_.token[i].begin <= 4 &&
        is_one_of(sentence_, i, " and & or plus "))
      at = i;
  if (at == kNone)
    return true;
  const bool determined =
      at + 1 < begin && is_one_of(sentence_, at + 1, kArticles);
  if (at + 1 < begin && is_one_of(sentence_, at + 1, kPronouns))
    return false;
  if (is_one_of(sentence_, at, " or "))
    return true;
  for (std::size_t k = h; k-- > 0 && hits[k].begin >= shifter.end;) {
    if (hits[k].begin >= at || shifted[k].dropped)
      continue;
    const bool same = (hits[k].valence > 0) == (hits[h].valence > 0);
    return same && (!negator || !determined || any(kArticles, shifter.end, at));
  }
  return !negator || (!determined && hits[h].valence > 0);
}

bool Reach::joins(std::size_t i) const {
  const std::size_t size = sentence_.token[i].end - sentence_.token[i].begin;
  return size <= 3 && is_one_of(sentence_, i, " and & or nor ");
}

bool Reach::same_list(const FoundHit &hit, const FoundHit &next) const {
  if (hit.is_pair() || next.is_pair() || hit.end >= next.begin ||
      next.begin - hit.end > 3 || (hit.valence > 0) != (next.valence > 0))
    return false;
  std::size_t i = hit.end;
  const bool comma = sentence_.at(i) == ",";
  i += comma;
  const bool joined = i < next.begin && joins(i);
  const bool all = joined && is_one_of(sentence_, i, " and & ");
  i += joined;
  if (!joined)
    return comma && i == next.begin && next.end < sentence_.count &&
           (sentence_.at(next.end) == "," || joins(next.end));
  if (i < next.begin && is_one_of(sentence_, i, kArticles) &&
      (!all ||
       (hit.begin > 0 && is_one_of(sentence_, hit.begin - 1, kArticles))))
    ++i;
  return i == next.begin;
}

bool Reach::comparative(const FoundHit &hit) const {
  for (std::size_t i = hit.begin; i < hit.end; ++i) {
    if (is_one_of(sentence_, i, " better worse more "))
      return true;
    const std::string_view s = sentence_.at(i);
    if (s.size() > 4 &&
        (s.substr(s.size() - 2) == "er" || s.substr(s.size() - 2) == "ER") &&
        !is_one_of(sentence_, i, kPlainEr))
      return true;
  }
  return false;
}

bool Reach::superlative(const FoundPhrase &negator, const FoundHit &hit) const {
  if (negator.end > hit.begin || hit.begin - negator.end > 6)
    return false;
  const std::size_t last = negator.end - 1;
  const bool more =
      comparative(hit) || (hit.begin > negator.end &&
                           is_one_of(sentence_, hit.begin - 1, " more "));
  const bool able = negator.begin > 0 &&
                    is_one_of(sentence_, negator.begin - 1, kPossible) &&
                    is_one_of(sentence_, last, kNot);
  const bool apart =
      last > negator.begin && // "could n't", "couldn t"
      is_one_of(sentence_, negator.begin, " could couldn can ca ");
  if (able || apart || is_one_of(sentence_, last, kCannot))
    return more && only(kBeing, negator.end, hit.begin);
  if (is_one_of(sentence_, last, kNobody) ||
      (last > negator.begin && is_one_of(sentence_, last, " one ")))
    return more && negator.end < hit.begin &&
           is_one_of(sentence_, negator.end, " could can would ") &&
           only(kBeing, negator.end + 1, hit.begin);
  if (is_one_of(sentence_, last, " never "))
    return negator.end < hit.begin && only(kNever, negator.end, hit.begin) &&
           (more || is_one_of(sentence_, hit.begin - 1, kDegree));
  return false;
}

} // namespace tritone::tone
