// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/working.h"

#include "base/math.h"

#include <algorithm>

namespace tritone::topic::effects {
namespace {

constexpr double kMostEta = 30.0; // 1e-13 from a share of 0 or 1
constexpr double kLeastLog = -5.0;
constexpr double kMostLog = 25.0; // of the precision

} // namespace

double logistic(double x) {
  // Of two ways the one that cannot overflow.
  if (x >= 0.0)
    return 1.0 / (1.0 + math::exp(-x));
  const double e = math::exp(x);
  return e / (1.0 + e);
}

Working::Working(Form form, std::size_t articles)
    : score(articles), weight(articles, 1.0), form_(form), share_(articles) {
  if (form != Form::beta)
    return;
  precision_score.resize(articles);
  cross.resize(articles);
  logit_.resize(articles);
  rest_.resize(articles);
}

void Working::enter(const double *shares) {
  const std::size_t n = share_.size();
  std::copy_n(shares, n, share_.begin());
  if (form_ != Form::beta)
    return;
  const double size = static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i) {
    share_[i] = (share_[i] * (size - 1.0) + 0.5) / size;
    rest_[i] = math::log(1.0 - share_[i]);
    logit_[i] = math::log(share_[i]) - rest_[i];
  }
}

void Working::update(const std::vector<double> &eta, double log_precision) {
  const std::size_t n = share_.size();
  switch (form_) {
  case Form::linear:
    for (std::size_t i = 0; i < n; ++i)
      score[i] = share_[i] - eta[i];
    break;
  case Form::fractional:
    for (std::size_t i = 0; i < n; ++i) {
      const double x = std::clamp(eta[i], -kMostEta, kMostEta);
      const double mean = logistic(x);
      score[i] = share_[i] - mean;
      weight[i] = mean * (1.0 - mean);
    }
    break;
  case Form::beta:
    update_beta(eta, log_precision);
  }
}

void Working::update_beta(const std::vector<double> &eta,
                          double log_precision) {
  const double phi = math::exp(std::clamp(log_precision, kLeastLog, kMostLog));
  const double digamma_phi = math::digamma(phi);
  const double trigamma_phi = math::trigamma(phi);
  precision_weight = 0.0;
  for (std::size_t i = 0; i < share_.size(); ++i) {
    const double x = std::clamp(eta[i], -kMostEta, kMostEta);
    const double mean = logistic(x);
    const double other = logistic(-x);
    const double below = math::digamma(other * phi);
    const double rest = logit_[i] - (math::digamma(mean * phi) - below);
    const double curve = math::trigamma(mean * phi);
    const double other_curve = math::trigamma(other * phi);
    const double slope = mean * other;
    score[i] = phi * slope * rest;
    weight[i] = phi * phi * slope * slope * (curve + other_curve);
    precision_score[i] = phi * (mean * rest + rest_[i] - below + digamma_phi);
    cross[i] = phi * phi * slope * (curve * mean - other_curve * other);
    precision_weight +=
        phi * phi *
        (curve * mean * mean + other_curve * other * other - trigamma_phi);
  }
}

} // namespace tritone::topic::effects
