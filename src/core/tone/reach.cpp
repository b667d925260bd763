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
constexpr const char *kArticles =
    " a an the this that these those his her its their our my your some many "
    "much more another several numerous new ";
constexpr const char *kPronouns =
    " he she it they we i you there who which this ";
constexpr const char *kSince =
    " because after since amid while when during despite until before ";

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

bool Reach::any(const char *words, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (is_one_of(sentence_, i, words))
      return true;
  return false;
}

bool Reach::parallel(const FoundPhrase &far, std::size_t near) const {
  for (std::size_t i = far.end; i < near; ++i)
    if (joins(i))
      return true;
  return false;
}

bool Reach::object_of(const FoundHit &hit, const FoundPhrase &negator) const {
  if (negator.begin != hit.end || hit.is_pair())
    return false;
  const bool last = negator.end >= sentence_.count;
  if (negator.end - negator.begin == 1) {
    if (is_one_of(sentence_, negator.begin, " no ")) // not "No. 4"
      return !last &&
             sentence_.token[negator.end].kind == text::TokenKind::word;
    if (is_one_of(sentence_, negator.begin, " nothing none neither "))
      return true;
  }
  return is_one_of(sentence_, negator.end - 1, " one nobody no-one ") &&
         is_one_of(sentence_, negator.begin, " no nobody no-one ") &&
         (last || !counts_as_word(sentence_.token[negator.end]));
}

bool Reach::beyond_clause(const FoundPhrase &negator,
                          const FoundHit &hit) const {
  const std::size_t begin = hit.first();
  for (std::size_t i = negator.end + 1; i < begin; ++i) {
    if (is_one_of(sentence_, i, kSince) ||
        (hit.is_pair() && is_one_of(sentence_, i, " as ")))
      return true;
    if (is_one_of(sentence_, i, " than ") &&
        (is_one_of(sentence_, i - 1, " better worse ") ||
         is_one_of(sentence_, i - 2, " more ")))
      return true;
  }
  return false;
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

} // namespace tritone::tone
