// SPDX-License-Identifier: GPL-2.0-or-later
// What one topic's shares say about x'b where it is now: scores and information
// of each article, in each form of regression.
#pragma once

#include "base/config.h"
#include "topic/effects/regression.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::effects {

class Working {
public:
  Working(Form form, std::size_t articles);

  // The shares of the next regression.
  void enter(const double *shares);

  // Fills in what follows at eta, and for Beta at the log of the precision.
  void update(const std::vector<double> &eta, double log_precision);

  // By article: derivative of the log likelihood in eta, and its expected
  // second derivative with the sign changed.
  std::vector<double> score;
  std::vector<double> weight;
  // For Beta: derivative in the log precision, and the expected mixed one.
  std::vector<double> precision_score;
  std::vector<double> cross;
  double precision_weight = 0.0; // summed over articles

private:
  void update_beta(const std::vector<double> &eta, double log_precision);

  const Form form_;
  std::vector<double> share_;
  std::vector<double> logit_; // of shares, for Beta
  std::vector<double> rest_;  // log(1 - share), for Beta
};

// 1 / (1 + e^-x).
double logistic(double x);

} // namespace tritone::topic::effects
