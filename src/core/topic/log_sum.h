// SPDX-License-Identifier: GPL-2.0-or-later
// Weighted sums of logarithms with few calls of log().
#pragma once

#include "base/config.h"
#include "base/math.h"

namespace tritone::topic {

// sum_v n_v log p_v, term by term. The p of terms that occur once are
// multiplied first, which spares most logarithms.
class LogSum {
public:
  void add(double n, double p) { // p > 0
    if (n != 1.0) {
      sum_ += n * math::log(p);
    } else if ((product_ *= p) < 1e-200) {
      sum_ += math::log(product_);
      product_ = 1.0;
    }
  }

  double value() const { return sum_ + math::log(product_); }

private:
  double sum_ = 0.0;
  double product_ = 1.0;
};

} // namespace tritone::topic
