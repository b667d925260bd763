// SPDX-License-Identifier: GPL-2.0-or-later
// Topic shares of documents under topics that are already fitted.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"

#include <cstddef>
#include <vector>

namespace tritone::topic {

struct FoldInOptions {
  double alpha = 0.1;           // pseudo-tokens of each topic in a document
  std::vector<double> alphas;   // the same by topic; empty: alpha for each
  std::size_t iterations = 100; // steps at most
  double tolerance = 1e-4;      // least sum of |change of theta| to go on
  std::size_t threads = 1;
};

// Topic shares of documents under topics that stay as they are: theta,
// documents x topics, column-major, rows sum to 1.
//
// `phi` is topics x counts.columns, column-major, finite and not negative. The
// shares of a document maximise
//   sum_v n_v log(sum_k theta_k phi_kv) + sum_k alpha_k log(theta_k),
// which is strictly concave: there is one maximum. It is approached by EM steps
// from equal shares, every two of them carried on (SQUAREM), so a document's
// shares depend on that document and phi alone; when the topics of phi change
// places, so do the shares, bit for bit. A term with no weight in any topic is
// passed over; a document with no other term has the shares of the alphas.
//
// Throws input_error for a count, an option or an entry of phi that is not as
// described. One step costs two passes over entries x topics.
std::vector<double> fold_in(const Rows &counts, const std::vector<double> &phi,
                            std::size_t topics, const FoldInOptions &options,
                            Monitor &monitor);

} // namespace tritone::topic
