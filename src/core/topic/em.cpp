// SPDX-License-Identifier: GPL-2.0-or-later
// The steps of EM for one document, eight topics at a time.
#include "topic/em.h"

#include "topic/log_sum.h"

namespace tritone::topic::em {
TRITONE_CLONES float step(const Document &document, const LaneTable &phi,
                          const Lanes *alpha, const Lanes *from, Lanes *to,
                          Lanes *gain) {
  const std::size_t width = phi.width();
  for (std::size_t i = 0; i < width; ++i)
    gain[i] = Lanes{};
  for (std::size_t e = 0; e < document.entries; ++e) {
    const Lanes *f = phi.lanes(static_cast<std::size_t>(document.column[e]));
    const float p = dot(from, f, width);
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
  LogSum log_likelihood;
  for (std::size_t e = 0; e < document.entries; ++e) {
    const float p = dot(
        theta, phi.lanes(static_cast<std::size_t>(document.column[e])), width);
    ratio[e] = p > 0.0F ? static_cast<float>(document.count[e]) / p : 0.0F;
    if (p > 0.0F)
      log_likelihood.add(document.count[e], static_cast<double>(p));
  }
  return log_likelihood.value();
}

} // namespace tritone::topic::em
