// SPDX-License-Identifier: GPL-2.0-or-later
// Starts the state of a fit, and packs it for a checkpoint.
#include "topic/cvb0/state.h"

#include "base/rng.h"

#include <algorithm>

namespace tritone::topic::cvb0 {
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

LaneTable State::draw_factors(std::uint64_t seed) const {
  const std::size_t lanes = kFactorRows + prior_.width;
  LaneTable factors(lanes, 1);
  Rng rng(seed, 0);
  for (std::size_t i = 0; i < lanes * kLanes; ++i)
    factors.row(0)[i] = 0.5F + static_cast<float>(rng.uniform());
  return factors;
}

std::vector<float> State::gamma() const {
  std::vector<float> out(counts_.entries() * topics_);
  for (std::size_t e = 0; e < counts_.entries(); ++e)
    std::copy_n(gamma_.row(e), topics_, out.data() + e * topics_);
  return out;
}

void State::set_gamma(const std::vector<float> &gamma) {
  for (std::size_t e = 0; e < counts_.entries(); ++e) {
    float *row = gamma_.row(e);
    std::copy_n(gamma.data() + e * topics_, topics_, row);
    std::fill(row + topics_, row + prior_.width * kLanes, 0.0F);
  }
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

// On one thread: workers would share the rows of gamma, or add up tables of
// their own, and either takes longer.
void State::tally() {
  const std::size_t stride = prior_.width * kLanes;
  std::fill(exact_.begin(), exact_.end(), 0.0);
  std::vector<double> sum(stride);
  for (std::size_t d = 0; d < counts_.rows(); ++d) {
    std::fill(sum.begin(), sum.end(), 0.0);
    const auto from = static_cast<std::size_t>(counts_.start[d]);
    const auto to = static_cast<std::size_t>(counts_.start[d + 1]);
    cvb0::tally({to - from, counts_.value.data() + from,
                 counts_.column.data() + from, gamma_.lanes(from)},
                prior_.width, exact_.data(), sum.data());
    const float *alpha = alpha_lanes_.row(0);
    float *row = in_document_.row(d);
    for (std::size_t l = 0; l < stride; ++l)
      row[l] = static_cast<float>(sum[l] + static_cast<double>(alpha[l]));
  }

  std::fill(sum.begin(), sum.end(), 0.0);
  for (std::size_t v = 0; v < counts_.columns; ++v)
    for (std::size_t l = 0; l < stride; ++l) {
      const double n = exact_[v * stride + l];
      sum[l] += n;
      in_term.row(v)[l] = static_cast<float>(n + eta_);
    }
  std::copy_n(sum.begin(), topics_, in_all.begin());
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

} // namespace tritone::topic::cvb0
