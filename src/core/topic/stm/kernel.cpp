// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/kernel.h"

#include "topic/stm/quads.h"

namespace tritone::topic::stm {
namespace {

// Compilers do not unroll short loops over arrays of vectors at the usual level
// and would keep the sums in memory: they have names of their own here.

// The sums of four quads of words from `row` on.
TRITONE_INLINE inline void mix_four(const double *row, std::size_t lanes,
                                    std::size_t topics, const double *e,
                                    double *mix, Quad &least) {
  Quad a{};
  Quad b{};
  Quad c{};
  Quad d{};
  for (std::size_t k = 0; k < topics; ++k, row += lanes) {
    const double weight = e[k];
    a += quad(row) * weight;
    b += quad(row + kQuad) * weight;
    c += quad(row + 2 * kQuad) * weight;
    d += quad(row + 3 * kQuad) * weight;
  }
  quad(mix) = a;
  quad(mix + kQuad) = b;
  quad(mix + 2 * kQuad) = c;
  quad(mix + 3 * kQuad) = d;
  const Quad ab = a < b ? a : b;
  const Quad cd = c < d ? c : d;
  const Quad all = ab < cd ? ab : cd;
  least = all < least ? all : least;
}

TRITONE_INLINE inline void mix_one(const double *row, std::size_t lanes,
                                   std::size_t topics, const double *e,
                                   double *mix, Quad &least) {
  Quad even{};
  Quad odd{};
  std::size_t k = 0;
  for (; k + 2 <= topics; k += 2, row += 2 * lanes) {
    even += quad(row) * e[k];
    odd += quad(row + lanes) * e[k + 1];
  }
  if (k < topics)
    even += quad(row) * e[k];
  even += odd;
  quad(mix) = even;
  least = even < least ? even : least;
}

// Sums for four topics from `row` on.
TRITONE_INLINE inline void weigh_four(const double *row, std::size_t lanes,
                                      const double *ratio, double *out) {
  Quad a{};
  Quad b{};
  Quad c{};
  Quad d{};
  for (std::size_t j = 0; j < lanes; j += kQuad) {
    const Quad r = quad(ratio + j);
    a += quad(row + j) * r;
    b += quad(row + lanes + j) * r;
    c += quad(row + 2 * lanes + j) * r;
    d += quad(row + 3 * lanes + j) * r;
  }
  out[0] = sum_quad(a);
  out[1] = sum_quad(b);
  out[2] = sum_quad(c);
  out[3] = sum_quad(d);
}

// The sum of whole numbers of small size as a double.
TRITONE_INLINE inline double to_double(const QuadBits &x) {
  return static_cast<double>((x[0] + x[1]) + (x[2] + x[3]));
}

} // namespace

TRITONE_CLONES void gather_words(const double *beta, std::size_t width,
                                 const std::int32_t *term, std::size_t words,
                                 std::size_t lanes, std::size_t topics,
                                 double *by_topic) {
  for (std::size_t j = 0; j < words; ++j) {
    const double *const row = beta + static_cast<std::size_t>(term[j]) * width;
    for (std::size_t k = 0; k < topics; ++k)
      by_topic[k * lanes + j] = row[k];
  }
  for (std::size_t j = words; j < lanes; ++j)
    for (std::size_t k = 0; k < topics; ++k)
      by_topic[k * lanes + j] = k + 1 == topics ? 1.0 : 0.0;
}

TRITONE_CLONES double exponentiate_all(const double *x, std::size_t n,
                                       double *out) {
  Quad most = Quad{} - 1e300;
  for (std::size_t i = 0; i < n; i += kQuad) {
    Quad y = quad(x + i);
    most = y > most ? y : most;
    exponentiate(y);
    quad(out + i) = y;
  }
  double largest = most[0];
  for (std::size_t i = 1; i < kQuad; ++i)
    largest = most[i] > largest ? most[i] : largest;
  return largest;
}

TRITONE_CLONES double mix_words(const double *by_topic, std::size_t lanes,
                                std::size_t topics, const double *e,
                                double *mix) {
  Quad least = Quad{} + 1e300;
  std::size_t j = 0;
  for (; j + 4 * kQuad <= lanes; j += 4 * kQuad)
    mix_four(by_topic + j, lanes, topics, e, mix + j, least);
  for (; j < lanes; j += kQuad)
    mix_one(by_topic + j, lanes, topics, e, mix + j, least);
  double smallest = least[0];
  for (std::size_t i = 1; i < kQuad; ++i)
    smallest = least[i] < smallest ? least[i] : smallest;
  return smallest;
}

TRITONE_CLONES double log_words(const double *mix, const double *count,
                                const Run *runs, std::size_t n_runs) {
  constexpr double kLog2 = 0x1.62e42fefa39efp-1;
  Quad total{};
  double exponents = 0.0;
  for (std::size_t r = 0; r < n_runs; ++r) {
    const Run &run = runs[r];
    if (!run.equal) {
      for (std::size_t q = run.begin; q < run.end; ++q) {
        Quad x;
        logarithm(quad(mix + q * kQuad), x);
        total += x * quad(count + q * kQuad);
      }
      continue;
    }
    Quad even = Quad{} + 1.0;
    Quad odd = Quad{} + 1.0;
    QuadBits sum{};
    QuadBits exponent;
    Quad mantissa;
    std::size_t q = run.begin;
    for (; q + 2 <= run.end; q += 2) {
      split(quad(mix + q * kQuad), exponent, mantissa);
      even *= mantissa;
      sum += exponent;
      split(quad(mix + (q + 1) * kQuad), exponent, mantissa);
      odd *= mantissa;
      sum += exponent;
    }
    if (q < run.end) {
      split(quad(mix + q * kQuad), exponent, mantissa);
      even *= mantissa;
      sum += exponent;
    }
    even *= odd;
    logarithm(even, mantissa);
    const double n = count[run.begin * kQuad];
    total += mantissa * n;
    exponents += to_double(sum) * n;
  }
  return sum_quad(total) + exponents * kLog2;
}

TRITONE_CLONES void divide_words(const double *count, const double *mix,
                                 std::size_t lanes, double *ratio) {
  for (std::size_t j = 0; j < lanes; j += kQuad)
    quad(ratio + j) = quad(count + j) / quad(mix + j);
}

TRITONE_CLONES void weigh_topics(const double *by_topic, std::size_t lanes,
                                 std::size_t topics, const double *ratio,
                                 double *out) {
  std::size_t k = 0;
  for (; k + 4 <= topics; k += 4)
    weigh_four(by_topic + k * lanes, lanes, ratio, out + k);
  for (; k < topics; ++k)
    out[k] = dot(by_topic + k * lanes, ratio, lanes);
}

TRITONE_CLONES void multiply(const double *a, std::size_t n, std::size_t stride,
                             const double *x, double *out) {
  for (std::size_t l = 0; l < stride; l += kQuad) {
    Quad even{};
    Quad odd{};
    std::size_t j = 0;
    for (; j + 2 <= n; j += 2) {
      even += quad(a + j * stride + l) * x[j];
      odd += quad(a + (j + 1) * stride + l) * x[j + 1];
    }
    if (j < n)
      even += quad(a + j * stride + l) * x[j];
    quad(out + l) = even + odd;
  }
}

TRITONE_CLONES void add_scaled(const double *x, double scale, std::size_t n,
                               double *out) {
  for (std::size_t l = 0; l < n; l += kQuad)
    quad(out + l) += quad(x + l) * scale;
}

TRITONE_CLONES double dot_all(const double *a, const double *b, std::size_t n) {
  return dot(a, b, n);
}

TRITONE_CLONES void apply_pairs(const Pair *pairs, const double *steps,
                                const double *images, std::size_t n_pairs,
                                std::size_t stride, const double *x,
                                double *out) {
  for (std::size_t l = 0; l < stride; l += kQuad)
    quad(out + l) = quad(x + l);
  for (std::size_t i = 0; i < n_pairs; ++i) {
    const double *const s = steps + i * stride;
    const double *const image = images + i * stride;
    const double sx = dot(s, x, stride);
    const double ix = dot(image, x, stride);
    const double along = (pairs[i].factor * sx - ix) / pairs[i].curvature;
    const double across = -sx / pairs[i].curvature;
    for (std::size_t l = 0; l < stride; l += kQuad)
      quad(out + l) += quad(s + l) * along + quad(image + l) * across;
  }
}

TRITONE_CLONES void scale_words(const double *beta, std::size_t width,
                                const std::int32_t *term, const double *root,
                                std::size_t words, const double *e,
                                std::size_t stride, double *rows) {
  for (std::size_t j = 0; j < words; ++j) {
    const double *const from = beta + static_cast<std::size_t>(term[j]) * width;
    double *const row = rows + j * stride;
    for (std::size_t l = 0; l < stride; l += kQuad)
      quad(row + l) = quad(from + l) * quad(e + l) * root[j];
  }
}

} // namespace tritone::topic::stm
