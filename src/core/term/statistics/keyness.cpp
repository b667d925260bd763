// SPDX-License-Identifier: GPL-2.0-or-later
// Weighted log-odds of every term in every group, with an informative prior.
#include "term/statistics/keyness.h"

#include "base/error.h"
#include "base/math.h"
#include "base/sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace tritone::term {
namespace {

// Tokens by group and term; their sums by group go to `size`. The order of the
// articles changes no bit: sums of whole numbers are exact, others are free of
// their order.
std::vector<double> group_counts(const ColumnsView &counts,
                                 const std::vector<std::int32_t> &group,
                                 std::size_t groups,
                                 std::vector<double> &size) {
  std::vector<double> out(groups * counts.columns, 0.0);
  std::vector<std::vector<double>> parts(groups);
  for (std::size_t j = 0; j < counts.columns; ++j) {
    const auto begin = static_cast<std::size_t>(counts.p[j]);
    const auto end = static_cast<std::size_t>(counts.p[j + 1]);
    double *const own = out.data() + j * groups;
    const auto group_of = [&](std::size_t e) {
      return static_cast<std::size_t>(
          group[static_cast<std::size_t>(counts.i[e])]);
    };
    bool whole = true;
    for (std::size_t e = begin; e < end; ++e) {
      own[group_of(e)] += counts.x[e];
      whole = whole && counts.x[e] == std::floor(counts.x[e]);
    }
    if (!whole) {
      for (std::size_t e = begin; e < end; ++e)
        parts[group_of(e)].push_back(counts.x[e]);
      for (std::size_t g = 0; g < groups; ++g) {
        own[g] = order_free_sum(parts[g].data(), parts[g].size());
        parts[g].clear();
      }
    }
    for (std::size_t g = 0; g < groups; ++g)
      size[g] += own[g];
  }
  return out;
}

// What one cell adds to G2.
double deviance(double count, double expected) {
  return count > 0 ? count * math::log(count / expected) : 0;
}

// The tests of one table: the term in the group and in the others, all other
// terms in the group and in the others.
void test_table(double a, double b, double c, double d, double &g2,
                double &chi2) {
  const double n = a + b + c + d;
  const double margins = (a + b) * (c + d) * (a + c) * (b + d);
  const double apart = a * d - b * c;
  const double pearson = n * (apart * apart) / margins;
  if (!std::isfinite(pearson))
    return;
  const double expected = (a + b) * (a + c) / n;
  const double sum =
      deviance(a, expected) + deviance(b, (a + b) * (b + d) / n) +
      deviance(c, (c + d) * (a + c) / n) + deviance(d, (c + d) * (b + d) / n);
  const double sign = a < expected ? -1 : 1;
  g2 = sign * std::max(2 * sum, 0.0);
  chi2 = sign * pearson;
}

} // namespace

Keyness term_keyness(const ColumnsView &counts,
                     const std::vector<std::int32_t> &group, std::size_t groups,
                     double prior) {
  if (group.size() != counts.rows)
    throw input_error("Each of " + std::to_string(counts.rows) +
                      " articles needs a group; given " +
                      std::to_string(group.size()));
  std::vector<double> size(groups, 0.0);
  Keyness out;
  out.count = group_counts(counts, group, groups, size);
  out.others.resize(out.count.size());
  out.log_odds.assign(out.count.size(),
                      std::numeric_limits<double>::quiet_NaN());
  out.std_error = out.log_odds;
  out.g2 = out.log_odds;
  out.chi2 = out.log_odds;
  double all = 0;
  for (const double n : size)
    all += n;
  if (!std::isfinite(all + prior))
    throw numeric_error("`counts` add up to more than a number can hold; give "
                        "smaller counts.");
  for (std::size_t j = 0; j < counts.columns; ++j) {
    double total = 0;
    for (std::size_t g = 0; g < groups; ++g)
      total += out.count[j * groups + g];
    const double a = all > 0 ? prior * (total / all) : 0;
    for (std::size_t g = 0; g < groups; ++g) {
      const std::size_t at = j * groups + g;
      out.others[at] = std::max(0.0, total - out.count[at]);
      test_table(out.count[at], out.others[at],
                 std::max(0.0, size[g] - out.count[at]),
                 std::max(0.0, all - size[g] - out.others[at]), out.g2[at],
                 out.chi2[at]);
      const double y = out.count[at] + a;
      const double y_others = out.others[at] + a;
      const double rest = size[g] + prior - y;
      const double rest_others =
          std::max(0.0, all - size[g]) + prior - y_others;
      if (!(a > 0 && rest > 0 && rest_others > 0))
        continue;
      const double log_odds =
          math::log(y / rest) - math::log(y_others / rest_others);
      const double std_error = std::sqrt(1 / y + 1 / y_others);
      if (!std::isfinite(log_odds) || !std::isfinite(std_error))
        continue;
      out.log_odds[at] = log_odds;
      out.std_error[at] = std_error;
    }
  }
  return out;
}

} // namespace tritone::term
