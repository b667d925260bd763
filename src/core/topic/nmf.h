// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone {

enum class NmfLoss : std::uint8_t { poisson, frobenius };

struct NmfOptions {
  std::size_t topics = 10;
  NmfLoss loss = NmfLoss::poisson;
  std::size_t iterations = 500; // at most
  double tolerance = 1e-5;      // least relative fall of the loss to go on
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

struct NmfTrace {
  std::size_t iteration; // from 1
  double loss;           // see fit_nmf()
};

// Where a fit stands after a step: all that is needed to go on to the same
// bits. Factors are rows x topics, row-major.
struct NmfState {
  std::size_t step = 0;           // steps done; 0: the factors are not used
  double loss = 0.0;              // after the last
  double stretch = 0.0;           // of the next
  std::vector<double> left;       // documents x topics
  std::vector<double> right;      // terms x topics
  std::vector<double> point_left; // where the next step starts
  std::vector<double> point_right;
  std::vector<NmfTrace> trace;
};

struct NmfFit {
  std::vector<double> phi; // topics x terms, rows sum to 1
  std::vector<NmfTrace> trace;
  bool converged = false;
};

// Non-negative factors of counts, X ~ L F' with L documents x topics and F
// terms x topics, that make a loss small:
//   poisson:   sum_dv (m_dv - x_dv log m_dv), m = L F', over all d and v;
//   frobenius: sum_dv (x_dv - m_dv)^2 / 2.
// The first is maximum likelihood of the multinomial topic model (Carbonetto,
// Sarkar, Wang & Stephens 2021, arXiv:2105.13440), here by multiplicative
// updates (Lee & Seung 2001), the second by coordinate descent (HALS; Cichocki
// & Phan 2009, doi:10.1587/transfun.E92.A.708). Both are extrapolated (Ang &
// Gillis 2019, doi:10.1162/neco_a_01157): a step that makes the loss larger is
// taken back, so the trace never rises.
//
// phi are the columns of F, made to sum to 1. The start is random in F and
// equal in L, and documents are taken in the order of canonical_documents():
// the order given does not matter. The same bits for every number of threads.
// Counts need not be whole numbers. Throws input_error for wrong options or
// counts, `cancelled` when the monitor says so.
NmfFit fit_nmf(const Rows &counts, const NmfOptions &options, Monitor &monitor);

// At most kNmfSegment steps from `state`. True where the fit is at its end,
// which `fit` then holds; otherwise `state` is where it stands. Throws as
// fit_nmf() does, input_error also for a state of other counts.
bool continue_nmf(const Rows &counts, const NmfOptions &options,
                  NmfState &state, NmfFit &fit, Monitor &monitor);
constexpr std::size_t kNmfSegment = 50;

} // namespace tritone
