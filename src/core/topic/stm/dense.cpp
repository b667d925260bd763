// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/dense.h"

#include "base/error.h"
#include "base/math.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kMaxSweeps = 60; // of rotations; some ten are needed

// Sums that the compiler keeps in registers: they have names for that.
struct TileRow {
  Quad left;
  Quad right;
};

// The tile of four rows from k and two quads of columns from l.
TRITONE_INLINE inline void wide_tile(const double *rows, std::size_t first,
                                     std::size_t count, std::size_t stride,
                                     std::size_t k, std::size_t l, double *c) {
  double *const out = c + k * stride + l;
  TileRow a{quad(out), quad(out + kQuad)};
  TileRow b{quad(out + stride), quad(out + stride + kQuad)};
  TileRow d{quad(out + 2 * stride), quad(out + 2 * stride + kQuad)};
  TileRow e{quad(out + 3 * stride), quad(out + 3 * stride + kQuad)};
  for (std::size_t r = first; r < count; ++r) {
    const double *const row = rows + r * stride;
    const Quad left = quad(row + l);
    const Quad right = quad(row + l + kQuad);
    a.left += left * row[k];
    a.right += right * row[k];
    b.left += left * row[k + 1];
    b.right += right * row[k + 1];
    d.left += left * row[k + 2];
    d.right += right * row[k + 2];
    e.left += left * row[k + 3];
    e.right += right * row[k + 3];
  }
  quad(out) = a.left;
  quad(out + kQuad) = a.right;
  quad(out + stride) = b.left;
  quad(out + stride + kQuad) = b.right;
  quad(out + 2 * stride) = d.left;
  quad(out + 2 * stride + kQuad) = d.right;
  quad(out + 3 * stride) = e.left;
  quad(out + 3 * stride + kQuad) = e.right;
}

// The same of one quad of columns.
TRITONE_INLINE inline void narrow_tile(const double *rows, std::size_t first,
                                       std::size_t count, std::size_t stride,
                                       std::size_t k, std::size_t l,
                                       double *c) {
  double *const out = c + k * stride + l;
  Quad a = quad(out);
  Quad b = quad(out + stride);
  Quad d = quad(out + 2 * stride);
  Quad e = quad(out + 3 * stride);
  for (std::size_t r = first; r < count; ++r) {
    const double *const row = rows + r * stride;
    const Quad own = quad(row + l);
    a += own * row[k];
    b += own * row[k + 1];
    d += own * row[k + 2];
    e += own * row[k + 3];
  }
  quad(out) = a;
  quad(out + stride) = b;
  quad(out + 2 * stride) = d;
  quad(out + 3 * stride) = e;
}

} // namespace

TRITONE_CLONES void add_outer(const double *rows, std::size_t count,
                              std::size_t stride, bool lower, double *c) {
  for (std::size_t k = 0; k < stride; k += kQuad) {
    std::size_t l = k;
    for (; l + 2 * kQuad <= stride; l += 2 * kQuad)
      wide_tile(rows, lower ? l : 0, count, stride, k, l, c);
    if (l < stride)
      narrow_tile(rows, lower ? l : 0, count, stride, k, l, c);
  }
}

TRITONE_CLONES bool cholesky(double *a, std::size_t n, std::size_t stride) {
  for (std::size_t j = 0; j < n; ++j) {
    double *const row = a + j * stride;
    const double pivot = row[j];
    if (!(pivot > 0.0))
      return false;
    const double root = std::sqrt(pivot);
    const double scale = 1.0 / root;
    row[j] = root;
    for (std::size_t i = j + 1; i < n; ++i)
      row[i] *= scale;
    for (std::size_t i = j + 1; i < n; ++i) {
      double *const other = a + i * stride;
      const double factor = row[i];
      for (std::size_t l = i / kQuad * kQuad; l < stride; l += kQuad)
        quad(other + l) -= quad(row + l) * factor;
    }
  }
  return true;
}

