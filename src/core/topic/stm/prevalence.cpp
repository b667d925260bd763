// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/prevalence.h"

#include "base/error.h"
#include "base/parallel.h"
#include "topic/stm/kernel.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 256; // documents
constexpr std::size_t kMaxSteps = 1000;
constexpr double kEnough = 1e-4; // sum of |change| of coefficients to go on

// sum over documents d of left_d' right_d, left: n x a, right: n x b, both row
// by row with their own strides; in blocks of documents, in their order.
std::vector<double> cross_product(const double *left, std::size_t a,
                                  std::size_t left_stride, const double *right,
                                  std::size_t b, std::size_t right_stride,
                                  std::size_t n, std::size_t threads,
                                  Monitor &monitor) {
  // The number of blocks is limited: each keeps a matrix.
  const std::size_t size = std::max(kBlock, (n + 63) / 64);
  std::vector<std::vector<double>> parts(block_count(n, size));
  for_blocks(n, size, threads, monitor, [&](const Block &block) {
    std::vector<double> &part = parts[block.index];
    part.assign(a * b, 0.0);
    for (std::size_t d = block.begin; d < block.end; ++d)
      for (std::size_t i = 0; i < a; ++i) {
        const double x = left[d * left_stride + i];
        if (x == 0.0)
          continue;
        const double *const y = right + d * right_stride;
        double *const row = part.data() + i * b;
        for (std::size_t j = 0; j < b; ++j)
          row[j] += x * y[j];
      }
  });
  std::vector<double> out(a * b, 0.0);
  for (const std::vector<double> &part : parts)
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] += part[i];
  return out;
}

} // namespace

Regression::Regression(std::vector<double> design, std::size_t documents,
                       std::size_t covariates)
    : x_(std::move(design)), n_(documents), p_(covariates) {
  if (p_ == 0 || x_.size() != n_ * p_)
    throw input_error("The prevalence design must have a row for each of the " +
                      std::to_string(n_) + " articles and at least 1 column.");
  for (std::size_t i = 0; i < x_.size(); ++i)
    if (!std::isfinite(x_[i]))
      throw input_error("The prevalence design must be finite: row " +
                        std::to_string(i / p_ + 1) + ", column " +
                        std::to_string(i % p_ + 1) + " is not.");
  NullMonitor nobody;
  const std::vector<double> gram =
      cross_product(x_.data(), p_, p_, x_.data(), p_, p_, n_, 1, nobody);
  first_ = gram[0];
  if (!(first_ > 0.0))
    throw input_error("The first column of the prevalence design, its "
                      "intercept, is 0 throughout.");
  const std::size_t m = p_ - 1;
  cross_.resize(m);
  for (std::size_t i = 0; i < m; ++i)
    cross_[i] = gram[i + 1] / first_;
  std::vector<double> rest(m * m);
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < m; ++j)
      rest[i * m + j] = gram[(i + 1) * p_ + j + 1] - cross_[i] * gram[j + 1];
  rest_ = eigen(std::move(rest), m);
  for (double &value : rest_.values)
    value = std::max(value, 0.0); // rounding
}

// One response by its products with the columns and with itself. With the first
// coefficient w_0 = (x_0'y - first cross'w) / first, the others are those of
// the regression of what the first column leaves; in the directions of rest_
// they are apart.
std::vector<double> Regression::solve(const double *xy, double yy) const {
  const std::size_t m = p_ - 1;
  std::vector<double> target(m, 0.0); // in those directions
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < m; ++j)
      target[i] += rest_.vectors[i * m + j] * (xy[j + 1] - cross_[j] * xy[0]);
  const double left = yy - xy[0] * xy[0] / first_;

  const double shape = (1.0 + static_cast<double>(n_)) / 2.0;
  const auto coefficients = static_cast<double>(p_);
  double noise = 1.0; // precision
  double prior = coefficients;
  double scale = 1.0;
  std::vector<double> rotated(m, 0.0);
  std::vector<double> w(p_, 0.0);
  for (std::size_t step = 0; step < kMaxSteps; ++step) {
    double rss = left;
    double trace = 1.0 / noise; // of X'X V; the first column's share
    double length = 0.0;        // w'w + trace of V, but for the first
    for (std::size_t i = 0; i < m; ++i) {
      const double value = rest_.values[i];
      const double variance = 1.0 / (noise * value + prior);
      const double x = noise * target[i] * variance;
      rotated[i] = x;
      rss += x * (value * x - 2.0 * target[i]);
      trace += value * variance;
      length += x * x + variance;
    }
    const double rate = 0.5 * (std::max(rss, 0.0) + trace) + scale;
    noise = shape / rate;
    scale = 1.0 / (noise + 1.0);
    prior = coefficients / (4.0 / (prior + 1.0) + length);

    double change = 0.0;
    std::vector<double> next(p_, 0.0);
    for (std::size_t i = 0; i < m; ++i)
      for (std::size_t j = 0; j < m; ++j)
        next[j + 1] += rotated[i] * rest_.vectors[i * m + j];
    next[0] = xy[0] / first_;
    for (std::size_t j = 0; j < m; ++j)
      next[0] -= cross_[j] * next[j + 1];
    for (std::size_t j = 0; j < p_; ++j)
      change += std::fabs(next[j] - w[j]);
    w = std::move(next);
    if (!(change > kEnough))
      break;
  }
  return w;
}

