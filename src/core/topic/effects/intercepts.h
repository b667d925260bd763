// SPDX-License-Identifier: GPL-2.0-or-later
// Weighted least squares with an intercept of its own for each group: the
// linear mixed model that regressions with random intercepts come down to.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::effects {

// What the model needs of working responses z with weights w and columns x,
// whose rows are `stride` long with zeros at the end.
struct GroupedSums {
  std::size_t articles = 0;
  std::size_t columns = 0;
  std::size_t stride = 0;
  std::vector<double> squares;  // sum w x x', stride x stride, upper triangle
  std::vector<double> products; // sum w x z, columns
  double total = 0.0;           // sum w z^2
  std::vector<double> rows;     // by group: sum w x, groups x stride
  std::vector<double> weight;   // by group: sum w
  std::vector<double> response; // by group: sum w z

  std::size_t groups() const { return weight.size(); }
};

struct Intercepts {
  std::vector<double> coefficients; // columns
  std::vector<double> covariance;   // columns^2
  std::vector<double> effects;      // by group, predicted
  double spread = 0.0;              // variance of the intercepts
  double scale = 1.0;               // variance of z is scale / w
};

// z = x b + u[group] + e with u ~ Normal(0, spread), e ~ Normal(0, scale / w):
// the spread is that of restricted maximum likelihood (Patterson and Thompson
// 1971, doi:10.1093/biomet/58.3.545), found on a grid and then by golden
// section; the scale too, or it is 1 with `known_scale`.
Intercepts solve_intercepts(const GroupedSums &sums, bool known_scale);

} // namespace tritone::topic::effects
