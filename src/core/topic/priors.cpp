// SPDX-License-Identifier: GPL-2.0-or-later
// Learns the parameters of Dirichlet priors from counts.
#include "topic/priors.h"

#include <algorithm>

namespace tritone::topic {

void Histogram::add(std::size_t count) {
  if (count >= of_size_.size())
    of_size_.resize(count + 1, 0.0);
  ++of_size_[count];
}

double Histogram::slope(double a) const {
  double above = 0.0; // counts greater than j
  double sum = 0.0;
  for (std::size_t j = of_size_.size(); j-- > 0;) {
    sum += above / (a + static_cast<double>(j));
    above += of_size_[j];
  }
  return sum;
}

double bounded_prior(double a) { return std::clamp(a, 1e-5, 1e3); }

} // namespace tritone::topic
