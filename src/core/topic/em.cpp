// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/em.h"

#include "base/math.h"

namespace tritone::em {
namespace {

// sum_k theta_k f_k, in two sums side by side.
TRITONE_INLINE inline float weight(const Lanes *theta, const Lanes *f,
                                   std::size_t width) {
  Lanes even{};
  Lanes odd{};
  std::size_t i = 0;
  for (; i + 2 <= width; i += 2) {
    even += theta[i] * f[i];
    odd += theta[i + 1] * f[i + 1];
  }
  if (i < width)
    even += theta[i] * f[i];
  even += odd;
  return sum_lanes(even);
}

} // namespace

TRITONE_CLONES float step(const Document &document, const LaneTable &phi,
                          const Lanes *alpha, const Lanes *from, Lanes *to,
                          Lanes *gain) {
  const std::size_t width = phi.width();
  for (std::size_t i = 0; i < width; ++i)
    gain[i] = Lanes{};
  for (std::size_t e = 0; e < document.entries; ++e) {
    const Lanes *f = phi.lanes(static_cast<std::size_t>(document.column[e]));
    const float p = weight(from, f, width);
    if (!(p > 0.0F))
      continue;
    const float ratio = static_cast<float>(document.count[e]) / p;
    for (std::size_t i = 0; i < width; ++i)
      gain[i] += f[i] * ratio;
  }
  Lanes total{};
  for (std::size_t i = 0; i < width; ++i) {
    to[i] = alpha[i] + from[i] * gain[i];
    total += to[i];
  }
  const float scale = 1.0F / sum_lanes(total);
  Lanes change{};
  for (std::size_t i = 0; i < width; ++i) {
    to[i] *= scale;
    const Lanes step = to[i] - from[i];
    change += step > 0.0F ? step : -step;
  }
  return sum_lanes(change);
}

TRITONE_CLONES double ratios(const Document &document, const LaneTable &phi,
                             const Lanes *theta, float *ratio) {
  const std::size_t width = phi.width();
  double log_likelihood = 0.0;
  double product = 1.0; // of the terms that occur once: spares logarithms
  for (std::size_t e = 0; e < document.entries; ++e) {
    const float p = weight(
        theta, phi.lanes(static_cast<std::size_t>(document.column[e])), width);
    ratio[e] = p > 0.0F ? static_cast<float>(document.count[e]) / p : 0.0F;
    if (!(p > 0.0F))
      continue;
    if (document.count[e] != 1.0) {
      log_likelihood += document.count[e] * math::log(static_cast<double>(p));
    } else if ((product *= static_cast<double>(p)) < 1e-200) {
      log_likelihood += math::log(product);
      product = 1.0;
    }
  }
  return log_likelihood + math::log(product);
}

} // namespace tritone::em
