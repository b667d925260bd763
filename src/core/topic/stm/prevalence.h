// SPDX-License-Identifier: GPL-2.0-or-later
// The M-step of topic prevalence: what covariates say of eta.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "topic/stm/dense.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::stm {

// Regressions of many responses on one design X (documents x covariates, row by
// row; its first column is not shrunk, so an intercept belongs there). Each has
// noise and coefficients with normal priors whose precisions are common to its
// coefficients and are found by variational Bayes with half-Cauchy priors
// (Wand, Ormerod, Padoan & Fruehwirth 2011, doi:10.1214/11-BA631), as the
// structural topic model has it.
//
// X'X without the first column's part is decomposed once: every response and
// step after that costs of the order of the number of covariates.
class Regression {
public:
  // Throws input_error where the first column is 0 throughout or X not finite.
  Regression(std::vector<double> design, std::size_t documents,
             std::size_t covariates);

  std::size_t covariates() const { return p_; }

  // Coefficients, covariates x responses column-major, of responses (documents
  // x stride, row by row).
  std::vector<double> fit(const std::vector<double> &y, std::size_t responses,
                          std::size_t stride, std::size_t threads,
                          Monitor &monitor) const;

  // X gamma: documents x stride, row by row, zero in the padding.
  std::vector<double> predict(const std::vector<double> &gamma,
                              std::size_t responses, std::size_t stride,
                              std::size_t threads, Monitor &monitor) const;

private:
  std::vector<double> solve(const double *xy, double yy) const;

  std::vector<double> x_; // row by row
  const std::size_t n_;
  const std::size_t p_;
  double first_ = 0.0;        // squared length of the first column
  std::vector<double> cross_; // of the others with it, over first_
  Eigen rest_; // of the others' X'X without what the first explains
};

// X gamma for any design.
std::vector<double> linear(const std::vector<double> &design,
                           std::size_t documents, std::size_t covariates,
                           const std::vector<double> &gamma,
                           std::size_t responses, std::size_t stride,
                           std::size_t threads, Monitor &monitor);

// The covariance of eta around mu, with the sum of the documents' own: (cross
// product of eta - mu, plus nu) / documents; `shrink` of it is moved to its
// diagonal. free x stride.
std::vector<double> covariance(const std::vector<double> &eta,
                               const std::vector<double> &mu,
                               std::size_t documents, std::size_t free,
                               std::size_t stride,
                               const std::vector<double> &nu, double shrink,
                               std::size_t threads, Monitor &monitor);

} // namespace tritone::topic::stm
