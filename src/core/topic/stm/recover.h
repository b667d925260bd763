// SPDX-License-Identifier: GPL-2.0-or-later
// Least squares on the simplex, for the terms of the spectral start.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone::topic::stm {

constexpr std::size_t kRecovered = 16; // terms at once

// weights (topics x 16, row by row) come to minimise |y - weights' X|^2 on the
// simplex, where cross (topics x 16) is X y and gram (topics x topics) X X',
// from equal weights, by at most 500 steps of exponentiated gradient with step
// 50. A weight of 0 becomes the least double that changes 1.
void recover(const double *gram, std::size_t topics, const double *cross,
             double *weights);

} // namespace tritone::topic::stm
