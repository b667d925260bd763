// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/cvb0_state.h"

#include "base/hash.h"
#include "base/parallel.h"
#include "base/rng.h"

#include <algorithm>
#include <array>

namespace tritone::cvb0 {
namespace {

constexpr std::size_t kDrawDocuments = 64;

// Numbers between 3/4 and 5/4, four from each draw of 32 bits: they only have
// to break the symmetry between topics.
void draw_row(Rng &rng, std::size_t topics, float *row) {
  std::uint32_t bits = 0;
  for (std::size_t k = 0; k < topics; ++k, bits >>= 8) {
    if (k % 4 == 0)
      bits = rng.next32();
    row[k] = 0.75F + (static_cast<float>(bits & 0xffU) + 0.5F) / 512.0F;
  }
}

} // namespace

State::State(const Rows &counts, std::size_t topics, double alpha, double eta)
    : in_term(counts.columns, lanes_for(topics)), in_all(topics),
      counts_(counts), topics_(topics), alpha_(alpha), eta_(eta),
      count_(counts.value.begin(), counts.value.end()),
      gamma_(counts.entries(), lanes_for(topics)),
      in_document_(counts.rows(), lanes_for(topics)),
      alpha_lanes_(1, lanes_for(topics)),
      exact_(counts.columns * lanes_for(topics) * kLanes),
      prior_{lanes_for(topics), alpha_lanes_.lanes(0), static_cast<float>(eta),
             static_cast<float>(static_cast<double>(counts.columns) * eta)} {
  float *row = alpha_lanes_.row(0);
  std::fill(row, row + prior_.width * kLanes, 0.0F);
  std::fill(row, row + topics_, static_cast<float>(alpha_));
}

void State::clear() {
  const std::size_t stride = prior_.width * kLanes;
  for (std::size_t d = 0; d < counts_.rows(); ++d)
    std::copy_n(alpha_lanes_.row(0), stride, in_document_.row(d));
  for (std::size_t v = 0; v < counts_.columns; ++v)
    std::fill_n(in_term.row(v), stride, prior_.eta);
  std::fill(in_all.begin(), in_all.end(), 0.0);
}

void State::draw_factors(std::uint64_t seed,
                         const std::vector<std::uint64_t> &keys,
                         std::size_t threads, Monitor &monitor) {
  const auto draw = [&](const Block &block) {
    for (std::size_t d = block.begin; d < block.end; ++d) {
      Rng rng(seed, keys.empty() ? mix64(d + 1) : keys[d]);
      const auto last = static_cast<std::size_t>(counts_.start[d + 1]);
      for (auto e = static_cast<std::size_t>(counts_.start[d]); e < last; ++e) {
        float *row = gamma_.row(e);
        draw_row(rng, topics_, row);
        std::fill(row + topics_, row + prior_.width * kLanes, 0.0F);
      }
    }
  };
  for_blocks(counts_.rows(), kDrawDocuments, threads, monitor, draw);
}

void State::assign(const std::vector<double> &phi) {
  for (std::size_t e = 0; e < counts_.entries(); ++e) {
    const auto v = static_cast<std::size_t>(counts_.column[e]);
    const double *from = phi.data() + v * topics_;
    double total = 0.0;
    for (std::size_t k = 0; k < topics_; ++k)
      total += from[k];
    float *row = gamma_.row(e);
    std::fill(row, row + prior_.width * kLanes, 0.0F);
    for (std::size_t k = 0; k < topics_; ++k)
      row[k] = static_cast<float>(
          total > 0.0 ? from[k] / total : 1.0 / static_cast<double>(topics_));
  }
}

// Topics do not meet in a count, so each worker takes eight of them through all
// documents: no partial sums, and no order that depends on threads.
void State::tally_lane(std::size_t lane) {
  const std::size_t stride = prior_.width * kLanes;
  const std::size_t at = lane * kLanes;
  double *exact = exact_.data() + at;
  for (std::size_t v = 0; v < counts_.columns; ++v)
    std::fill_n(exact + v * stride, kLanes, 0.0);

  for (std::size_t d = 0; d < counts_.rows(); ++d) {
    std::array<double, kLanes> sum{};
    const auto first = static_cast<std::size_t>(counts_.start[d]);
    const auto last = static_cast<std::size_t>(counts_.start[d + 1]);
    cvb0::tally({last - first, counts_.value.data() + first,
                 counts_.column.data() + first, gamma_.lanes(first) + lane,
                 prior_.width},
                exact, sum.data());
    const float *alpha = alpha_lanes_.row(0) + at;
    float *row = in_document_.row(d) + at;
    for (std::size_t l = 0; l < kLanes; ++l)
      row[l] = static_cast<float>(sum[l] + static_cast<double>(alpha[l]));
  }

  std::array<double, kLanes> all{};
  for (std::size_t v = 0; v < counts_.columns; ++v)
    for (std::size_t l = 0; l < kLanes; ++l) {
      const double n = exact[v * stride + l];
      all[l] += n;
      in_term.row(v)[at + l] = static_cast<float>(n + eta_);
    }
  for (std::size_t l = 0; l < kLanes && at + l < topics_; ++l)
    in_all[at + l] = all[l];
}

void State::tally(std::size_t threads, Monitor &monitor) {
  for_blocks(prior_.width, 1, threads, monitor,
             [this](const Block &block) { tally_lane(block.index); });
}

std::vector<double> State::phi() const {
  const std::size_t stride = prior_.width * kLanes;
  std::vector<double> out(topics_ * counts_.columns);
  std::vector<double> total(topics_);
  for (std::size_t v = 0; v < counts_.columns; ++v)
    for (std::size_t k = 0; k < topics_; ++k) {
      out[v * topics_ + k] = exact_[v * stride + k] + eta_;
      total[k] += out[v * topics_ + k];
    }
  for (std::size_t at = 0; at < out.size(); at += topics_)
    for (std::size_t k = 0; k < topics_; ++k)
      out[at + k] /= total[k];
  return out;
}

Document State::document(std::size_t d, const std::uint32_t *term) {
  const auto first = static_cast<std::size_t>(counts_.start[d]);
  const auto last = static_cast<std::size_t>(counts_.start[d + 1]);
  return {last - first, count_.data() + first, term + first,
          gamma_.lanes(first), in_document_.lanes(d)};
}

} // namespace tritone::cvb0
