// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/em.h"

#include "base/math.h"

namespace tritone::em {

TRITONE_CLONES float step(const Document &document, const LaneTable &phi,
                          const Lanes *alpha, const Lanes *from, Lanes *to,
                          Lanes *gain) {
  const std::size_t width = phi.width();
  for (std::size_t i = 0; i < width; ++i)
    gain[i] = Lanes{};
  for (std::size_t e = 0; e < document.entries; ++e) {
    const Lanes *f = phi.lanes(static_cast<std::size_t>(document.column[e]));
    Lanes even{};
    Lanes odd{};
    std::size_t i = 0;
    for (; i + 2 <= width; i += 2) {
      even += from[i] * f[i];
      odd += from[i + 1] * f[i + 1];
    }
    if (i < width)
      even += from[i] * f[i];
    even += odd;
    const float p = sum_lanes(even);
    if (!(p > 0.0F))
      continue;
    const float ratio = static_cast<float>(document.count[e]) / p;
    for (i = 0; i < width; ++i)
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

TRITONE_CLONES double responsibilities(const Document &document,
                                       const LaneTable &phi, const Lanes *theta,
                                       Lanes *gamma) {
  const std::size_t width = phi.width();
  double log_likelihood = 0.0;
  for (std::size_t e = 0; e < document.entries; ++e, gamma += width) {
    const Lanes *f = phi.lanes(static_cast<std::size_t>(document.column[e]));
    Lanes sum{};
    for (std::size_t i = 0; i < width; ++i) {
      gamma[i] = theta[i] * f[i];
      sum += gamma[i];
    }
    const float p = sum_lanes(sum);
    const float scale = p > 0.0F ? 1.0F / p : 0.0F;
    for (std::size_t i = 0; i < width; ++i)
      gamma[i] *= scale;
    if (p > 0.0F)
      log_likelihood += document.count[e] * math::log(static_cast<double>(p));
  }
  return log_likelihood;
}

} // namespace tritone::em
