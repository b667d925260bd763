// SPDX-License-Identifier: GPL-2.0-or-later
// The draws of partially collapsed Gibbs sampling. Arrays of topics are whole
// Lanes long and hold 0 past the last topic.
#pragma once

#include "base/config.h"
#include "base/rng.h"
#include "topic/lanes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::gibbs {

// Up to so many topics all of them are weighed for each token, eight at a time:
// that is faster than walking through those of the document.
constexpr std::size_t kDenseTopics = 512;

// What all documents of a sweep are drawn from.
struct Topics {
  std::size_t topics;
  const LaneTable *weight; // by term: phi before each topic is made to sum to 1
  const float *norm;       // by topic: 1 over the sum of its weights
  const float *alpha;      // by topic
  const LaneTable *prior; // by term: sums of alpha norm weight over topics 0 to
                          // k; for draw_sparse() alone
};

// The tokens of one document.
struct Tokens {
  std::size_t n;
  const std::int32_t *term;
  std::int32_t *topic;
};

// What one worker needs for a document.
struct Scratch {
  explicit Scratch(std::size_t topics)
      : in_doc(lanes_for(topics) * kLanes, 0), sums(topics),
        rows(2, lanes_for(topics)) {}

  std::vector<std::int32_t> in_doc;  // tokens by topic; 0 between documents
  std::vector<std::int32_t> present; // topics of the document, sparse alone
  std::vector<float> sums;
  LaneTable rows; // shares of the document's topics; weights
};

// Draws the topic of each token anew, one after the other, with probability
//   (N_dk without it + alpha_k) norm_k weight_vk
// and adds 1 to its cell of `count` (term x topic). The two differ in the order
// of sums alone.
void draw_dense(const Topics &topics, const Tokens &tokens, Rng &rng,
                Scratch &scratch, std::int32_t *count);
void draw_sparse(const Topics &topics, const Tokens &tokens, Rng &rng,
                 Scratch &scratch, std::int32_t *count);

// The weights of one term: gamma(eta + extra_k + count_k) by topic; `extra` may
// be null. Most cells have no token. Gamma(eta) is U^(1 / eta) Gamma(1 + eta);
// where the first factor is below 1e-22 it is taken for 0, since the same term
// has a token, and with it a weight of another size, in some topic.
class TermWeights {
public:
  explicit TermWeights(double eta);
  void draw(const std::int32_t *count, const double *extra, std::size_t topics,
            Rng &rng, float *weight) const;

private:
  double empty(unsigned byte, Rng &rng) const;

  double gamma(double tokens, Rng &rng) const;

  double eta_;
  std::vector<Rng::GammaShape> shape_; // of eta + n, for n = 1, 2, ...
  double negligible_;                  // the U of 1e-22
  unsigned certain_; // 1/256 of U up to which every U is below that
};

} // namespace tritone::topic::gibbs