std::vector<double> Regression::fit(const std::vector<double> &y,
                                    std::size_t responses, std::size_t stride,
                                    std::size_t threads,
                                    Monitor &monitor) const {
  const std::vector<double> xy = cross_product(
      x_.data(), p_, p_, y.data(), responses, stride, n_, threads, monitor);
  std::vector<double> out(p_ * responses);
  for_blocks(responses, 1, threads, monitor, [&](const Block &b) {
    const std::size_t r = b.begin;
    std::vector<double> own(p_);
    for (std::size_t i = 0; i < p_; ++i)
      own[i] = xy[i * responses + r];
    double yy = 0.0;
    for (std::size_t d = 0; d < n_; ++d)
      yy += y[d * stride + r] * y[d * stride + r];
    const std::vector<double> w = solve(own.data(), yy);
    std::copy(w.begin(), w.end(),
              out.begin() + static_cast<std::ptrdiff_t>(r * p_));
  });
  return out;
}

std::vector<double> Regression::predict(const std::vector<double> &gamma,
                                        std::size_t responses,
                                        std::size_t stride, std::size_t threads,
                                        Monitor &monitor) const {
  return linear(x_, n_, p_, gamma, responses, stride, threads, monitor);
}

std::vector<double> linear(const std::vector<double> &design,
                           std::size_t documents, std::size_t covariates,
                           const std::vector<double> &gamma,
                           std::size_t responses, std::size_t stride,
                           std::size_t threads, Monitor &monitor) {
  std::vector<double> out(documents * stride, 0.0);
  for_blocks(documents, kBlock, threads, monitor, [&](const Block &b) {
    for (std::size_t d = b.begin; d < b.end; ++d)
      for (std::size_t r = 0; r < responses; ++r) {
        double sum = 0.0;
        for (std::size_t i = 0; i < covariates; ++i)
          sum += design[d * covariates + i] * gamma[r * covariates + i];
        out[d * stride + r] = sum;
      }
  });
  return out;
}

std::vector<double> covariance(const std::vector<double> &eta,
                               const std::vector<double> &mu,
                               std::size_t documents, std::size_t free,
                               std::size_t stride,
                               const std::vector<double> &nu, double shrink,
                               std::size_t threads, Monitor &monitor) {
  const std::size_t size = std::max(kBlock, (documents + 63) / 64);
  std::vector<std::vector<double>> parts(block_count(documents, size));
  for_blocks(documents, size, threads, monitor, [&](const Block &b) {
    parts[b.index].assign(stride * stride, 0.0);
    std::vector<double> rows((b.end - b.begin) * stride);
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i] = eta[b.begin * stride + i] - mu[b.begin * stride + i];
    add_outer(rows.data(), b.end - b.begin, stride, false,
              parts[b.index].data());
  });
  std::vector<double> out = nu;
  for (const std::vector<double> &part : parts)
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] += part[i];
  out.resize(free * stride);
  for (double &x : out)
    x /= static_cast<double>(documents);
  mirror(out.data(), free, stride);
  for (std::size_t k = 0; k < free; ++k)
    for (std::size_t l = 0; l < stride; ++l) {
      if (l >= free)
        out[k * stride + l] = 0.0;
      else if (l != k)
        out[k * stride + l] *= 1.0 - shrink;
    }
  return out;
}

} // namespace tritone::topic::stm
