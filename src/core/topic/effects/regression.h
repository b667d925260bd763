// SPDX-License-Identifier: GPL-2.0-or-later
// Regressions of shares of topics on covariates, for draws of the shares: the
// kernel of the method of composition where least squares alone will not do.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::effects {

// How a share depends on x'b: as it is; by the logistic function, fitted by the
// Bernoulli quasi-likelihood (Papke and Wooldridge 1996); or as the mean of a
// Beta distribution by the logistic function (Ferrari and Cribari-Neto 2004).
enum class Form : std::uint8_t { linear, fractional, beta };

// The covariates. Columns should be near orthogonal and of length sqrt(n), so
// that sums of squares are well conditioned.
struct Design {
  std::vector<double> x; // articles x stride, row by row, padded with zeros
  std::size_t columns = 0;
  std::size_t stride = 0;           // at least columns + 1
  std::vector<std::uint32_t> group; // by article; empty: none
  std::size_t groups = 0;
  bool random = false; // groups have intercepts of their own; else they are
                       // clusters, within which errors may depend

  std::size_t articles() const { return stride == 0 ? 0 : x.size() / stride; }
};

// A design of x, articles x columns, column-major.
Design make_design(const double *x, std::size_t articles, std::size_t columns);

// Draws of shares: each articles x topics, column-major, one after the other,
// from 0 to 1. For Beta they are first moved towards one half, to
// (y (n - 1) + 1/2) / n (Smithson and Verkuilen 2006), as its density has no
// value at 0 and 1.
struct Shares {
  const double *value = nullptr;
  std::size_t topics = 0;
  std::size_t draws = 0;
};

struct Regressions {
  // columns x topics x draws.
  std::vector<double> coefficients;
  // Means over draws: columns x columns x topics, and by topic.
  std::vector<double> covariance;
  std::vector<double> spread;    // variance of the groups' intercepts
  std::vector<double> precision; // of Beta, logarithm, of the last draw
  std::vector<std::uint8_t>
      failed; // by topic: in some draw it did not converge
};

// `start`: coefficients to begin with, columns x topics; `precision`: by topic.
// Each topic's draws are fitted one after the other, each from the one before;
// topics do not depend on each other, so the same bits for every number of
// threads.
//
// Covariances: linear without groups that of least squares; fractional and Beta
// the robust one with n / (n - columns); clusters the robust one of their sums
// (Liang and Zeger 1986) with G / (G - 1) (n - 1) / (n - columns); random
// intercepts that of the model, by penalised quasi-likelihood (Breslow and
// Clayton 1993) where it is not linear. Throws input_error where sizes do not
// agree, there are not more articles than columns, or less than two groups.
Regressions regress(const Design &design, const Shares &shares, Form form,
                    const std::vector<double> &start,
                    const std::vector<double> &precision, std::size_t threads,
                    Monitor &monitor);

} // namespace tritone::topic::effects
