// SPDX-License-Identifier: GPL-2.0-or-later
// The update of one document against the formula in doubles.
#include "topic/cvb0/kernel.h"

#include "base/math.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

constexpr double kAlpha = 0.3;
constexpr double kEta = 0.05;
constexpr std::size_t kTerms = 6;

// A document of four entries under `topics` topics, with other counts around.
struct Scene {
  explicit Scene(std::size_t topics, std::vector<float> n)
      : k(topics), width(lanes_for(topics)), count(std::move(n)),
        gamma(count.size(), width), in_term(kTerms, width), rows(4, width) {
    Rng rng(5, topics);
    for (std::size_t r = 0; r < 4; ++r)
      std::fill_n(rows.row(r), width * kLanes, r == 2 ? 1.0F : 0.0F);
    std::fill_n(rows.row(0), k, static_cast<float>(kAlpha));
    std::fill_n(rows.row(1), k, static_cast<float>(kAlpha));
    for (std::size_t v = 0; v < kTerms; ++v) {
      std::fill_n(in_term.row(v), width * kLanes, static_cast<float>(kEta));
      for (std::size_t j = 0; j < k; ++j)
        in_term.row(v)[j] += static_cast<float>(3.0 * rng.uniform());
    }
    for (std::size_t e = 0; e < count.size(); ++e) {
      std::fill_n(gamma.row(e), width * kLanes, 0.0F);
      std::vector<double> share(k);
      const std::vector<double> ones(k, 1.0);
      rng.dirichlet(ones.data(), k, share.data());
      for (std::size_t j = 0; j < k; ++j) {
        gamma.row(e)[j] = static_cast<float>(share[j]);
        rows.row(1)[j] += count[e] * gamma.row(e)[j];
        in_term.row(term[e])[j] += count[e] * gamma.row(e)[j];
      }
    }
    for (std::size_t j = 0; j < k; ++j) {
      rows.row(2)[j] = 0.0F;
      for (std::size_t v = 0; v < kTerms; ++v)
        rows.row(2)[j] += in_term.row(v)[j];
    }
  }

  cvb0::Prior prior() {
    return {width, rows.lanes(0), static_cast<float>(kEta),
            static_cast<float>(kTerms * kEta)};
  }
  cvb0::Document document() {
    return {count.size(), count.data(), term, gamma.lanes(0), rows.lanes(1)};
  }
  cvb0::BlockCounts counts() {
    return {in_term.lanes(0), rows.lanes(2), rows.lanes(3)};
  }

  std::size_t k;
  std::size_t width;
  std::vector<float> count;
  LaneTable gamma;
  LaneTable in_term;
  LaneTable rows; // alpha, the document's topics, all topics, scratch
  std::uint32_t term[4] = {4, 0, 3, 5};
};

std::vector<double> doubles(const float *x, std::size_t n) {
  return std::vector<double>(x, x + n);
}

// CVB0 as the paper has it, in doubles, with `own` tokens left out.
double plain_sweep(const Scene &start, std::vector<std::vector<double>> &gamma,
                   std::vector<std::vector<double>> &in_term,
                   std::vector<double> &in_document,
                   std::vector<double> &in_all) {
  double change = 0.0;
  for (std::size_t e = 0; e < start.count.size(); ++e) {
    auto &g = gamma[e];
    auto &term = in_term[start.term[e]];
    const double n = static_cast<double>(start.count[e]);
    const double self = std::min(n, 1.0);
    std::vector<double> w(start.k);
    double total = 0.0;
    for (std::size_t j = 0; j < start.k; ++j) {
      const double own = self * g[j];
      total += w[j] =
          (in_document[j] - own) * (term[j] - own) / (in_all[j] - own);
    }
    for (std::size_t j = 0; j < start.k; ++j) {
      const double step = n * (w[j] / total - g[j]);
      g[j] = w[j] / total;
      in_document[j] += step;
      term[j] += step;
      in_all[j] += step;
      change += std::fabs(step);
    }
  }
  return change;
}

} // namespace

TEST_CASE("cvb0 kernel: a sweep is that of the paper") {
  for (const std::size_t k : {1, 2, 7, 8, 9, 16, 23, 24, 50})
    for (const auto &n : {std::vector<float>{1, 2, 1, 7},
                          std::vector<float>{0.25F, 1.5F, 1, 0.5F}}) {
      Scene scene(k, n);
      std::vector<std::vector<double>> gamma;
      std::vector<std::vector<double>> in_term;
      for (std::size_t e = 0; e < 4; ++e)
        gamma.push_back(doubles(scene.gamma.row(e), k));
      for (std::size_t v = 0; v < kTerms; ++v)
        in_term.push_back(doubles(scene.in_term.row(v), k));
      auto in_document = doubles(scene.rows.row(1), k);
      auto in_all = doubles(scene.rows.row(2), k);
      const double wanted =
          plain_sweep(scene, gamma, in_term, in_document, in_all);
      const double change =
          cvb0::sweep(scene.prior(), scene.document(), scene.counts());
      CHECK(change == doctest::Approx(wanted).epsilon(1e-5));
      for (std::size_t j = 0; j < k; ++j) {
        CHECK(scene.rows.row(1)[j] ==
              doctest::Approx(in_document[j]).epsilon(1e-4));
        CHECK(scene.rows.row(2)[j] == doctest::Approx(in_all[j]).epsilon(1e-4));
        for (std::size_t e = 0; e < 4; ++e)
          CHECK(scene.gamma.row(e)[j] ==
                doctest::Approx(gamma[e][j]).epsilon(1e-4));
        for (std::size_t v = 0; v < kTerms; ++v)
          CHECK(scene.in_term.row(v)[j] ==
                doctest::Approx(in_term[v][j]).epsilon(1e-4));
      }
      for (std::size_t j = k; j < scene.width * kLanes; ++j)
        CHECK(scene.gamma.row(3)[j] == 0.0F);
    }
}

