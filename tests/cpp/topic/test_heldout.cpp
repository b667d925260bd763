// SPDX-License-Identifier: GPL-2.0-or-later
// Held-out likelihood against sums over all assignments.
#include "topic/heldout.h"

#include "base/error.h"
#include "base/math.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

// Two topics x three terms, the last term without weight.
const std::vector<double> kPhi{0.7, 0.2, 0.3, 0.8, 0.0, 0.0};
const std::vector<double> kAlphas{0.6, 0.3};

// log p(w) by all 2^n ways to give topics to the tokens.
double exact(const std::vector<std::size_t> &tokens) {
  double sum = 0.0;
  for (unsigned z = 0; z < 1U << tokens.size(); ++z) {
    double p = 1.0;
    double n[2] = {};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t k = z >> i & 1U;
      p *= kPhi[tokens[i] * 2 + k] * (kAlphas[k] + n[k]) /
           (kAlphas[0] + kAlphas[1] + n[0] + n[1]);
      ++n[k];
    }
    sum += p;
  }
  return math::log(sum);
}

HeldoutOptions with_particles(std::size_t particles) {
  HeldoutOptions options;
  options.alphas = kAlphas;
  options.particles = particles;
  return options;
}

} // namespace

TEST_CASE("heldout: left to right comes to the sum over all topics") {
  const Rows counts = corpora::from_dense({{4, 3, 5}, {1, 0, 0}, {0, 6, 0}}, 3);
  NullMonitor nobody;
  const Heldout found =
      left_to_right(counts, kPhi, 2, with_particles(20000), nobody);
  CHECK(found.tokens == std::vector<double>{7, 1, 6});
  CHECK(found.log_likelihood[0] ==
        doctest::Approx(exact({0, 0, 0, 0, 1, 1, 1})).epsilon(0.002));
  CHECK(found.log_likelihood[1] == doctest::Approx(exact({0})).epsilon(1e-12));
  CHECK(found.log_likelihood[2] ==
        doctest::Approx(exact({1, 1, 1, 1, 1, 1})).epsilon(0.002));
}

TEST_CASE("heldout: left to right has no bias") {
  // The mean of p over many runs of few particles, within four of its errors.
  const Rows counts = corpora::from_dense({{3, 2}}, 3);
  NullMonitor nobody;
  HeldoutOptions options = with_particles(2);
  constexpr int kRuns = 20000;
  double mean = 0.0;
  double square = 0.0;
  for (int i = 0; i < kRuns; ++i) {
    options.seed = static_cast<std::uint64_t>(i);
    const double p = math::exp(
        left_to_right(counts, kPhi, 2, options, nobody).log_likelihood[0]);
    mean += p / kRuns;
    square += p * p / kRuns;
  }
  const double error = std::sqrt((square - mean * mean) / kRuns);
  CHECK(std::fabs(mean - math::exp(exact({0, 0, 0, 1, 1}))) < 4 * error);
}

TEST_CASE("heldout: completion scores one half by the other") {
  const Rows counts = corpora::from_dense({{8, 0, 2}, {1, 0, 0}, {}}, 3);
  NullMonitor nobody;
  const Heldout found =
      document_completion(counts, kPhi, 2, with_particles(1), nobody);
  CHECK(found.tokens == std::vector<double>{4, 0, 0});
  CHECK(found.log_likelihood[1] == 0.0);
  // Four tokens of the first term: the shares that maximise
  // 4 log(0.7 t + 0.2 (1 - t)) + 0.6 log t + 0.3 log(1 - t), by search.
  double best = -1e9;
  double t = 0.0;
  for (double x = 1e-4; x < 1.0; x += 1e-4) {
    const double value = 4 * math::log(0.7 * x + 0.2 * (1 - x)) +
                         0.6 * math::log(x) + 0.3 * math::log(1 - x);
    if (value > best) {
      best = value;
      t = x;
    }
  }
  CHECK(found.log_likelihood[0] ==
        doctest::Approx(4 * math::log(0.7 * t + 0.2 * (1 - t))).epsilon(1e-3));
}

TEST_CASE(
    "heldout: a row depends on its document alone, threads change no bit") {
  const auto data = corpora::simulate(30, 3, 8, 40, 51);
  NullMonitor nobody;
  HeldoutOptions options;
  const Heldout one = left_to_right(data.counts, data.phi, 3, options, nobody);
  const Heldout half =
      document_completion(data.counts, data.phi, 3, options, nobody);
  for (const std::size_t threads : {2, 7}) {
    options.threads = threads;
    CHECK(left_to_right(data.counts, data.phi, 3, options, nobody)
              .log_likelihood == one.log_likelihood);
    CHECK(document_completion(data.counts, data.phi, 3, options, nobody)
              .log_likelihood == half.log_likelihood);
  }
  const Rows alone = corpora::pick(data.counts, {17});
  CHECK(left_to_right(alone, data.phi, 3, options, nobody).log_likelihood[0] ==
        one.log_likelihood[17]);
  CHECK(document_completion(alone, data.phi, 3, options, nobody)
            .log_likelihood[0] == half.log_likelihood[17]);
}

TEST_CASE("heldout: one long document hears a stop") {
  // Asked once at the start and once more after the document, a monitor that
  // stops at its third answer would let it go to its end.
  struct Third final : Monitor {
    bool update(std::int64_t, std::int64_t) override { return ++asked < 3; }
    int asked = 0;
  };
  const Rows counts = corpora::from_dense({{2000, 2000, 2000}}, 3);
  for (const std::size_t threads : {1, 2}) {
    Third monitor;
    HeldoutOptions options;
    options.threads = threads;
    CHECK_THROWS_AS(left_to_right(counts, kPhi, 2, options, monitor),
                    cancelled);
    CHECK(monitor.asked == 3);
  }
}

TEST_CASE("heldout: errors") {
  NullMonitor nobody;
  const Rows halves = corpora::from_dense({{0.5, 1}}, 3);
  const Rows counts = corpora::from_dense({{2, 1}}, 3);
  CHECK_THROWS_AS(left_to_right(halves, kPhi, 2, {}, nobody), input_error);
  CHECK_THROWS_AS(document_completion(halves, kPhi, 2, {}, nobody),
                  input_error);
  CHECK_THROWS_AS(left_to_right(counts, kPhi, 3, {}, nobody), input_error);
  CHECK_THROWS_AS(left_to_right(counts, kPhi, 2, with_particles(0), nobody),
                  input_error);
  HeldoutOptions options;
  options.alphas = {1.0};
  CHECK_THROWS_AS(left_to_right(counts, kPhi, 2, options, nobody), input_error);
  struct Refuse final : Monitor {
    bool update(std::int64_t, std::int64_t) override { return false; }
  } refuse;
  CHECK_THROWS_AS(left_to_right(counts, kPhi, 2, {}, refuse), cancelled);
}
