// SPDX-License-Identifier: GPL-2.0-or-later
// The M-step of topical content: topics whose words differ between groups of
// documents.
#pragma once

#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::stm {

struct ContentOptions {
  bool interactions = true;    // of topic and group
  std::size_t penalties = 250; // that are tried, evenly spaced in the log
  double ratio = 0.001;        // of the least to the largest
  double parameter_cost = 2.0; // for each coefficient, against the deviance
};

// Logs of probabilities as sums of parts (Eisenstein, Ahmed & Xing 2011,
// "Sparse additive generative models of text", ICML):
//   log beta_gkv = m_v + topic_kv + group_gv + interaction_gkv - log sum.
struct Content {
  std::vector<double> m;           // terms: log shares of all tokens
  std::vector<double> topic;       // terms x topics, row by row
  std::vector<double> group;       // terms x groups
  std::vector<double> interaction; // terms x groups x topics, or empty
};

// From expected counts (by group: terms x width) the parts and, in place of the
// counts, beta. Every term is a Poisson regression of its counts in the cells
// of group and topic, with the totals of the cells and m as offset, an L1
// penalty on the parts (distributed multinomial regression; Taddy 2015,
// doi:10.1214/15-AOAS831) and the penalty of least deviance +
// parameter_cost * coefficients. As the design is of zeros and ones, every
// coordinate has a closed form, and the path needs neither exponentials nor
// logs of means.
Content fit_content(std::vector<std::vector<double>> &beta, std::size_t topics,
                    std::size_t terms, const std::vector<double> &tokens,
                    const ContentOptions &options, std::size_t threads,
                    Monitor &monitor);

} // namespace tritone::topic::stm