TEST_CASE(
    "cvb0 kernel: rounding below the prior cannot make a share negative") {
  Scene scene(3, {1, 1, 1, 1});
  // Less is counted than gamma holds, as rounding may leave it.
  for (std::size_t j = 0; j < 3; ++j) {
    scene.rows.row(1)[j] = static_cast<float>(kAlpha);
    scene.rows.row(2)[j] = 0.0F;
    for (std::size_t v = 0; v < kTerms; ++v)
      scene.in_term.row(v)[j] = static_cast<float>(kEta);
  }
  cvb0::sweep(scene.prior(), scene.document(), scene.counts());
  for (std::size_t e = 0; e < 4; ++e)
    for (std::size_t j = 0; j < 3; ++j) {
      CHECK(scene.gamma.row(e)[j] >= 0.0F);
      CHECK(scene.gamma.row(e)[j] <= 1.0F);
    }
}

TEST_CASE("cvb0 kernel: entering counts a document once") {
  Scene scene(5, {1, 2, 3, 0.5F});
  const auto before = doubles(scene.rows.row(2), 5);
  LaneTable factors(cvb0::kFactorRows + scene.width, 1);
  std::fill_n(factors.row(0), (cvb0::kFactorRows + scene.width) * kLanes, 1.0F);
  const auto n0 = doubles(scene.rows.row(1), 5);
  const auto f0 = doubles(scene.in_term.row(scene.term[0]), 5);
  cvb0::enter(scene.prior(), scene.document(), scene.counts(), factors.lanes(0),
              7);
  double added = 0.0;
  double first = 0.0;
  for (std::size_t j = 0; j < 5; ++j) {
    added += static_cast<double>(scene.rows.row(2)[j]) - before[j];
    first += n0[j] * f0[j] / before[j];
  }
  CHECK(added == doctest::Approx(6.5).epsilon(1e-5));
  for (std::size_t j = 0; j < 5; ++j)
    CHECK(scene.gamma.row(0)[j] ==
          doctest::Approx(n0[j] * f0[j] / before[j] / first).epsilon(1e-5));
}

TEST_CASE("cvb0 kernel: log likelihood of a document") {
  for (const std::size_t k : {1, 9, 17}) {
    Scene scene(k, {1, 2, 1, 0.5F});
    double total = 0.0;
    for (std::size_t j = 0; j < k; ++j)
      total += static_cast<double>(scene.rows.row(1)[j]);
    double wanted = 0.0;
    for (std::size_t e = 0; e < 4; ++e) {
      double p = 0.0;
      for (std::size_t j = 0; j < k; ++j)
        p += static_cast<double>(scene.rows.row(1)[j]) / total *
             static_cast<double>(scene.in_term.row(scene.term[e])[j]) /
             static_cast<double>(scene.rows.row(2)[j]);
      wanted += static_cast<double>(scene.count[e]) * math::log(p);
    }
    CHECK(
        cvb0::log_likelihood(scene.prior(), scene.document(), scene.counts()) ==
        doctest::Approx(wanted).epsilon(1e-5));
  }
}

TEST_CASE("cvb0 kernel: a merge adds differences in order") {
  Scene scene(9, {1, 1, 1, 1});
  LaneTable ended(2, scene.width);
  for (std::size_t j = 0; j < scene.width * kLanes; ++j) {
    ended.row(0)[j] = scene.in_term.row(1)[j] + 0.5F;
    ended.row(1)[j] = scene.in_term.row(1)[j] - (j == 4 ? 100.0F : 0.25F);
  }
  const auto before = doubles(scene.in_term.row(1), 9);
  const Lanes *both[] = {ended.lanes(0), ended.lanes(1)};
  cvb0::merge(scene.prior(), scene.in_term.lanes(1), both, 2);
  for (std::size_t j = 0; j < 9; ++j)
    CHECK(scene.in_term.row(1)[j] ==
          doctest::Approx(j == 4 ? kEta : std::max(kEta, before[j] + 0.25))
              .epsilon(1e-5));
}

TEST_CASE("cvb0 kernel: a tally adds in double precision") {
  LaneTable gamma(2, 3);
  for (std::size_t j = 0; j < 24; ++j) {
    gamma.row(0)[j] = 0.1F * static_cast<float>(j);
    gamma.row(1)[j] = 1.0F;
  }
  const double count[] = {2.0, 1e-9};
  const std::int32_t term[] = {1, 1};
  std::vector<double> table(48, 0.0);
  std::vector<double> sum(24, 1.0);
  cvb0::tally({2, count, term, gamma.lanes(0)}, 3, table.data(), sum.data());
  for (std::size_t j = 0; j < 24; ++j) {
    const double wanted = 2.0 * static_cast<double>(gamma.row(0)[j]) + 1e-9;
    CHECK(table[24 + j] == wanted);
    CHECK(table[j] == 0.0);
    CHECK(sum[j] == doctest::Approx(1.0 + wanted).epsilon(1e-15));
  }
}
