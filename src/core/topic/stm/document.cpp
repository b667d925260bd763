// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/document.h"

#include "base/error.h"
#include "base/math.h"
#include "topic/stm/dense.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tritone::topic::stm {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kMaxEta = 700.0; // e^eta of more could overflow in sums

// Of the search: how far a step is cut, which share of the expected fall it
// must bring, and what is added to numbers to see whether they differ.
constexpr double kCut = 0.2;
constexpr double kShare = 1e-4;
constexpr double kOffset = 10.0;

template <class T> void grow(std::vector<T> &x, std::size_t n) {
  if (x.size() < n)
    x.resize(n);
}

} // namespace

DocumentSolver::DocumentSolver(std::size_t topics, const Precision &precision)
    : topics_(topics), free_(topics - 1), stride_(padded(topics - 1)),
      width_(padded(topics)), precision_(precision), e_(width_, 0.0),
      responsible_(width_, 0.0), gradient_(stride_, 0.0), pull_(stride_, 0.0),
      hessian_(stride_ * stride_, 0.0), start_(stride_), start_pull_(stride_),
      line_(stride_), line_pull_(stride_), last_gradient_(stride_),
      downhill_(stride_), product_(stride_) {}

void DocumentSolver::enter(const double *beta, const std::int32_t *term,
                           const double *count, std::size_t words,
                           const double *mu) {
  beta_ = beta;
  mu_ = mu;
  given_ = words;
  entry_.clear();
  term_.clear();
  count_.clear();
  tokens_ = 0.0;
  for (std::size_t i = 0; i < words; ++i) {
    const double *const row = beta + static_cast<std::size_t>(term[i]) * width_;
    if (!std::any_of(row, row + topics_, [](double x) { return x > 0.0; }))
      continue;
    entry_.push_back(i);
    term_.push_back(term[i]);
    count_.push_back(count[i]);
    tokens_ += count[i];
  }
  words_ = term_.size();
  lanes_ = padded(words_);
  count_.resize(lanes_, 0.0);
  runs_.clear();
  for (std::size_t q = 0; q < lanes_ / kQuad; ++q) {
    const double *const n = count_.data() + q * kQuad;
    const bool equal = n[0] == n[1] && n[0] == n[2] && n[0] == n[3];
    if (!runs_.empty() && runs_.back().equal == equal &&
        q - runs_.back().begin < kMaxRun &&
        (!equal || count_[runs_.back().begin * kQuad] == n[0]))
      runs_.back().end = q + 1;
    else
      runs_.push_back({q, q + 1, equal});
  }
  grow(by_topic_, topics_ * lanes_);
  grow(mix_, lanes_);
  grow(ratio_, lanes_);
  gather_words(beta, width_, term_.data(), words_, lanes_, topics_,
               by_topic_.data());
}

// The part of -l that comes from the words; infinity where it overflows.
double DocumentSolver::words_value(const double *eta) {
  const double most = exponentiate_all(eta, stride_, e_.data());
  if (!(most <= kMaxEta))
    return kInf;
  e_[free_] = 1.0;
  std::fill(e_.begin() + static_cast<std::ptrdiff_t>(topics_), e_.end(), 0.0);
  sum_e_ = 0.0;
  for (std::size_t k = 0; k < topics_; ++k)
    sum_e_ += e_[k];
  if (words_ == 0)
    return 0.0;
  const double least =
      mix_words(by_topic_.data(), lanes_, topics_, e_.data(), mix_.data());
  if (!(least >= std::numeric_limits<double>::min()))
    return kInf;
  return tokens_ * math::log(sum_e_) -
         log_words(mix_.data(), count_.data(), runs_.data(), runs_.size());
}

void DocumentSolver::full_pull(const double *eta) {
  for (std::size_t k = 0; k < stride_; ++k)
    product_[k] = eta[k] - mu_[k];
  multiply(precision_.matrix.data(), free_, stride_, product_.data(),
           pull_.data());
}

