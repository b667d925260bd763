// SPDX-License-Identifier: GPL-2.0-or-later
// EM for the topic shares of a document under topics that stay as they are.
// Arrays of topics are as long as a row of phi and 0 past the last topic.
#pragma once

#include "base/config.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>

namespace tritone::topic::em {

// One document and its terms' rows of phi.
struct Document {
  std::size_t entries;
  const std::int32_t *column;
  const double *count;
};

// One step: `to` becomes (alpha + from * gain) / sum, where gain_k is
// sum_v n_v phi_kv / p_v. Returns the sum of absolute changes. `from` need not
// sum to 1; a term with no weight in any topic is passed over.
float step(const Document &document, const LaneTable &phi, const Lanes *alpha,
           const Lanes *from, Lanes *to, Lanes *gain);

// n_v / p_v of each entry, 0 where p_v is: times theta_k phi_kv it is what the
// entry counts for topic k. Returns sum_v n_v log p_v of the others.
double ratios(const Document &document, const LaneTable &phi,
              const Lanes *theta, float *ratio);

} // namespace tritone::topic::em
