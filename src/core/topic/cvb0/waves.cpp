// SPDX-License-Identifier: GPL-2.0-or-later
// Goes through the blocks in waves and hands the counts of each wave to the
// next.
#include "topic/cvb0/waves.h"

#include "base/monitor.h"
#include "base/parallel.h"
#include "topic/cvb0/kernel.h"

#include <algorithm>
#include <array>

namespace tritone::topic::cvb0 {
namespace {

constexpr std::size_t kBlockEntries = 8192;
constexpr std::size_t kSlots = 8;        // blocks of a full wave
constexpr std::size_t kMergeTerms = 512; // columns merged in one piece

// The first pass must not start with eight blocks that know nothing of each
// other: each would find its own topics under the same numbers. So waves grow
// with what is already counted. Later ones are of even size.
std::size_t wave_size(Pass kind, std::size_t done, std::size_t blocks) {
  const std::size_t waves = block_count(blocks, kSlots);
  const std::size_t even = block_count(blocks, waves);
  const std::size_t most = std::min(even, blocks - done);
  return kind == Pass::enter
             ? std::min(most, std::max<std::size_t>(1, done / 2))
             : most;
}

} // namespace

Waves::Waves(State &state, const std::vector<std::uint64_t> &keys,
             std::uint64_t seed, std::size_t threads)
    : state_(state), keys_(keys), factors_(state.draw_factors(seed)),
      threads_(std::max<std::size_t>(1, threads)),
      plan_(cut_documents(state.counts(), kBlockEntries)) {
  const std::size_t slots = std::min(kSlots, plan_.blocks.size());
  slots_.reserve(slots);
  for (std::size_t s = 0; s < slots; ++s)
    slots_.emplace_back(plan_.most_terms, state.prior().width);
}

double Waves::pass(Pass kind, PacedMonitor &pace, std::int64_t done) {
  double sum = 0.0;
  for (std::size_t first = 0; first < blocks();) {
    pace.report(done + static_cast<std::int64_t>(first));
    const std::size_t count = wave_size(kind, first, blocks());
    for_blocks(count, 1, threads_, pace, [&](const Block &b) {
      visit(kind, slots_[b.index], plan_.blocks[first + b.index]);
    });
    if (kind != Pass::log_likelihood)
      merge(first, count);
    for (std::size_t s = 0; s < count; ++s)
      sum += slots_[s].sum;
    first += count;
  }
  return sum;
}

void Waves::gather(Slot &slot, const DocumentBlock &block) {
  const Prior &prior = state_.prior();
  for (std::size_t t = 0; t < block.terms(); ++t) {
    const auto v = static_cast<std::size_t>(plan_.terms[block.terms_begin + t]);
    std::copy_n(state_.in_term.row(v), prior.width * kLanes,
                slot.in_term.row(t));
  }
  float *all = slot.rows.row(0);
  std::fill(all, all + prior.width * kLanes, 1.0F);
  for (std::size_t k = 0; k < state_.topics(); ++k)
    all[k] = static_cast<float>(std::max(state_.in_all[k], 0.0) +
                                static_cast<double>(prior.term_eta));
  slot.gain.assign(state_.topics(), 0.0);
  slot.sum = 0.0;
}

void Waves::visit(Pass kind, Slot &slot, const DocumentBlock &block) {
  gather(slot, block);
  const Prior &prior = state_.prior();
  const BlockCounts counts{slot.in_term.lanes(0), slot.rows.lanes(0),
                           slot.rows.lanes(1)};
  float *before = slot.rows.row(2);
  for (std::size_t d = block.begin; d < block.end; ++d) {
    const Document document = state_.document(d, plan_.term.data());
    if (kind == Pass::log_likelihood) {
      slot.sum += log_likelihood(prior, document, counts);
      continue;
    }
    const auto *now = reinterpret_cast<const float *>(document.topics);
    std::copy_n(now, state_.topics(), before);
    if (kind == Pass::enter)
      enter(prior, document, counts, factors_.lanes(0), keys_[d]);
    else
      slot.sum += sweep(prior, document, counts);
    for (std::size_t k = 0; k < state_.topics(); ++k)
      slot.gain[k] += static_cast<double>(now[k] - before[k]);
  }
}

void Waves::merge(std::size_t first, std::size_t count) {
  NullMonitor nobody; // a merge is far too short to watch
  for_blocks(
      state_.counts().columns, kMergeTerms, threads_, nobody,
      [&](const Block &b) { merge_terms(first, count, b.begin, b.end); });
  for (std::size_t s = 0; s < count; ++s)
    for (std::size_t k = 0; k < state_.topics(); ++k)
      state_.in_all[k] += slots_[s].gain[k];
}

// The blocks' lists of terms are sorted: walk them side by side.
void Waves::merge_terms(std::size_t first, std::size_t count, std::size_t begin,
                        std::size_t end) {
  const auto limit = static_cast<std::int32_t>(end);
  std::array<const std::int32_t *, kSlots> head{};
  std::array<const std::int32_t *, kSlots> tail{};
  std::array<const std::int32_t *, kSlots> origin{};
  for (std::size_t s = 0; s < count; ++s) {
    const DocumentBlock &block = plan_.blocks[first + s];
    origin[s] = plan_.terms.data() + block.terms_begin;
    tail[s] = plan_.terms.data() + block.terms_end;
    head[s] =
        std::lower_bound(origin[s], tail[s], static_cast<std::int32_t>(begin));
  }
  const Lanes *ended[kSlots] = {};
  for (;;) {
    std::int32_t v = limit;
    for (std::size_t s = 0; s < count; ++s)
      if (head[s] != tail[s])
        v = std::min(v, *head[s]);
    if (v == limit)
      return;
    std::size_t n = 0;
    for (std::size_t s = 0; s < count; ++s)
      if (head[s] != tail[s] && *head[s] == v)
        ended[n++] = slots_[s].in_term.lanes(
            static_cast<std::size_t>(head[s]++ - origin[s]));
    cvb0::merge(state_.prior(),
                state_.in_term.lanes(static_cast<std::size_t>(v)), ended, n);
  }
}

} // namespace tritone::topic::cvb0
