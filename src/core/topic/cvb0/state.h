// SPDX-License-Identifier: GPL-2.0-or-later
// What a fit by CVB0 holds between two sweeps.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"
#include "topic/cvb0/kernel.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::cvb0 {

// The responsibilities of a fit and the counts that follow from them. `counts`
// must outlive it.
class State {
public:
  State(const Rows &counts, std::size_t topics, double alpha, double eta);

  // No token is counted in any topic. Gamma is left as it is.
  void clear();

  // What enter() takes: numbers between 1/2 and 3/2, kFactorRows + width Lanes.
  LaneTable draw_factors(std::uint64_t seed) const;

  // Gamma becomes phi_kv / sum_k phi_kv; phi is topics x terms.
  void assign(const std::vector<double> &phi);

  // The current gamma, entries x topics, and back.
  std::vector<float> gamma() const;
  void set_gamma(const std::vector<float> &gamma);

  // Recounts everything from gamma, in double precision and the order of the
  // documents: what sweeps add up in single precision would drift in long fits.
  void tally();

  // The mean of each topic as last tallied: topics x terms, rows sum to 1.
  std::vector<double> phi() const;

  Document document(std::size_t d, const std::uint32_t *term);
  const Rows &counts() const { return counts_; }
  std::size_t topics() const { return topics_; }
  const Prior &prior() const { return prior_; }

  LaneTable in_term;          // N_vk + eta, a row for each term
  std::vector<double> in_all; // N_k

private:
  const Rows &counts_;
  std::size_t topics_;
  double alpha_;
  double eta_;
  std::vector<float> count_;  // by entry
  LaneTable gamma_;           // by entry
  LaneTable in_document_;     // by document: N_dk + alpha
  LaneTable alpha_lanes_;     // one row; 0 past the last topic
  std::vector<double> exact_; // N_vk as last tallied, terms x Lanes
  Prior prior_;
};

} // namespace tritone::topic::cvb0
