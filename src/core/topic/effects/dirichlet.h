// SPDX-License-Identifier: GPL-2.0-or-later
// Draws of shares under latent Dirichlet allocation.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::effects {

// Articles whose shares have a Dirichlet posterior around `mean`.
struct Posteriors {
  std::vector<double> mean;  // articles x topics, column-major, rows sum to 1
  std::vector<double> total; // by article: sum of the parameters, above 0
  std::vector<std::uint64_t> keys; // by article: what names its draws
};

// `count` draws from the one numbered `first`, each articles x topics,
// column-major. Draw i of an article is named by the seed, its key and i; the
// same bits for every number of threads. Throws input_error where sizes do not
// agree.
std::vector<double> dirichlet_draws(const Posteriors &posteriors,
                                    std::size_t first, std::size_t count,
                                    std::uint64_t seed, std::size_t threads,
                                    Monitor &monitor);

} // namespace tritone::topic::effects
