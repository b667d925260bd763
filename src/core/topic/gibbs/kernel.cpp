// SPDX-License-Identifier: GPL-2.0-or-later
// Draws of the topics of one document's tokens, and of each topic's
// distribution over terms.
#include "topic/gibbs/kernel.h"

#include "base/math.h"

#include <algorithm>

namespace tritone::topic::gibbs {
namespace {

constexpr std::size_t kKeptShapes = 128;

// A number from 0 to below `total`, or at it where rounding says so.
float point_below(float total, Rng &rng) {
  return static_cast<float>((static_cast<double>(rng.next32()) + 0.5) *
                            0x1p-32 * static_cast<double>(total));
}

// Cells of `count` lie far apart: each is asked for when the topic is known,
// and 1 is added when the document is through and the cell at hand.
void fetch(const std::int32_t *cell) {
#if defined(__GNUC__)
  __builtin_prefetch(cell, 1);
#else
  static_cast<void>(cell);
#endif
}

void add(const Topics &topics, const Tokens &tokens, std::int32_t *count) {
  for (std::size_t i = 0; i < tokens.n; ++i)
    ++count[static_cast<std::size_t>(tokens.term[i]) * topics.topics +
            static_cast<std::size_t>(tokens.topic[i])];
}

// Where u falls among weights laid end to end: column by column of the eight,
// and row by row within. Rounding may leave u after the last of a column,
// which then is the last that has a weight.
std::size_t pick(const Lanes *weight, std::size_t width, const Lanes &column,
                 float u) {
  std::size_t lane = 0;
  float before = 0.0F;
  float sum = 0.0F;
  std::size_t last = 0;
  for (std::size_t l = 0; l < kLanes; ++l) {
    const bool beyond = u >= sum + column[l];
    sum += column[l];
    lane += beyond;
    before = beyond ? sum : before;
    last = column[l] > 0.0F ? l : last;
  }
  lane = std::min(lane, last);
  const auto *w = reinterpret_cast<const float *>(weight) + lane;
  std::size_t row = 0;
  float rest = u - before;
  for (; row < width; ++row) {
    rest -= w[row * kLanes];
    if (rest < 0.0F)
      return row * kLanes + lane;
  }
  do
    --row;
  while (row > 0 && !(w[row * kLanes] > 0.0F));
  return row * kLanes + lane;
}

} // namespace

TRITONE_CLONES void draw_dense(const Topics &topics, const Tokens &tokens,
                               Rng &rng, Scratch &scratch,
                               std::int32_t *count) {
  const std::size_t width = lanes_for(topics.topics);
  std::int32_t *const in_doc = scratch.in_doc.data();
  float *const share = scratch.rows.row(0);
  const Lanes *const shares = scratch.rows.lanes(0);
  Lanes *const weight = scratch.rows.lanes(1);
  const float *const alpha = topics.alpha;
  const float *const norm = topics.norm;

  for (std::size_t i = 0; i < tokens.n; ++i)
    ++in_doc[tokens.topic[i]];
  for (std::size_t k = 0; k < width * kLanes; ++k)
    share[k] = (alpha[k] + static_cast<float>(in_doc[k])) * norm[k];

  for (std::size_t i = 0; i < tokens.n; ++i) {
    const auto old = static_cast<std::size_t>(tokens.topic[i]);
    share[old] = (alpha[old] + static_cast<float>(--in_doc[old])) * norm[old];
    const auto term = static_cast<std::size_t>(tokens.term[i]);
    const Lanes *const row = topics.weight->lanes(term);
    Lanes even{};
    Lanes odd{};
    std::size_t j = 0;
    for (; j + 2 <= width; j += 2) {
      weight[j] = shares[j] * row[j];
      weight[j + 1] = shares[j + 1] * row[j + 1];
      even += weight[j];
      odd += weight[j + 1];
    }
    if (j < width) {
      weight[j] = shares[j] * row[j];
      even += weight[j];
    }
    even += odd;
    float total = 0.0F;
    for (std::size_t l = 0; l < kLanes; ++l)
      total += even[l];
    const std::size_t k = pick(weight, width, even, point_below(total, rng));
    tokens.topic[i] = static_cast<std::int32_t>(k);
    share[k] = (alpha[k] + static_cast<float>(++in_doc[k])) * norm[k];
    fetch(count + term * topics.topics + k);
  }
  add(topics, tokens, count);
  std::fill(scratch.in_doc.begin(), scratch.in_doc.end(), 0);
}

void draw_sparse(const Topics &topics, const Tokens &tokens, Rng &rng,
                 Scratch &scratch, std::int32_t *count) {
  std::int32_t *const in_doc = scratch.in_doc.data();
  float *const sums = scratch.sums.data();
  std::vector<std::int32_t> &present = scratch.present;
  for (std::size_t i = 0; i < tokens.n; ++i)
    if (in_doc[tokens.topic[i]]++ == 0)
      present.push_back(tokens.topic[i]);

  for (std::size_t i = 0; i < tokens.n; ++i) {
    const std::int32_t old = tokens.topic[i];
    if (--in_doc[old] == 0) {
      *std::find(present.begin(), present.end(), old) = present.back();
      present.pop_back();
    }
    const auto term = static_cast<std::size_t>(tokens.term[i]);
    const float *const weight = topics.weight->row(term);
    const float *const prior = topics.prior->row(term);
    float sum = 0.0F;
    const std::size_t n = present.size();
    for (std::size_t p = 0; p < n; ++p) {
      const auto k = static_cast<std::size_t>(present[p]);
      sum += static_cast<float>(in_doc[k]) * topics.norm[k] * weight[k];
      sums[p] = sum;
    }
    const float u = point_below(sum + prior[topics.topics - 1], rng);
    std::int32_t chosen;
    if (u < sum) {
      chosen = present[static_cast<std::size_t>(
          std::upper_bound(sums, sums + n, u) - sums)];
    } else {
      // Topics without weight are no steps of the sums, so none is chosen; the
      // first that reaches the whole sum is the last that has a weight.
      const float *const end = prior + topics.topics;
      const float *at = std::upper_bound(prior, end, u - sum);
      if (at == end)
        at = std::lower_bound(prior, end, end[-1]);
      chosen = static_cast<std::int32_t>(at - prior);
    }
    if (in_doc[chosen]++ == 0)
      present.push_back(chosen);
    tokens.topic[i] = chosen;
    fetch(count + term * topics.topics + static_cast<std::size_t>(chosen));
  }
  add(topics, tokens, count);
  for (const std::int32_t k : present)
    in_doc[k] = 0;
  present.clear();
}

TermWeights::TermWeights(double eta)
    : eta_(eta), negligible_(math::exp(-51.0 * eta)),
      certain_(static_cast<unsigned>(256.0 * negligible_)) {
  for (std::size_t n = 1; n <= kKeptShapes; ++n)
    shape_.emplace_back(eta + static_cast<double>(n));
}

// Gamma(eta + tokens) for whole or other tokens above 0.
double TermWeights::gamma(double tokens, Rng &rng) const {
  const auto n = static_cast<std::size_t>(tokens);
  if (static_cast<double>(n) == tokens && n <= kKeptShapes)
    return rng.gamma(shape_[n - 1]);
  return rng.gamma(eta_ + tokens);
}

double TermWeights::empty(unsigned byte, Rng &rng) const {
  if (byte < certain_)
    return 0.0;
  const double u = (static_cast<double>(byte) + rng.uniform()) / 256.0;
  if (u <= negligible_)
    return 0.0;
  return rng.gamma(shape_[0]) * math::exp(math::log(u) / eta_);
}

void TermWeights::draw(const std::int32_t *count, const double *extra,
                       std::size_t topics, Rng &rng, float *weight) const {
  std::uint32_t bytes = 0; // one for each of four cells
  for (std::size_t k = 0; k < topics; ++k, bytes >>= 8) {
    if (k % 4 == 0)
      bytes = rng.next32();
    const double n = count[k] + (extra == nullptr ? 0.0 : extra[k]);
    weight[k] =
        static_cast<float>(n > 0.0 ? gamma(n, rng) : empty(bytes & 0xffU, rng));
  }
}

} // namespace tritone::topic::gibbs
