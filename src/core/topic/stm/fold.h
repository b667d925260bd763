// SPDX-License-Identifier: GPL-2.0-or-later
// Documents under a structural topic model that is fitted: their shares and how
// sure those are. A fit's own theta comes from here too.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/rows.h"
#include "topic/stm/estep.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::stm {

// The parameters of a fit, as R keeps them: column-major, without padding.
struct Model {
  std::size_t topics = 0;
  std::size_t terms = 0;
  std::vector<std::vector<double>> beta; // by content group: topics x terms
  std::vector<double> sigma;             // (topics - 1)^2
};

// Throws input_error where the parts do not agree with each other or are not
// probabilities.
void check_model(const Model &model);

// phi (topics x terms, column-major) as the kernels read it, and back.
std::vector<double> padded_beta(const std::vector<double> &phi,
                                std::size_t topics, std::size_t terms);
std::vector<double> plain_beta(const std::vector<double> &beta,
                               std::size_t topics, std::size_t terms);

// Which documents, and what is known of them: mu is documents x (topics - 1),
// row by row, padded; group: by document, empty where there is one.
struct Given {
  const Rows &counts;
  std::vector<double> mu;
  std::vector<std::uint32_t> group;
};

// Modes of eta, documents x stride, row by row, each found from eta = 0, so a
// document's depends on it and the model alone; the same bits for every number
// of threads.
std::vector<double> modes(const Given &given, const Model &model,
                          std::size_t threads, Monitor &monitor);

// softmax(eta, 0): documents x topics, column-major.
std::vector<double> softmax(const std::vector<double> &eta,
                            std::size_t documents, std::size_t topics);

struct PosteriorOptions {
  std::size_t draws = 0;
  std::size_t first = 0; // number of the first: further draws of the same seed
  bool covariance = false;
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

// Laplace approximations around the modes.
struct Posterior {
  std::vector<double> eta; // documents x (topics - 1), column-major
  // (topics - 1)^2 by document, where asked for.
  std::vector<double> covariance;
  // Draws of theta, each documents x topics, column-major. Draw i of a
  // document is named by the seed, its counts and i.
  std::vector<double> draws;
  std::vector<double> bound;          // by document
  std::vector<std::uint8_t> repaired; // by document: see Laplace
};
Posterior posterior(const Given &given, const Model &model,
                    const PosteriorOptions &options, Monitor &monitor);

} // namespace tritone::topic::stm
