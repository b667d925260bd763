// SPDX-License-Identifier: GPL-2.0-or-later
// Random numbers by counter, and distributions on top of them.
#include "base/rng.h"

#include "base/math.h"

#include <cmath>

namespace tritone {
namespace {

constexpr std::uint64_t low32(std::uint64_t x) { return x & 0xffffffffULL; }

std::uint32_t lower(std::uint64_t x) {
  return static_cast<std::uint32_t>(low32(x));
}

std::uint32_t upper(std::uint64_t x) {
  return static_cast<std::uint32_t>(x >> 32);
}

// Layers of equal area over the normal curve; x[i] is the right edge of layer
// i, inside[i] the part of it that lies under the curve all the way up.
struct Ziggurat {
  static constexpr std::size_t kLayers = 128;
  static constexpr double kEdge = 3.442619855899;
  static constexpr double kArea = 9.91256303526217e-3;

  Ziggurat() {
    double height = math::exp(-0.5 * kEdge * kEdge);
    x[0] = kArea / height;
    x[1] = kEdge;
    for (std::size_t i = 2; i < kLayers; ++i) {
      x[i] = std::sqrt(-2.0 * math::log(kArea / x[i - 1] + height));
      height = math::exp(-0.5 * x[i] * x[i]);
    }
    x[kLayers] = 0.0;
    for (std::size_t i = 0; i < kLayers; ++i)
      inside[i] = x[i + 1] / x[i];
  }

  std::array<double, kLayers + 1> x;
  std::array<double, kLayers> inside;
};

} // namespace

std::array<std::uint32_t, 4> Rng::philox(std::array<std::uint32_t, 4> counter,
                                         std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53U} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57U} * counter[2];
    counter = {upper(b) ^ counter[1] ^ key[0], lower(b),
               upper(a) ^ counter[3] ^ key[1], lower(a)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

Rng::Rng(std::uint64_t seed, std::uint64_t stream, std::uint32_t sweep)
    : key_{lower(seed), upper(seed)}, counter_{0, sweep, lower(stream),
                                               upper(stream)} {}

void Rng::refill() {
  block_ = philox(counter_, key_);
  ++counter_[0];
  used_ = 0;
}

std::uint64_t Rng::next64() {
  const std::uint64_t high = next32();
  return (high << 32) | next32();
}

double Rng::uniform() {
  return (static_cast<double>(next64() >> 11) + 0.5) * 0x1p-53;
}

std::uint32_t Rng::below(std::uint32_t n) {
  std::uint64_t product = std::uint64_t{next32()} * n;
  if (lower(product) < n) {
    const std::uint32_t threshold = (0U - n) % n;
    while (lower(product) < threshold)
      product = std::uint64_t{next32()} * n;
  }
  return upper(product);
}

double Rng::normal() {
  static const Ziggurat table;
  for (;;) {
    const std::uint64_t bits = next64();
    const std::size_t i = bits % Ziggurat::kLayers;
    const double u =
        2.0 * (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53 - 1.0;
    const double x = u * table.x[i];
    if (std::fabs(u) < table.inside[i])
      return x;
    if (i == 0)
      return u < 0.0 ? -normal_tail() : normal_tail();
    const double upper = math::exp(-0.5 * (table.x[i] * table.x[i] - x * x));
    const double lower =
        math::exp(-0.5 * (table.x[i + 1] * table.x[i + 1] - x * x));
    if (lower + uniform() * (upper - lower) < 1.0)
      return x;
  }
}

// Beyond the base layer, by Marsaglia's method of 1964.
double Rng::normal_tail() {
  for (;;) {
    const double x = exponential() / Ziggurat::kEdge;
    if (2.0 * exponential() >= x * x)
      return Ziggurat::kEdge + x;
  }
}

double Rng::exponential() { return -math::log(uniform()); }

Rng::GammaShape::GammaShape(double shape)
    : d(shape - 1.0 / 3.0), c(1.0 / std::sqrt(9.0 * d)) {}

double Rng::gamma(const GammaShape &shape) {
  for (;;) {
    const double x = normal();
    const double cube_root = 1.0 + shape.c * x;
    if (cube_root <= 0.0)
      continue;
    const double v = cube_root * cube_root * cube_root;
    const double u = uniform();
    const double square = x * x;
    // The squeeze lies inside the region below and spares most logarithms.
    if (u < 1.0 - 0.0331 * square * square ||
        math::log(u) < 0.5 * square + shape.d * (1.0 - v + math::log(v)))
      return shape.d * v;
  }
}

double Rng::gamma(double shape) {
  if (shape >= 1.0)
    return gamma(GammaShape(shape));
  const double boost = math::exp(math::log(uniform()) / shape);
  return gamma(GammaShape(shape + 1.0)) * boost;
}

std::uint32_t Rng::poisson(double mean) {
  const double limit = math::exp(-mean);
  std::uint32_t count = 0;
  for (double product = uniform(); product > limit; product *= uniform())
    ++count;
  return count;
}

void Rng::dirichlet(const double *shape, std::size_t n, double *out) {
  double total = 0.0;
  for (std::size_t i = 0; i < n; ++i)
    total += out[i] = gamma(shape[i]);
  if (!(total > 0.0)) {
    // Tiny shapes can round every draw to 0: all mass then sits at one corner.
    const std::size_t corner = categorical(shape, n);
    for (std::size_t i = 0; i < n; ++i)
      out[i] = i == corner ? 1.0 : 0.0;
    return;
  }
  for (std::size_t i = 0; i < n; ++i)
    out[i] /= total;
}

std::size_t Rng::categorical(const double *weight, std::size_t n) {
  double total = 0.0;
  for (std::size_t i = 0; i < n; ++i)
    total += weight[i];
  double rest = uniform() * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!(weight[i] > 0.0))
      continue;
    last = i;
    rest -= weight[i];
    if (rest < 0.0)
      return i;
  }
  return last; // rounding left a crumb after the last positive weight
}

} // namespace tritone
