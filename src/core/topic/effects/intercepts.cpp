// SPDX-License-Identifier: GPL-2.0-or-later
// With q = rho / (1 + rho w_g) by group, rho = spread / scale, the covariance
// of z has the inverse W - sum_g q_g (W 1_g)(W 1_g)', so that everything
// follows from sums by group.
#include "topic/effects/intercepts.h"

#include "base/math.h"
#include "topic/stm/dense.h"

#include <cmath>

namespace tritone::topic::effects {
namespace {

constexpr int kGrid = 12;
constexpr int kSections = 44; // of the golden section: 1e-9 of the bracket
constexpr double kGolden = 0.61803398874989485;

// The model at one ratio of the variances.
struct AtRatio {
  stm::Inverse inverse;      // of x'V^-1 x
  std::vector<double> right; // x'V^-1 z
  std::vector<double> coefficients;
  double rest = 0.0; // weighted squares that are left
  double value = 0.0;
};

class Criterion {
public:
  Criterion(const GroupedSums &sums, bool known_scale)
      : sums_(sums), known_scale_(known_scale),
        scaled_(sums.groups() * sums.stride) {
    double weight = 0.0;
    for (const double w : sums.weight)
      weight += w;
    mean_weight_ = weight / static_cast<double>(sums.groups());
  }

  // rho of a place in [0, 1): how much of a mean group's variance is between.
  double ratio(double place) const {
    return place / (1.0 - place) / mean_weight_;
  }

  AtRatio at(double place) {
    const double rho = ratio(place);
    const std::size_t p = sums_.columns;
    const std::size_t stride = sums_.stride;
    AtRatio out;
    std::vector<double> less(stride * stride, 0.0);
    out.right = sums_.products;
    double log_determinant = 0.0;
    double total = sums_.total;
    for (std::size_t g = 0; g < sums_.groups(); ++g) {
      const double q = rho / (1.0 + rho * sums_.weight[g]);
      const double root = std::sqrt(q);
      log_determinant += math::log(1.0 + rho * sums_.weight[g]);
      total -= q * sums_.response[g] * sums_.response[g];
      const double *row = sums_.rows.data() + g * stride;
      for (std::size_t j = 0; j < stride; ++j)
        scaled_[g * stride + j] = root * row[j];
      for (std::size_t j = 0; j < p; ++j)
        out.right[j] -= q * sums_.response[g] * row[j];
    }
    stm::add_outer(scaled_.data(), sums_.groups(), stride, false, less.data());
    std::vector<double> kept(sums_.squares);
    for (std::size_t i = 0; i < kept.size(); ++i)
      kept[i] -= less[i];
    out.inverse = stm::invert(std::move(kept), p, stride);
    log_determinant += 2.0 * out.inverse.half_log_determinant;
    out.coefficients.assign(p, 0.0);
    out.rest = total;
    for (std::size_t j = 0; j < p; ++j) {
      for (std::size_t l = 0; l < p; ++l)
        out.coefficients[j] +=
            out.inverse.matrix[j * stride + l] * out.right[l];
      out.rest -= out.coefficients[j] * out.right[j];
    }
    // Rounding may leave less than nothing where the fit is perfect.
    out.rest = out.rest > 0.0 ? out.rest : 0.0;
    const double free = static_cast<double>(sums_.articles - p);
    out.value =
        (known_scale_ ? out.rest : free * math::log(out.rest + 1e-300)) +
        log_determinant;
    return out;
  }

private:
  const GroupedSums &sums_;
  const bool known_scale_;
  double mean_weight_ = 1.0;
  std::vector<double> scaled_;
};

// The place of the least value in [0, 1).
double best_place(Criterion &criterion) {
  double best = 0.0;
  double least = criterion.at(0.0).value;
  const auto grid = [](int i) {
    return static_cast<double>(i) / (kGrid + 1) +
           (i > kGrid ? -1e-6 : 0.0); // 1 itself is without end
  };
  int found = 0;
  for (int i = 1; i <= kGrid; ++i) {
    const double value = criterion.at(grid(i)).value;
    if (value < least) {
      least = value;
      found = i;
      best = grid(i);
    }
  }
  double low = found == 0 ? 0.0 : grid(found - 1);
  double high = grid(found + 1);
  double left = high - kGolden * (high - low);
  double right = low + kGolden * (high - low);
  double at_left = criterion.at(left).value;
  double at_right = criterion.at(right).value;
  for (int i = 0; i < kSections; ++i) {
    if (at_left <= at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - kGolden * (high - low);
      at_left = criterion.at(left).value;
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + kGolden * (high - low);
      at_right = criterion.at(right).value;
    }
  }
  const double middle = at_left <= at_right ? left : right;
  return (at_left <= at_right ? at_left : at_right) < least ? middle : best;
}

} // namespace

Intercepts solve_intercepts(const GroupedSums &sums, bool known_scale) {
  Criterion criterion(sums, known_scale);
  const double place = best_place(criterion);
  const double rho = criterion.ratio(place);
  const AtRatio found = criterion.at(place);
  const std::size_t p = sums.columns;
  Intercepts out;
  out.coefficients = found.coefficients;
  if (!known_scale)
    out.scale = found.rest / static_cast<double>(sums.articles - p);
  out.spread = rho * out.scale;
  out.covariance.resize(p * p);
  for (std::size_t j = 0; j < p; ++j)
    for (std::size_t l = 0; l < p; ++l)
      out.covariance[j * p + l] =
          out.scale * found.inverse.matrix[j * sums.stride + l];
  for (std::size_t g = 0; g < sums.groups(); ++g) {
    double rest = sums.response[g];
    for (std::size_t j = 0; j < p; ++j)
      rest -= sums.rows[g * sums.stride + j] * out.coefficients[j];
    out.effects.push_back(rest * rho / (1.0 + rho * sums.weight[g]));
  }
  return out;
}

} // namespace tritone::topic::effects