// -l at eta, where pull_ is known.
double DocumentSolver::search_value(const double *eta) {
  const double words = words_value(eta);
  if (!(words < kInf))
    return kInf;
  double prior = 0.0;
  for (std::size_t k = 0; k < free_; ++k)
    prior += (eta[k] - mu_[k]) * pull_[k];
  return words + 0.5 * prior;
}

// The gradient of -l where search_value() was called last.
void DocumentSolver::find_gradient() {
  divide_words(count_.data(), mix_.data(), lanes_, ratio_.data());
  weigh_topics(by_topic_.data(), lanes_, topics_, ratio_.data(),
               responsible_.data());
  const double scale = tokens_ / sum_e_;
  for (std::size_t k = 0; k < free_; ++k)
    gradient_[k] = pull_[k] + e_[k] * (scale - responsible_[k]);
}

double DocumentSolver::value(const double *eta) {
  full_pull(eta);
  return search_value(eta);
}

const double *DocumentSolver::gradient(const double *eta) {
  value(eta);
  find_gradient();
  return gradient_.data();
}

void DocumentSolver::maximize(double *eta, const SearchOptions &options) {
  if (words_ == 0) {
    std::copy_n(mu_, stride_, eta);
    return;
  }
  double least = value(eta);
  if (!(least < kInf)) {
    std::fill(eta, eta + stride_, 0.0);
    least = value(eta);
    if (!(least < kInf))
      return;
  }
  find_gradient();
  forget();
  for (std::size_t steps = 1; steps < options.steps;) {
    const bool fresh = pairs_.empty();
    double slope = 0.0;
    for (std::size_t k = 0; k < stride_; ++k) {
      line_[k] = -downhill_[k];
      slope += line_[k] * gradient_[k];
    }
    Line found;
    if (slope < 0.0)
      found = search_line(eta, slope, least, options.tolerance);
    if (found.advanced) {
      ++steps;
      last_gradient_ = gradient_;
      find_gradient();
      learn(found.length);
    } else if (fresh || !options.again) {
      return;
    } else {
      // The gradient of the last step serves for the next one too: what lies
      // between is below the tolerance.
      forget();
    }
  }
}

// Goes along line_ from eta until l has risen enough for the length of the
// step; `least` is the value reached.
DocumentSolver::Line DocumentSolver::search_line(double *eta, double slope,
                                                 double &least,
                                                 double tolerance) {
  std::copy_n(eta, stride_, start_.data());
  start_pull_ = pull_;
  multiply(precision_.matrix.data(), free_, stride_, line_.data(),
           line_pull_.data());
  Line out;
  double now = least;
  for (out.length = 1.0;; out.length *= kCut) {
    bool moved = false;
    for (std::size_t k = 0; k < stride_; ++k) {
      eta[k] = start_[k] + out.length * line_[k];
      pull_[k] = start_pull_[k] + out.length * line_pull_[k];
      moved |= kOffset + start_[k] != kOffset + eta[k];
    }
    if (!moved)
      break;
    now = search_value(eta);
    if (now < kInf && now <= least + slope * out.length * kShare) {
      out.advanced = true;
      break;
    }
  }
  if (!(std::fabs(now - least) > tolerance * (std::fabs(least) + tolerance))) {
    out.advanced = false;
    least = now;
  } else if (out.advanced) {
    least = now;
  }
  return out;
}

// The curvature along the last step, of that length.
void DocumentSolver::learn(double length) {
  if (pairs_.size() >= 2 * free_) {
    forget();
    return;
  }
  const std::size_t at = pairs_.size() * stride_;
  grow(steps_, at + stride_);
  grow(images_, at + stride_);
  double *const step = steps_.data() + at;
  double *const image = images_.data() + at;
  apply_pairs(pairs_.data(), steps_.data(), images_.data(), pairs_.size(),
              stride_, gradient_.data(), product_.data());
  for (std::size_t k = 0; k < stride_; ++k) {
    step[k] = length * line_[k];
    image[k] = product_[k] - downhill_[k];
    last_gradient_[k] = gradient_[k] - last_gradient_[k];
  }
  const double curvature = dot_all(step, last_gradient_.data(), stride_);
  if (!(curvature > 0.0)) {
    forget();
    return;
  }
  pairs_.push_back(
      {curvature,
       1.0 + dot_all(image, last_gradient_.data(), stride_) / curvature});
  // B times the gradient with the new pair: product_ has it with the others.
  apply_pairs(&pairs_.back(), step, image, 1, stride_, gradient_.data(),
              downhill_.data());
  for (std::size_t k = 0; k < stride_; ++k)
    downhill_[k] += product_[k] - gradient_[k];
}

