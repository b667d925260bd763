// SPDX-License-Identifier: GPL-2.0-or-later
// Which topics of two fits are the same: similarities, and the pairs whose
// similarities have the largest sum.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic {

enum class Similarity : std::uint8_t {
  cosine, // of the vectors of probabilities
  overlap // sum_v min(p_v, q_v)
};

// Similarities of distributions over the same terms, each from 0 to 1, a.topics
// x b.topics, column-major. a and b: topics x terms, column-major, not
// negative. 0 with a topic that is 0 everywhere. The same bits for every number
// of threads. Throws input_error where sizes do not fit.
std::vector<double> topic_similarity(const std::vector<double> &a,
                                     std::size_t a_topics,
                                     const std::vector<double> &b,
                                     std::size_t b_topics, std::size_t terms,
                                     Similarity measure, std::size_t threads,
                                     Monitor &monitor);

// The assignment with the largest sum of scores (Kuhn 1955, Munkres 1957, by
// shortest augmenting paths): for each row its column, -1 for rows that are
// left over where there are more rows than columns; no column twice. score:
// rows x columns, column-major, finite. Of equal paths the one by the lower
// number is taken, so the result depends on score alone. Time grows with the
// square of the smaller side times the larger. Throws input_error where sizes
// do not fit or a score is not finite.
std::vector<std::int32_t> best_assignment(const std::vector<double> &score,
                                          std::size_t rows,
                                          std::size_t columns);

} // namespace tritone::topic
