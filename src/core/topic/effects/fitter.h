// SPDX-License-Identifier: GPL-2.0-or-later
// The regression of one topic's shares, draw after draw.
#pragma once

#include "base/config.h"
#include "topic/effects/intercepts.h"
#include "topic/effects/regression.h"
#include "topic/effects/working.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::effects {

// Keeps its scratch and, from draw to draw, the place. Scoring: x'b moves by
// weighted least squares of the scores, in steps short enough that the next one
// is not worse, until it stays where it is.
class Fitter {
public:
  // `design` must outlive the fitter.
  Fitter(const Design &design, Form form);

  // Where the next fit begins.
  void begin(const double *coefficients, double log_precision);

  // Fits the next shares, one for each article; false where it did not settle.
  bool fit(const double *shares);

  // Of the last fit; see Regressions.
  const std::vector<double> &coefficients() const { return b_; }
  const std::vector<double> &covariance() const { return covariance_; }
  double spread() const { return spread_; }
  double log_precision() const { return log_precision_; }

private:
  const double *row(std::size_t i) const {
    return design_.x.data() + i * design_.stride;
  }
  // The coefficients, and for Beta the log precision.
  std::size_t parameters() const { return p_ + (form_ == Form::beta ? 1 : 0); }

  void place(const std::vector<double> &b, const std::vector<double> &effects,
             std::vector<double> &out) const;
  template <class Scale, class Last>
  std::vector<double> products(Scale scale, Last last);
  std::vector<double> information_matrix();
  std::vector<double> score_sums() const;
  bool fit_plain();
  double damped(double most) const;
  void plain_covariance();
  std::vector<double> cluster_products() const;
  bool fit_intercepts();
  double move_precision();
  GroupedSums grouped_sums();

  const Design &design_;
  const Form form_;
  const std::size_t n_;
  const std::size_t p_;
  Working working_;
  std::vector<double> eta_;
  std::vector<double> shift_;
  std::vector<double> rows_;
  std::vector<double> b_;
  std::vector<double> effects_;
  std::vector<double> covariance_;
  double spread_ = 0.0;
  double log_precision_ = 0.0;
};

} // namespace tritone::topic::effects
