// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of a sentence as places in its article.
#include "tone/hits.h"

#include <numeric>

namespace tritone::tone {
namespace {

TonePlace place(const SentenceTokens &tokens, std::size_t begin,
                std::size_t first, std::size_t end) {
  return {static_cast<std::uint32_t>(begin + tokens.token[first].begin),
          static_cast<std::uint32_t>(begin + tokens.token[end - 1].end)};
}

} // namespace

void append_hits(const SentenceScorer &scorer, const SentenceTokens &tokens,
                 std::size_t begin, std::size_t sentence,
                 std::vector<ToneHit> &hits,
                 std::vector<ToneShifter> &shifters) {
  const std::vector<FoundHit> &found = scorer.hits();
  // A pair is listed where its direction is, but may begin with its quantity.
  thread_local std::vector<std::size_t> order;
  order.resize(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return found[a].first() < found[b].first();
                   });
  for (const std::size_t h : order) {
    const Shifted &shifted = scorer.shifted()[h];
    if (shifted.dropped)
      continue;
    ToneHit hit{};
    hit.sentence = sentence;
    TonePlace at = place(tokens, begin, found[h].begin, found[h].end);
    if (found[h].is_pair()) {
      hit.direction_at = at;
      hit.quantity_at =
          place(tokens, begin, found[h].quantity, found[h].quantity_end);
      at.begin = std::min(at.begin, hit.quantity_at.begin);
      at.end = std::max(at.end, hit.quantity_at.end);
    }
    hit.begin = at.begin;
    hit.end = at.end;
    hit.entry = found[h].is_pair() ? ToneHit::kPair : found[h].id;
    hit.quantity = found[h].is_pair() ? found[h].id : ToneHit::kPair;
    hit.direction = found[h].direction;
    hit.valence = found[h].valence;
    hit.product = shifted.product;
    hit.contribution =
        from_units(contribution(found[h].valence, shifted.product));
    hit.first_shifter = shifters.size();
    if (!scorer.acting().empty())
      for (const Acting &one : scorer.acting()[h])
        shifters.push_back({place(tokens, begin, one.at.begin, one.at.end),
                            one.at.id, one.superlative, one.factor});
    hit.shifters =
        static_cast<std::uint32_t>(shifters.size() - hit.first_shifter);
    hits.push_back(hit);
  }
}

} // namespace tritone::tone
