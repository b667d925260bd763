// SPDX-License-Identifier: GPL-2.0-or-later
// Quantities and their directions: unemployment that falls is good news.
#include "tone/pairs.h"

#include "tone/reach.h"

#include <algorithm>
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
  // or they are more than `reach`. Figures do not count.
  std::size_t distance(std::size_t from, std::size_t to,
                       std::size_t reach = kPairReach) const {
    const auto turn = std::lower_bound(turns_.begin(), turns_.end(), from);
    if (turn != turns_.end() && *turn < to)
      return kFar;
    std::size_t words = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (marks_[i] != Mark::none)
        return kFar;
      if (sentence_.token[i].kind == text::TokenKind::word && ++words > reach)
        return kFar;
    }
    return words;
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
    const std::size_t d = distance(quantity.end, level.begin);
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
      if (!consider(pairs.distance(quantities[q].end, at.begin, reach), false,
                    d, q))
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
