// SPDX-License-Identifier: GPL-2.0-or-later
// Quantities and their directions: unemployment that falls is good news.
#include "tone/pairs.h"

#include "tone/reach.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace tritone::tone {
namespace {

constexpr std::size_t kFar = static_cast<std::size_t>(-1);
// What joins a quantity to its level: "unemployment in the south remains low".
constexpr const char *kLinking =
    " is are was were be been being 's 're remain remains remained stay stays "
    "stayed look looks looked seem seems seemed isn't aren't wasn't weren't "
    "closed ended finished opened ";
constexpr const char *kCompared = " less fewer ";
// What may come between an aside and the direction of a quantity before it.
constexpr const char *kAuxiliary =
    " is are was were be been being 's 've has have had will would may might "
    "could can should did does do also still again all both now then almost "
    "just even not n't ";
constexpr const char *kParticles = " up down ";
constexpr const char *kNoLevel =
    " court courts school schools street streets commissioner commission "
    "command season tech end representative council ";

struct Candidate {
  std::size_t distance; // words between
  bool direction_first;
  std::size_t direction; // indices into the lists
  std::size_t quantity;
};

class Pairs {
public:
  Pairs(const SentenceTokens &sentence, const std::vector<Mark> &marks,
        const std::vector<Shifter> &shifters,
        const std::vector<FoundPhrase> &modifiers)
      : sentence_(sentence), marks_(marks) {
    for (const FoundPhrase &at : modifiers)
      if (shifters[at.id].kind == ShifterKind::adversative)
        turns_.push_back(at.begin);
  }

  // The words between tokens `from` and `to`, kFar where something parts them
  // or they are more than `reach`. Figures do not count. With `over_aside` an
  // aside between them does neither ("exports, he said, fell").
  std::size_t distance(std::size_t from, std::size_t to,
                       std::size_t reach = kPairReach,
                       bool over_aside = false) const {
    std::size_t words = 0, clear = from;
    for (std::size_t i = from; i < to; ++i) {
      if (marks_[i] != Mark::none) {
        const std::size_t close = over_aside ? aside_end(i, to) : kFar;
        if (close == kFar || turns(clear, i) || to_do(from, i))
          return kFar;
        over_aside = false;
        i = close;
        clear = close;
        continue;
      }
      if (sentence_.token[i].kind == text::TokenKind::word && ++words > reach)
        return kFar;
    }
    return turns(clear, to) ? kFar : words;
  }

  // The same between a level and a quantity, which must be close together, or
  // joined by a form of "be". What is up or down comes before it, "less" and
  // "fewer" directly before the quantity.
  std::size_t level_distance(const FoundPhrase &level,
                             const FoundPhrase &quantity) const {
    const bool particle = is_one_of(sentence_, level.begin, kParticles);
    if (is_one_of(sentence_, level.begin, kCompared)) // others go first
      return quantity.begin == level.end ? kPairReach : kFar;
    if (quantity.begin >= level.end) {
      const std::size_t d = distance(level.end, quantity.begin);
      const bool other =
          particle || (d > 0 && is_one_of(sentence_, level.end, kNoLevel));
      return d > kLevelReach || other ? kFar : d;
    }
    const std::size_t d = distance(quantity.end, level.begin, kPairReach, true);
    if (d == kFar || (particle && level.end < sentence_.count &&
                      is_one_of(sentence_, level.end, " to for against and ")))
      return kFar;
    for (std::size_t i = level.begin; i-- > quantity.end;)
      if (level.begin - i <= kLinkReach && is_one_of(sentence_, i, kLinking))
        return d;
    return d > (particle ? 0 : kLevelReach) ? kFar : d;
  }

private:
  // How far before its level a form of "be" is, with adverbs between.
  static constexpr std::size_t kLinkReach = 3;
  static constexpr std::size_t kAside = 8; // words of an aside

  // Does an adversative begin at one of the tokens?
  bool turns(std::size_t from, std::size_t to) const {
    const auto turn = std::lower_bound(turns_.begin(), turns_.end(), from);
    return turn != turns_.end() && *turn < to;
  }

  // Do the tokens begin with an infinitive ("an order to boil water")?
  bool to_do(std::size_t from, std::size_t to) const {
    return from + 1 < to && is_one_of(sentence_, from, " to ") &&
           sentence_.at(from + 1)[0] >= 'a' && sentence_.at(from + 1)[0] <= 'z';
  }

