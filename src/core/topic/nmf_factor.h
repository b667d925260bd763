// SPDX-License-Identifier: GPL-2.0-or-later
// Steps of non-negative matrix factorization: one factor of counts is moved
// while the other is as it is.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

enum class NmfLoss : std::uint8_t { poisson, frobenius };

using Factor = std::vector<double>; // rows x topics, row-major

constexpr double kLeastFactor = 1e-12; // factors and means are kept above

// By topic.
std::vector<double> column_sums(const Factor &factor, std::size_t topics);

// Moves the first `n` rows of `own`, one for each row of `counts`, so that the
// loss of counts ~ own other' does not rise; the rest are held. `other` has a
// row for each column. Rows do not depend on each other: the same bits for
// every number of threads.
void update_factor(NmfLoss loss, const Rows &counts, std::size_t n,
                   std::size_t topics, Factor &own, const Factor &other,
                   std::size_t threads, Monitor &monitor);

// The loss of counts ~ left right' (see NmfEngine), less what the factors do
// not change.
double factor_loss(NmfLoss loss, const Rows &counts, std::size_t topics,
                   const Factor &left, const Factor &right, std::size_t threads,
                   Monitor &monitor);

} // namespace tritone::topic
