// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/dirichlet.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/rng.h"

#include <algorithm>

namespace tritone::topic::effects {
namespace {

constexpr std::size_t kBlock = 64;   // articles
constexpr double kLeastShape = 1e-6; // below, a share is 0 all the same

} // namespace

std::vector<double> dirichlet_draws(const Posteriors &posteriors,
                                    std::size_t first, std::size_t count,
                                    std::uint64_t seed, std::size_t threads,
                                    Monitor &monitor) {
  const std::size_t n = posteriors.keys.size();
  if (n == 0 || posteriors.total.size() != n ||
      posteriors.mean.size() % n != 0 || posteriors.mean.empty())
    throw input_error("Draws of shares need a total and a key for each "
                      "article.");
  const std::size_t topics = posteriors.mean.size() / n;
  std::vector<double> out(n * topics * count);
  for_blocks(n, kBlock, threads, monitor, [&](const Block &block) {
    std::vector<double> shape(topics);
    std::vector<double> share(topics);
    for (std::size_t d = block.begin; d < block.end; ++d) {
      for (std::size_t k = 0; k < topics; ++k)
        shape[k] = std::max(kLeastShape,
                            posteriors.total[d] * posteriors.mean[k * n + d]);
      for (std::size_t i = 0; i < count; ++i) {
        Rng rng(seed, posteriors.keys[d],
                static_cast<std::uint32_t>(first + i));
        rng.dirichlet(shape.data(), topics, share.data());
        for (std::size_t k = 0; k < topics; ++k)
          out[(i * topics + k) * n + d] = share[k];
      }
    }
  });
  return out;
}

} // namespace tritone::topic::effects