  // The last token of the aside that mark i opens, between commas, dashes or
  // brackets and without other marks; kFar where there is none, or where not
  // only auxiliaries and adverbs lie between it and token `to`.
  std::size_t aside_end(std::size_t i, std::size_t to) const {
    const std::string_view open = sentence_.at(i);
    const bool dash = marks_[i] == Mark::dash;
    const std::string_view close = open == "("   ? ")"
                                   : open == "[" ? "]"
                                   : open == "," ? ","
                                                 : "";
    if (!dash && close.empty())
      return kFar;
    const auto skip_dashes = [&](std::size_t at) {
      while (dash && at + 1 < to && marks_[at + 1] == Mark::dash)
        ++at;
      return at;
    };
    std::size_t words = 0, last = skip_dashes(i) + 1;
    for (; last < to && marks_[last] == Mark::none; ++last)
      if (counts_as_word(sentence_.token[last]) && ++words > kAside)
        return kFar;
    if (last >= to || words == 0 ||
        (dash ? marks_[last] != Mark::dash : sentence_.at(last) != close))
      return kFar;
    last = skip_dashes(last);
    for (std::size_t k = last + 1; k < to; ++k) {
      const std::string_view word = sentence_.at(k);
      const bool adverb =
          word.size() > 4 && word.substr(word.size() - 2) == "ly";
      if (!adverb && !is_one_of(sentence_, k, kAuxiliary))
        return kFar;
    }
    return last;
  }

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
  std::vector<std::size_t> turns_; // where adversatives begin
};

} // namespace

void find_pairs(const SentenceTokens &sentence, const std::vector<Mark> &marks,
                const std::vector<Shifter> &shifters,
                const std::vector<FoundPhrase> &modifiers,
                const std::vector<FoundPhrase> &directions,
                const std::vector<FoundPhrase> &quantities,
                std::vector<FoundHit> &out) {
  out.clear();
  if (directions.empty() || quantities.empty())
    return;
  const Pairs pairs(sentence, marks, shifters, modifiers);
  std::vector<Candidate> candidates;
  const auto consider = [&](std::size_t distance, bool direction_first,
                            std::size_t d, std::size_t q) {
    if (distance != kFar)
      candidates.push_back({distance, direction_first, d, q});
    return distance != kFar;
  };
  const auto is_level = [&](const FoundPhrase &at) {
    const ShifterKind kind = shifters[at.id].kind;
    return kind == ShifterKind::level_up || kind == ShifterKind::level_down;
  };
  std::size_t ahead = 0; // first quantity that begins after the direction
  for (std::size_t d = 0; d < directions.size(); ++d) {
    const FoundPhrase &at = directions[d];
    while (ahead < quantities.size() && quantities[ahead].begin < at.end)
      ++ahead;
    if (is_level(at)) {
      if (ahead < quantities.size())
        consider(pairs.level_distance(at, quantities[ahead]), true, d, ahead);
      if (ahead > 0 && quantities[ahead - 1].end <= at.begin)
        consider(pairs.level_distance(at, quantities[ahead - 1]), false, d,
                 ahead - 1);
      continue;
    }
    // ", up from" says what a quantity before it has done.
    const bool back = marks[at.begin] != Mark::none;
    const std::size_t reach = back ? kBackReach : kPairReach;
    for (std::size_t q = ahead; q < quantities.size() && !back; ++q)
      if (!consider(pairs.distance(at.end, quantities[q].begin), true, d, q))
        break;
    for (std::size_t q = ahead; q-- > 0;) {
      if (quantities[q].end > at.begin)
        continue; // shares a word
      if (!consider(pairs.distance(quantities[q].end, at.begin, reach, !back),
                    false, d, q))
        break;
    }
  }
  if (candidates.empty())
    return;
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate &a, const Candidate &b) {
              return std::tie(a.distance, a.direction_first, a.direction,
                              a.quantity) < std::tie(b.distance,
                                                     b.direction_first,
                                                     b.direction, b.quantity);
            });
  std::vector<bool> taken_direction(directions.size(), false);
  std::vector<bool> taken_quantity(quantities.size(), false);
  for (const Candidate &c : candidates) {
    if (taken_direction[c.direction] || taken_quantity[c.quantity])
      continue;
    taken_direction[c.direction] = taken_quantity[c.quantity] = true;
    const FoundPhrase &d = directions[c.direction];
    const FoundPhrase &q = quantities[c.quantity];
    const Shifter &direction = shifters[d.id];
    const double sign = direction.kind == ShifterKind::direction_up ||
                                direction.kind == ShifterKind::level_up
                            ? 1.0
                            : -1.0;
    FoundHit hit{};
    hit.begin = d.begin;
    hit.end = d.end;
    hit.valence = sign * direction.factor * shifters[q.id].factor;
    hit.id = q.id;
    hit.direction = d.id;
    hit.quantity = q.begin;
    hit.quantity_end = q.end;
    out.push_back(hit);
  }
  std::sort(out.begin(), out.end(), [](const FoundHit &a, const FoundHit &b) {
    return a.begin < b.begin;
  });
}

} // namespace tritone::tone
