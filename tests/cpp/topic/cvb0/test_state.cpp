// SPDX-License-Identifier: GPL-2.0-or-later
// The state of CVB0: its layout and its start.
#include "topic/cvb0/state.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>

#include <numeric>

using namespace tritone;
using namespace tritone::topic;

namespace {

const float *gamma_row(cvb0::State &state, std::size_t d, std::size_t e) {
  const std::vector<std::uint32_t> term(state.counts().entries());
  const cvb0::Document document = state.document(d, term.data());
  return reinterpret_cast<const float *>(document.gamma +
                                         e * state.prior().width);
}

} // namespace

TEST_CASE("cvb0 state: factors lie around 1 and follow the seed") {
  const Rows counts = corpora::from_dense({{1, 2}, {0, 3}, {1, 2}}, 2);
  cvb0::State state(counts, 10, 0.1, 0.01);
  const LaneTable factors = state.draw_factors(7);
  const std::size_t n = (cvb0::kFactorRows + 2) * kLanes;
  double sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    CHECK(std::fabs(factors.row(0)[i] - 1.0F) <= 0.5F);
    sum += static_cast<double>(factors.row(0)[i]);
  }
  CHECK(sum / static_cast<double>(n) == doctest::Approx(1.0).epsilon(0.01));
  CHECK(state.draw_factors(7).row(0)[5] == factors.row(0)[5]);
  CHECK(state.draw_factors(8).row(0)[5] != factors.row(0)[5]);
}

TEST_CASE("cvb0 state: gamma is given and taken back") {
  const Rows counts = corpora::from_dense({{4, 0, 1}, {0, 2.5, 1}}, 3);
  cvb0::State state(counts, 3, 0.1, 0.01);
  const std::vector<float> gamma{0.5F,  0.25F, 0.25F, 1.0F, 0.0F, 0.0F,
                                 0.75F, 0.25F, 0.0F,  0.0F, 0.0F, 1.0F};
  state.set_gamma(gamma);
  CHECK(state.gamma() == gamma);
  CHECK(gamma_row(state, 1, 0)[0] == 0.75F);
  CHECK(gamma_row(state, 1, 1)[3] == 0.0F); // past the last topic
}

TEST_CASE("cvb0 state: a start from topics, and its tally") {
  const Rows counts = corpora::from_dense({{4, 0, 1}, {}, {0, 2.5, 1}}, 4);
  // Two topics x four terms; the third has no weight, the last no count.
  const std::vector<double> phi{0.3, 0.1, 0.2, 0.6, 0, 0, 0.5, 0.3};
  cvb0::State state(counts, 2, 0.1, 0.01);
  state.assign(phi);
  state.tally();
  CHECK(gamma_row(state, 0, 0)[0] == 0.75F);
  CHECK(gamma_row(state, 0, 1)[1] == 0.5F);
  CHECK(state.in_all[0] == doctest::Approx(4 * 0.75 + 2.5 * 0.25 + 2 * 0.5));
  CHECK(state.in_all[0] + state.in_all[1] == doctest::Approx(8.5));
  CHECK(state.in_term.row(0)[1] == doctest::Approx(4 * 0.25 + 0.01));
  CHECK(state.in_term.row(3)[1] == doctest::Approx(0.01));
  const std::vector<std::uint32_t> term(counts.entries());
  const auto *topics =
      reinterpret_cast<const float *>(state.document(1, term.data()).topics);
  CHECK(topics[0] == doctest::Approx(0.1));
  CHECK(topics[2] == 0.0F);
  const auto mean = state.phi();
  double total = 0.0;
  for (std::size_t v = 0; v < 4; ++v)
    total += mean[v * 2];
  CHECK(total == doctest::Approx(1.0).epsilon(1e-14));
  CHECK(mean[0] == doctest::Approx(3.01 / (state.in_all[0] + 0.04)));
}

TEST_CASE("cvb0 state: cleared of all tokens") {
  const Rows counts = corpora::from_dense({{1, 2}}, 2);
  cvb0::State state(counts, 3, 0.5, 0.25);
  state.clear();
  CHECK(state.in_all == std::vector<double>{0, 0, 0});
  CHECK(state.in_term.row(1)[2] == 0.25F);
}