TRITONE_CLONES void invert_triangle(const double *u, std::size_t n,
                                    std::size_t stride, double *out) {
  std::fill(out, out + n * stride, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    double *const row = out + i * stride;
    row[i] = 1.0;
    for (std::size_t j = 0; j < i; ++j) {
      const double *const done = out + j * stride;
      const double factor = u[j * stride + i];
      for (std::size_t l = 0; l <= j; l += kQuad)
        quad(row + l) -= quad(done + l) * factor;
    }
    const double scale = 1.0 / u[i * stride + i];
    for (std::size_t l = 0; l <= i; l += kQuad)
      quad(row + l) *= scale;
  }
}

void mirror(double *a, std::size_t n, std::size_t stride) {
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t l = k + 1; l < n; ++l)
      a[l * stride + k] = a[k * stride + l];
}

Inverse invert(std::vector<double> a, std::size_t n, std::size_t stride) {
  double mean = 0.0;
  for (std::size_t k = 0; k < n; ++k)
    mean += a[k * stride + k] / static_cast<double>(n);
  std::vector<double> factor = a;
  for (double raise = 1e-14; !cholesky(factor.data(), n, stride);
       raise *= 10.0) {
    if (!(raise <= 1.0) || !std::isfinite(mean))
      throw numeric_error("A covariance matrix is not positive definite.");
    factor = a;
    for (std::size_t k = 0; k < n; ++k)
      factor[k * stride + k] += raise * mean;
  }
  Inverse out;
  for (std::size_t k = 0; k < n; ++k)
    out.half_log_determinant += math::log(factor[k * stride + k]);
  std::vector<double> rows(n * stride);
  invert_triangle(factor.data(), n, stride, rows.data());
  std::vector<double> product(stride * stride, 0.0);
  add_outer(rows.data(), n, stride, true, product.data());
  mirror(product.data(), n, stride);
  product.resize(n * stride);
  for (std::size_t k = 0; k < n; ++k)
    std::fill(product.data() + k * stride + n,
              product.data() + (k + 1) * stride, 0.0);
  out.matrix = std::move(product);
  return out;
}

Eigen eigen(std::vector<double> a, std::size_t n) {
  Eigen out;
  out.vectors.assign(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    out.vectors[i * n + i] = 1.0;
  for (std::size_t sweep = 0; sweep < kMaxSweeps; ++sweep) {
    double off = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        all += a[i * n + j] * a[i * n + j];
        if (i != j)
          off += a[i * n + j] * a[i * n + j];
      }
    if (!(off > 1e-30 * all))
      break;
    for (std::size_t p = 0; p + 1 < n; ++p)
      for (std::size_t q = p + 1; q < n; ++q) {
        const double apq = a[p * n + q];
        if (apq == 0.0)
          continue;
        const double tau = (a[q * n + q] - a[p * n + p]) / (2.0 * apq);
        const double t = (tau >= 0.0 ? 1.0 : -1.0) /
                         (std::fabs(tau) + std::sqrt(1.0 + tau * tau));
        const double c = 1.0 / std::sqrt(1.0 + t * t);
        const double s = t * c;
        // Rows p and q from the left, then columns; vectors are rows.
        const auto rotate = [&](double *x, double *y, std::size_t step) {
          for (std::size_t i = 0; i < n; ++i) {
            const double xp = x[i * step];
            const double xq = y[i * step];
            x[i * step] = c * xp - s * xq;
            y[i * step] = s * xp + c * xq;
          }
        };
        rotate(a.data() + p * n, a.data() + q * n, 1);
        rotate(a.data() + p, a.data() + q, n);
        a[p * n + q] = a[q * n + p] = 0.0;
        rotate(out.vectors.data() + p * n, out.vectors.data() + q * n, 1);
      }
  }
  out.values.resize(n);
  for (std::size_t i = 0; i < n; ++i)
    out.values[i] = a[i * n + i];
  return out;
}

} // namespace tritone::topic::stm
