// SPDX-License-Identifier: GPL-2.0-or-later
// Each loop against the same in plain form.
#include "topic/stm/kernel.h"

#include "base/rng.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic::stm;

namespace {

std::vector<double> numbers(std::size_t n, std::uint64_t seed) {
  Rng rng(seed, 1);
  std::vector<double> out(n);
  for (double &x : out)
    x = rng.uniform() + 1e-3;
  return out;
}

} // namespace

TEST_CASE("kernel: words are gathered, mixed, weighed and divided") {
  for (const std::size_t topics : {2, 5, 8})
    for (const std::size_t words : {1, 4, 15, 21, 40}) {
      CAPTURE(topics);
      CAPTURE(words);
      const std::size_t width = padded(topics);
      const std::size_t lanes = padded(words);
      const auto beta = numbers(50 * width, topics);
      std::vector<std::int32_t> term(words);
      for (std::size_t j = 0; j < words; ++j)
        term[j] = static_cast<std::int32_t>((7 * j) % 50);
      std::vector<double> by_topic(topics * lanes);
      gather_words(beta.data(), width, term.data(), words, lanes, topics,
                   by_topic.data());
      auto e = numbers(width, 3);
      e[topics - 1] = 1.0;
      std::vector<double> mix(lanes);
      const double least =
          mix_words(by_topic.data(), lanes, topics, e.data(), mix.data());
      CHECK(least == *std::min_element(mix.begin(), mix.end()));
      const auto count = numbers(lanes, 4);
      std::vector<double> ratio(lanes);
      divide_words(count.data(), mix.data(), lanes, ratio.data());
      std::vector<double> weighed(topics);
      weigh_topics(by_topic.data(), lanes, topics, ratio.data(),
                   weighed.data());
      std::vector<double> expected(topics, 0.0);
      for (std::size_t j = 0; j < lanes; ++j) {
        double sum = j < words ? 0.0 : 1.0;
        for (std::size_t k = 0; j < words && k < topics; ++k)
          sum += e[k] * beta[static_cast<std::size_t>(term[j]) * width + k];
        CHECK(mix[j] == doctest::Approx(sum).epsilon(1e-14));
        CHECK(ratio[j] == count[j] / mix[j]);
        for (std::size_t k = 0; k < topics; ++k)
          expected[k] += ratio[j] * by_topic[k * lanes + j];
      }
      for (std::size_t k = 0; k < topics; ++k)
        CHECK(weighed[k] == doctest::Approx(expected[k]).epsilon(1e-13));
    }
}

TEST_CASE("kernel: logs of runs of equal counts are those of each word") {
  const std::size_t quads = 700;
  auto mix = numbers(quads * kQuad, 5);
  for (std::size_t j = 0; j < mix.size(); j += 3)
    mix[j] *= 1e-30;
  std::vector<double> count(mix.size(), 1.0);
  for (std::size_t j = 600 * kQuad; j < mix.size(); ++j)
    count[j] = static_cast<double>(j % 5);
  std::vector<Run> runs;
  for (std::size_t q = 0; q < 600; q += kMaxRun)
    runs.push_back({q, std::min<std::size_t>(600, q + kMaxRun), true});
  runs.push_back({600, quads, false});
  double expected = 0.0;
  for (std::size_t j = 0; j < mix.size(); ++j)
    expected += count[j] * std::log(mix[j]);
  CHECK(log_words(mix.data(), count.data(), runs.data(), runs.size()) ==
        doctest::Approx(expected).epsilon(1e-13));
}

TEST_CASE("kernel: pairs are the rank two updates of BFGS") {
  constexpr std::size_t kFree = 6;
  const std::size_t stride = padded(kFree);
  // B as a matrix, updated pair by pair.
  std::vector<double> b(kFree * kFree, 0.0);
  for (std::size_t k = 0; k < kFree; ++k)
    b[k * kFree + k] = 1.0;
  std::vector<Pair> pairs;
  std::vector<double> steps;
  std::vector<double> images;
  for (std::size_t i = 0; i < 4; ++i) {
    std::vector<double> s(stride, 0.0);
    std::vector<double> image(stride, 0.0);
    std::vector<double> y(kFree);
    const auto random = numbers(2 * kFree, 20 + i);
    double curvature = 0.0;
    double yby = 0.0;
    for (std::size_t k = 0; k < kFree; ++k) {
      s[k] = random[k];
      y[k] = random[kFree + k];
      curvature += s[k] * y[k];
    }
    for (std::size_t k = 0; k < kFree; ++k) {
      for (std::size_t l = 0; l < kFree; ++l)
        image[k] += b[k * kFree + l] * y[l];
      yby += image[k] * y[k];
    }
    const double factor = 1.0 + yby / curvature;
    for (std::size_t k = 0; k < kFree; ++k)
      for (std::size_t l = 0; l < kFree; ++l)
        b[k * kFree + l] +=
            (factor * s[k] * s[l] - s[k] * image[l] - image[k] * s[l]) /
            curvature;
    pairs.push_back({curvature, factor});
    steps.insert(steps.end(), s.begin(), s.end());
    images.insert(images.end(), image.begin(), image.end());
  }
  std::vector<double> x(stride, 0.0);
  const auto random = numbers(kFree, 9);
  std::copy(random.begin(), random.end(), x.begin());
  std::vector<double> out(stride);
  apply_pairs(pairs.data(), steps.data(), images.data(), 4, stride, x.data(),
              out.data());
  for (std::size_t k = 0; k < kFree; ++k) {
    double expected = 0.0;
    for (std::size_t l = 0; l < kFree; ++l)
      expected += b[k * kFree + l] * x[l];
    CHECK(out[k] == doctest::Approx(expected).epsilon(1e-11));
  }
}

TEST_CASE("kernel: products and exponentials of whole vectors") {
  const std::vector<double> a = {2, 1, 0, 0, 1, 3, 0, 0};
  const std::vector<double> x = {1, 2, 0, 0};
  std::vector<double> out(4);
  multiply(a.data(), 2, 4, x.data(), out.data());
  CHECK(out == std::vector<double>{4, 7, 0, 0});
  add_scaled(x.data(), 0.5, 4, out.data());
  CHECK(out == std::vector<double>{4.5, 8, 0, 0});
  CHECK(dot_all(x.data(), out.data(), 4) == 20.5);
  CHECK(exponentiate_all(x.data(), 4, out.data()) == 2.0);
  CHECK(out[1] == doctest::Approx(std::exp(2.0)).epsilon(1e-15));
  const std::vector<std::int32_t> term = {1};
  const std::vector<double> root = {3};
  scale_words(a.data(), 4, term.data(), root.data(), 1, x.data(), 4,
              out.data());
  CHECK(out == std::vector<double>{3, 18, 0, 0});
}
