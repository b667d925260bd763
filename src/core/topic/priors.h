// SPDX-License-Identifier: GPL-2.0-or-later
// What is needed to learn the parameters of Dirichlet priors from counts.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <vector>

namespace tritone::topic {

// How many counts there are of each size.
class Histogram {
public:
  void add(std::size_t count);

  // The sum over counts n of digamma(n + a) - digamma(a), as sums of
  // 1 / (a + j) over j < n: exact, and without a digamma (Wallach 2008,
  // Structured topic models for language, section 2.3). Minka's fixed point for
  // a prior a_k of counts n_dk is then
  //   a_k <- a_k slope_k(a_k) / slope(sum a),
  // the second histogram being of the totals sum_k n_dk (Minka 2000, Estimating
  // a Dirichlet distribution, equation 55).
  double slope(double a) const;

private:
  std::vector<double> of_size_;
};

// Kept where no prior runs away: 1e-5 to 1e3.
double bounded_prior(double a);

} // namespace tritone::topic
