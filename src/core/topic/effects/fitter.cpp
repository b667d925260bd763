// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/fitter.h"

#include "base/math.h"
#include "topic/stm/dense.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>

namespace tritone::topic::effects {
namespace {

constexpr std::size_t kMostSteps = 60;
constexpr double kSettled = 1e-8;      // the largest move of x'b at the end
constexpr std::size_t kRows = 64;      // that are multiplied at a time
constexpr double kLeastWeight = 1e-12; // of an article in groups

} // namespace

Fitter::Fitter(const Design &design, Form form)
    : design_(design), form_(form), n_(design.articles()), p_(design.columns),
      working_(form, n_), eta_(n_), shift_(n_), rows_(kRows * design.stride) {}

void Fitter::begin(const double *coefficients, double log_precision) {
  b_.assign(coefficients, coefficients + p_);
  log_precision_ = log_precision;
  effects_.assign(design_.random ? design_.groups : 0, 0.0);
}

bool Fitter::fit(const double *shares) {
  working_.enter(shares);
  return design_.random ? fit_intercepts() : fit_plain();
}

// out_i = x_i'b, and the group's effect where there are any.
void Fitter::place(const std::vector<double> &b,
                   const std::vector<double> &effects,
                   std::vector<double> &out) const {
  std::vector<double> whole(design_.stride, 0.0);
  std::copy(b.begin(), b.end(), whole.begin());
  for (std::size_t i = 0; i < n_; ++i)
    out[i] = stm::dot(row(i), whole.data(), design_.stride) +
             (effects.empty() ? 0.0 : effects[design_.group[i]]);
}

// sum_i r_i r_i' of rows r_i = scale(i) x_i, with `last(i)` at the place of
// the precision where it is asked for: stride x stride, upper triangle.
template <class Scale, class Last>
std::vector<double> Fitter::products(Scale scale, Last last) {
  const std::size_t stride = design_.stride;
  std::vector<double> out(stride * stride, 0.0);
  for (std::size_t first = 0; first < n_; first += kRows) {
    const std::size_t count = std::min(kRows, n_ - first);
    for (std::size_t r = 0; r < count; ++r) {
      const double s = scale(first + r);
      const double *from = row(first + r);
      double *to = rows_.data() + r * stride;
      for (std::size_t j = 0; j < stride; ++j)
        to[j] = s * from[j];
      if (form_ == Form::beta)
        to[p_] += last(first + r);
    }
    stm::add_outer(rows_.data(), count, stride, false, out.data());
  }
  return out;
}

std::vector<double> Fitter::information_matrix() {
  std::vector<double> out =
      products([&](std::size_t i) { return std::sqrt(working_.weight[i]); },
               [](std::size_t) { return 0.0; });
  if (form_ == Form::beta) {
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j < p_; ++j)
        out[j * design_.stride + p_] += working_.cross[i] * row(i)[j];
    out[p_ * design_.stride + p_] = working_.precision_weight;
  }
  return out;
}

std::vector<double> Fitter::score_sums() const {
  std::vector<double> out(parameters(), 0.0);
  for (std::size_t i = 0; i < n_; ++i)
    for (std::size_t j = 0; j < p_; ++j)
      out[j] += working_.score[i] * row(i)[j];
  if (form_ == Form::beta)
    for (std::size_t i = 0; i < n_; ++i)
      out[p_] += working_.precision_score[i];
  return out;
}

bool Fitter::fit_plain() {
  const std::size_t q = parameters();
  bool settled = false;
  place(b_, {}, eta_);
  for (std::size_t s = 0; s < kMostSteps && !settled; ++s) {
    working_.update(eta_, log_precision_);
    const stm::Inverse inverse =
        stm::invert(information_matrix(), q, design_.stride);
    const std::vector<double> score = score_sums();
    std::vector<double> step(q, 0.0);
    for (std::size_t j = 0; j < q; ++j)
      for (std::size_t l = 0; l < q; ++l)
        step[j] += inverse.matrix[j * design_.stride + l] * score[l];
    const double precision_step = form_ == Form::beta ? step[p_] : 0.0;
    step.resize(p_);
    place(step, {}, shift_);
    double most = std::fabs(precision_step);
    for (const double x : shift_)
      most = std::max(most, std::fabs(x));
    const double part = damped(most);
    for (std::size_t j = 0; j < p_; ++j)
      b_[j] += part * step[j];
    log_precision_ += part * precision_step;
    for (std::size_t i = 0; i < n_; ++i)
      eta_[i] += part * shift_[i];
    settled = form_ == Form::linear || most < kSettled;
  }
  working_.update(eta_, log_precision_);
  plain_covariance();
  return settled;
}

// The part of a step that moves x'b by at most `most`: for the logistic
// function the one that surely raises the likelihood (Bach 2010,
// doi:10.1214/09-EJS521).
double Fitter::damped(double most) const {
  if (form_ == Form::linear || most < 0.5)
    return 1.0;
  return math::log(1.0 + most) / most;
}

