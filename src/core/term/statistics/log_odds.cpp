// SPDX-License-Identifier: GPL-2.0-or-later
#include "term/statistics/log_odds.h"

#include "base/error.h"
#include "base/math.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tritone {

std::vector<double> log_odds(const ColumnsView &counts,
                             const std::vector<std::int32_t> &group,
                             std::size_t groups,
                             const std::vector<double> &share, double prior) {
  if (group.size() != counts.rows || share.size() != counts.columns)
    throw input_error("Each of " + std::to_string(counts.rows) +
                      " articles needs a group and each of " +
                      std::to_string(counts.columns) +
                      " terms a share; given " + std::to_string(group.size()) +
                      " and " + std::to_string(share.size()));
  // Tokens by group and term, then their sums.
  std::vector<double> own(groups * counts.columns, 0.0);
  std::vector<double> size(groups, 0.0);
  for (std::size_t j = 0; j < counts.columns; ++j) {
    const auto end = static_cast<std::size_t>(counts.p[j + 1]);
    for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e) {
      const auto g = static_cast<std::size_t>(
          group[static_cast<std::size_t>(counts.i[e])]);
      own[j * groups + g] += counts.x[e];
      size[g] += counts.x[e];
    }
  }
  double all = 0;
  for (const double n : size)
    all += n;
  if (!std::isfinite(all + prior))
    throw numeric_error("The counts add up to more than a number can hold; "
                        "give smaller counts.");
  for (std::size_t j = 0; j < counts.columns; ++j) {
    const double a = prior * share[j];
    double total = 0;
    for (std::size_t g = 0; g < groups; ++g)
      total += own[j * groups + g];
    for (std::size_t g = 0; g < groups; ++g) {
      double &cell = own[j * groups + g];
      const double y = cell + a;
      const double y_rest = std::max(0.0, total - cell) + a;
      const double others = size[g] + prior - y;
      const double others_rest = std::max(0.0, all - size[g]) + prior - y_rest;
      cell = 0;
      if (!(a > 0 && others > 0 && others_rest > 0))
        continue;
      const double z =
          (math::log(y / others) - math::log(y_rest / others_rest)) /
          std::sqrt(1 / y + 1 / y_rest);
      if (std::isfinite(z))
        cell = z;
    }
  }
  return own;
}

} // namespace tritone