// B is the identity.
void DocumentSolver::forget() {
  pairs_.clear();
  downhill_ = gradient_;
}

Laplace DocumentSolver::laplace(const double *eta, double *covariance) {
  Laplace out;
  const double minus = value(eta);
  find_gradient();
  for (std::size_t k = 0; k < free_; ++k)
    out.gradient = std::max(out.gradient, std::fabs(gradient_[k]));
  find_hessian();
  rows_.resize(std::max(rows_.size(), stride_ * stride_));
  double *const safe = rows_.data(); // in case it is not definite
  std::copy(hessian_.begin(), hessian_.end(), safe);
  if (!cholesky(hessian_.data(), free_, stride_)) {
    out.repaired = true;
    repair(safe);
  }
  double log_determinant = 0.0;
  for (std::size_t k = 0; k < free_; ++k)
    log_determinant += math::log(hessian_[k * stride_ + k]);
  out.bound = -(minus + log_determinant + precision_.half_log_determinant);
  if (covariance != nullptr) {
    invert_triangle(hessian_.data(), free_, stride_, rows_.data());
    add_outer(rows_.data(), free_, stride_, true, covariance);
  }
  return out;
}

// Minus the Hessian at the point of the last gradient.
void DocumentSolver::find_hessian() {
  grow(rows_, std::max<std::size_t>(words_, 1) * stride_);
  grow(root_, words_);
  for (std::size_t j = 0; j < words_; ++j)
    root_[j] = std::sqrt(count_[j]) / mix_[j];
  product_.assign(stride_, 0.0);
  std::copy_n(e_.data(), free_, product_.data());
  scale_words(beta_, width_, term_.data(), root_.data(), words_,
              product_.data(), stride_, rows_.data());
  std::fill(hessian_.begin(), hessian_.end(), 0.0);
  add_outer(rows_.data(), words_, stride_, false, hessian_.data());
  const double scale = tokens_ / sum_e_;
  for (std::size_t k = 0; k < free_; ++k) {
    double *const row = hessian_.data() + k * stride_;
    const double *const precision = precision_.matrix.data() + k * stride_;
    const double share = scale * e_[k] / sum_e_;
    for (std::size_t l = k; l < free_; ++l)
      row[l] += precision[l] - share * e_[l];
    row[k] += e_[k] * (scale - responsible_[k]);
  }
}

// From the Hessian `safe` a factor all the same: its diagonal is raised to the
// sum of the absolute values beside it, and a little more where rounding asks
// for that.
void DocumentSolver::repair(double *safe) {
  mirror(safe, free_, stride_);
  for (std::size_t k = 0; k < free_; ++k) {
    double beside = 0.0;
    for (std::size_t l = 0; l < free_; ++l)
      if (l != k)
        beside += std::fabs(safe[k * stride_ + l]);
    safe[k * stride_ + k] = std::max(safe[k * stride_ + k], beside);
  }
  for (double raise = 0.0;; raise = std::max(1e-12, raise * 100.0)) {
    for (std::size_t k = 0; k < free_; ++k)
      for (std::size_t l = k; l < stride_; ++l)
        hessian_[k * stride_ + l] = safe[k * stride_ + l];
    for (std::size_t k = 0; k < free_; ++k)
      hessian_[k * stride_ + k] += raise * (1.0 + safe[k * stride_ + k]);
    if (cholesky(hessian_.data(), free_, stride_))
      return;
    if (!(raise < 1e12))
      throw numeric_error("The posterior of a document has no finite width.");
  }
}

void DocumentSolver::ratios(double *out) const {
  std::fill(out, out + given_, 0.0);
  for (std::size_t j = 0; j < words_; ++j)
    out[entry_[j]] = ratio_[j];
}

} // namespace tritone::topic::stm