void Fitter::plain_covariance() {
  const std::size_t q = parameters();
  const std::size_t stride = design_.stride;
  const double n = static_cast<double>(n_);
  const double free = static_cast<double>(n_ - p_);
  const stm::Inverse inverse = stm::invert(information_matrix(), q, stride);
  covariance_.assign(p_ * p_, 0.0);
  if (design_.group.empty() && form_ == Form::linear) {
    double rest = 0.0;
    for (const double e : working_.score)
      rest += e * e;
    for (std::size_t j = 0; j < p_; ++j)
      for (std::size_t l = 0; l < p_; ++l)
        covariance_[j * p_ + l] = rest / free * inverse.matrix[j * stride + l];
    return;
  }
  std::vector<double> middle;
  double factor = n / free;
  if (design_.group.empty()) {
    middle =
        products([&](std::size_t i) { return working_.score[i]; },
                 [&](std::size_t i) { return working_.precision_score[i]; });
  } else {
    middle = cluster_products();
    const double groups = static_cast<double>(design_.groups);
    factor = groups / (groups - 1.0) * (n - 1.0) / free;
  }
  stm::mirror(middle.data(), q, stride);
  for (std::size_t j = 0; j < p_; ++j)
    for (std::size_t l = 0; l < p_; ++l) {
      double sum = 0.0;
      for (std::size_t a = 0; a < q; ++a)
        for (std::size_t b = 0; b < q; ++b)
          sum += inverse.matrix[j * stride + a] * middle[a * stride + b] *
                 inverse.matrix[b * stride + l];
      covariance_[j * p_ + l] = factor * sum;
    }
}

// The same sums of products of the clusters' scores.
std::vector<double> Fitter::cluster_products() const {
  const std::size_t stride = design_.stride;
  std::vector<double> sums(design_.groups * stride, 0.0);
  for (std::size_t i = 0; i < n_; ++i) {
    double *to = sums.data() + design_.group[i] * stride;
    for (std::size_t j = 0; j < p_; ++j)
      to[j] += working_.score[i] * row(i)[j];
    if (form_ == Form::beta)
      to[p_] += working_.precision_score[i];
  }
  std::vector<double> out(stride * stride, 0.0);
  stm::add_outer(sums.data(), design_.groups, stride, false, out.data());
  return out;
}

bool Fitter::fit_intercepts() {
  bool settled = false;
  place(b_, effects_, eta_);
  for (std::size_t s = 0; s < kMostSteps && !settled; ++s) {
    working_.update(eta_, log_precision_);
    const Intercepts found =
        solve_intercepts(grouped_sums(), form_ == Form::beta);
    place(found.coefficients, found.effects, shift_);
    double most = 0.0;
    for (std::size_t i = 0; i < n_; ++i) {
      shift_[i] -= eta_[i];
      most = std::max(most, std::fabs(shift_[i]));
    }
    const double part = most > 2.0 && form_ != Form::linear ? 2.0 / most : 1.0;
    for (std::size_t i = 0; i < n_; ++i)
      eta_[i] += part * shift_[i];
    b_ = found.coefficients;
    effects_ = found.effects;
    covariance_ = found.covariance;
    spread_ = found.spread;
    most = std::max(most, move_precision());
    // The spread is known to about 1e-8 of itself, and so are the effects.
    settled = form_ == Form::linear || most < 1e-6;
  }
  return settled;
}

// One step of the log precision alone; how far.
double Fitter::move_precision() {
  if (form_ != Form::beta)
    return 0.0;
  working_.update(eta_, log_precision_);
  double sum = 0.0;
  for (const double x : working_.precision_score)
    sum += x;
  const double step = std::clamp(sum / working_.precision_weight, -1.0, 1.0);
  log_precision_ += step;
  return std::fabs(step);
}

GroupedSums Fitter::grouped_sums() {
  GroupedSums out;
  out.articles = n_;
  out.columns = p_;
  out.stride = design_.stride;
  // The same in all sums, or the inverse would be of no matrix of squares.
  const auto weight = [&](std::size_t i) {
    return std::max(working_.weight[i], kLeastWeight);
  };
  out.squares = products([&](std::size_t i) { return std::sqrt(weight(i)); },
                         [](std::size_t) { return 0.0; });
  out.products.assign(p_, 0.0);
  out.rows.assign(design_.groups * design_.stride, 0.0);
  out.weight.assign(design_.groups, 0.0);
  out.response.assign(design_.groups, 0.0);
  for (std::size_t i = 0; i < n_; ++i) {
    const double w = weight(i);
    const double z = eta_[i] + working_.score[i] / w;
    const std::size_t g = design_.group[i];
    out.total += w * z * z;
    out.weight[g] += w;
    out.response[g] += w * z;
    double *sums = out.rows.data() + g * design_.stride;
    for (std::size_t j = 0; j < p_; ++j) {
      out.products[j] += w * z * row(i)[j];
      sums[j] += w * row(i)[j];
    }
  }
  return out;
}

} // namespace tritone::topic::effects
