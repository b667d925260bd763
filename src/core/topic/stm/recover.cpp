// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/recover.h"

#include "topic/stm/quads.h"

#include <cmath>
#include <limits>
#include <vector>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kSteps = 500;
constexpr double kStep = 50.0;
constexpr double kEnough = 1e-7; // change of the root of the squared gradient
constexpr double kFloor = std::numeric_limits<double>::epsilon();

} // namespace

TRITONE_CLONES void recover(const double *gram, std::size_t topics,
                            const double *cross, double *weights) {
  constexpr std::size_t kWide = kRecovered / kQuad;
  for (std::size_t i = 0; i < topics * kRecovered; ++i)
    weights[i] = 1.0 / static_cast<double>(topics);
  std::vector<double> slopes(topics * kRecovered);
  QuadBits active[kWide];
  Quad before[kWide];
  for (std::size_t w = 0; w < kWide; ++w) {
    active[w] = QuadBits{} - 1;
    before[w] = Quad{} + 1e300;
  }
  for (std::size_t step = 0; step < kSteps; ++step) {
    Quad squares[kWide] = {};
    Quad most[kWide];
    for (std::size_t w = 0; w < kWide; ++w)
      most[w] = Quad{} - 1e300;
    for (std::size_t k = 0; k < topics; ++k) {
      Quad sum[kWide] = {};
      for (std::size_t l = 0; l < topics; ++l)
        for (std::size_t w = 0; w < kWide; ++w)
          sum[w] +=
              quad(weights + l * kRecovered + w * kQuad) * gram[k * topics + l];
      for (std::size_t w = 0; w < kWide; ++w) {
        const Quad slope = quad(cross + k * kRecovered + w * kQuad) - sum[w];
        squares[w] += slope * slope;
        const Quad scaled = slope * (2.0 * kStep);
        quad(slopes.data() + k * kRecovered + w * kQuad) = scaled;
        most[w] = scaled > most[w] ? scaled : most[w];
      }
    }
    Quad sum[kWide] = {};
    for (std::size_t k = 0; k < topics; ++k)
      for (std::size_t w = 0; w < kWide; ++w) {
        double *const at = slopes.data() + k * kRecovered + w * kQuad;
        Quad x = quad(at) - most[w];
        exponentiate(x);
        x *= quad(weights + k * kRecovered + w * kQuad);
        // What is next to nothing would take long to be reckoned with.
        x = x > 1e-250 ? x : Quad{};
        quad(at) = x;
        sum[w] += x;
      }
    bool any = false;
    for (std::size_t w = 0; w < kWide; ++w) {
      for (std::size_t k = 0; k < topics; ++k) {
        Quad &x = quad(weights + k * kRecovered + w * kQuad);
        const Quad next =
            quad(slopes.data() + k * kRecovered + w * kQuad) / sum[w];
        x = active[w] ? next : x;
      }
      for (std::size_t i = 0; i < kQuad; ++i) {
        const double now = std::sqrt(squares[w][i]);
        if (std::fabs(before[w][i] - now) < kEnough)
          active[w][i] = 0;
        before[w][i] = now;
        any = any || active[w][i] != 0;
      }
    }
    if (!any)
      break;
  }
  for (std::size_t i = 0; i < topics * kRecovered; ++i)
    weights[i] = weights[i] > 0.0 ? weights[i] : kFloor;
}

} // namespace tritone::topic::stm
