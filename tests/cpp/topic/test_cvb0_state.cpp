// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/cvb0_state.h"

#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace tritone;

namespace {

const float *gamma_row(cvb0::State &state, std::size_t d, std::size_t e) {
  const std::vector<std::uint32_t> term(state.counts().entries());
  const cvb0::Document document = state.document(d, term.data());
  return reinterpret_cast<const float *>(document.gamma +
                                         e * state.prior().width);
}

} // namespace

TEST_CASE("cvb0 state: factors lie around 1 and follow their keys") {
  const Rows counts = corpora::from_dense({{1, 2}, {0, 3}, {1, 2}}, 2);
  NullMonitor nobody;
  cvb0::State state(counts, 10, 0.1, 0.01);
  state.draw_factors(7, {5, 6, 5}, 1, nobody);
  for (std::size_t k = 0; k < 10; ++k) {
    const float x = gamma_row(state, 0, 0)[k];
    CHECK(x > 0.75F);
    CHECK(x < 1.25F);
    CHECK(x == gamma_row(state, 2, 0)[k]); // the same key
  }
  CHECK(gamma_row(state, 0, 0)[10] == 0.0F); // past the last topic
  CHECK(
      std::vector<float>(gamma_row(state, 0, 0), gamma_row(state, 0, 0) + 10) !=
      std::vector<float>(gamma_row(state, 1, 0), gamma_row(state, 1, 0) + 10));
  const float first = gamma_row(state, 0, 0)[0];
  state.draw_factors(8, {5, 6, 5}, 1, nobody);
  CHECK(first != gamma_row(state, 0, 0)[0]);
  state.draw_factors(7, {}, 2, nobody); // hashes of row numbers
  CHECK(gamma_row(state, 0, 0)[0] != gamma_row(state, 2, 0)[0]);
}

TEST_CASE("cvb0 state: a start from topics, and its tally") {
  const Rows counts = corpora::from_dense({{4, 0, 1}, {}, {0, 2.5, 1}}, 4);
  // Two topics x four terms; the third has no weight, the last no count.
  const std::vector<double> phi{0.3, 0.1, 0.2, 0.6, 0, 0, 0.5, 0.3};
  NullMonitor nobody;
  for (const std::size_t threads : {1, 2}) {
    cvb0::State state(counts, 2, 0.1, 0.01);
    state.assign(phi);
    state.tally(threads, nobody);
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
}

TEST_CASE("cvb0 state: cleared of all tokens") {
  const Rows counts = corpora::from_dense({{1, 2}}, 2);
  cvb0::State state(counts, 3, 0.5, 0.25);
  state.clear();
  CHECK(state.in_all == std::vector<double>{0, 0, 0});
  CHECK(state.in_term.row(1)[2] == 0.25F);
}
