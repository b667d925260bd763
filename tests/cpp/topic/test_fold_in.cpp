// SPDX-License-Identifier: GPL-2.0-or-later
// Shares of topics of new documents.
#include "topic/fold_in.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace tritone;
using namespace tritone::topic;

namespace {

struct Refuse final : Monitor {
  bool update(std::int64_t, std::int64_t) override { return false; }
};

std::vector<double> fold(const Rows &counts, const std::vector<double> &phi,
                         std::size_t topics,
                         const FoldInOptions &options = {}) {
  NullMonitor nobody;
  return fold_in(counts, phi, topics, options, nobody);
}

std::vector<double> row(const std::vector<double> &theta, std::size_t documents,
                        std::size_t d) {
  std::vector<double> out;
  for (std::size_t at = d; at < theta.size(); at += documents)
    out.push_back(theta[at]);
  return out;
}

} // namespace

TEST_CASE("fold_in: shares satisfy the condition of the maximum") {
  const auto data = corpora::simulate(20, 5, 6, 60, 3);
  FoldInOptions options;
  options.tolerance = 0.0;
  options.iterations = 3000;
  const auto theta = fold(data.counts, data.phi, 5, options);
  for (std::size_t d = 0; d < 20; ++d) {
    const auto shares = row(theta, 20, d);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) ==
          doctest::Approx(1.0).epsilon(1e-14));
    std::vector<double> wanted(5, options.alpha);
    double total = 5 * options.alpha;
    for (auto e = data.counts.start[d]; e < data.counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      const double *f =
          &data.phi[static_cast<std::size_t>(data.counts.column[at]) * 5];
      double p = 0.0;
      for (std::size_t k = 0; k < 5; ++k)
        p += shares[k] * f[k];
      for (std::size_t k = 0; k < 5; ++k)
        wanted[k] += data.counts.value[at] * shares[k] * f[k] / p;
      total += data.counts.value[at];
    }
    for (std::size_t k = 0; k < 5; ++k)
      CHECK(shares[k] == doctest::Approx(wanted[k] / total).epsilon(1e-4));
  }
}

TEST_CASE("fold_in: two topics, one term each, have a known answer") {
  const std::vector<double> phi{1, 0, 0, 1}; // topic 1 is term 1, 2 is term 2
  const auto theta = fold(corpora::from_dense({{3, 1}, {0, 2}}, 2), phi, 2);
  CHECK(theta[0] == doctest::Approx(3.1 / 4.2).epsilon(1e-6));
  CHECK(theta[2] == doctest::Approx(1.1 / 4.2).epsilon(1e-6));
  CHECK(theta[1] == doctest::Approx(0.1 / 2.2).epsilon(1e-6));
}

TEST_CASE("fold_in: a document's shares depend on that document only") {
  const auto data = corpora::simulate(100, 11, 4, 40, 5);
  const auto all = fold(data.counts, data.phi, 11);
  const std::vector<std::size_t> which{77, 3, 3, 41};
  const auto some = fold(corpora::pick(data.counts, which), data.phi, 11);
  for (std::size_t i = 0; i < which.size(); ++i)
    CHECK(row(some, which.size(), i) == row(all, 100, which[i]));
}

TEST_CASE("fold_in: the same bits for 1, 2 and 7 threads") {
  const auto data = corpora::simulate(300, 9, 5, 30, 6);
  FoldInOptions options;
  const auto one = fold(data.counts, data.phi, 9, options);
  for (const std::size_t threads : {2, 7}) {
    options.threads = threads;
    CHECK(fold(data.counts, data.phi, 9, options) == one);
  }
}

TEST_CASE("fold_in: topics in another order give the same bits") {
  const auto data = corpora::simulate(50, 21, 3, 30, 8);
  const auto theta = fold(data.counts, data.phi, 21);
  std::vector<double> turned(data.phi.size());
  for (std::size_t i = 0; i < turned.size(); ++i)
    turned[i - i % 21 + 20 - i % 21] = data.phi[i];
  const auto other = fold(data.counts, turned, 21);
  for (std::size_t k = 0; k < 21; ++k)
    for (std::size_t d = 0; d < 50; ++d)
      CHECK(other[(20 - k) * 50 + d] == theta[k * 50 + d]);
}

TEST_CASE("fold_in: documents that say nothing have equal shares") {
  Rows counts = corpora::from_dense({{}, {0, 0, 5}}, 3);
  const std::vector<double> phi{0.5, 0.25, 0.5, 0.75, 0, 0}; // term 3: nowhere
  auto theta = fold(counts, phi, 2);
  for (const double share : theta)
    CHECK(share == doctest::Approx(0.5));
  counts.value[0] = 0.0; // a stored zero
  theta = fold(counts, phi, 2);
  for (const double share : theta)
    CHECK(share == doctest::Approx(0.5));
  CHECK(fold(corpora::from_dense({}, 3), phi, 2).empty());
}

TEST_CASE("fold_in: one topic takes everything") {
  const auto theta = fold(corpora::from_dense({{1, 9}, {}}, 2), {0.3, 0.7}, 1);
  CHECK(theta == std::vector<double>{1.0, 1.0});
}

TEST_CASE("fold_in: errors") {
  const Rows counts = corpora::from_dense({{1, 2}}, 2);
  const std::vector<double> phi{0.5, 0.5, 0.5, 0.5};
  CHECK_THROWS_AS(fold(counts, phi, 0), input_error);
  CHECK_THROWS_AS(fold(counts, phi, 3), input_error);
  CHECK_THROWS_AS(fold(counts, {0.5, -0.5, 0.5, 0.5}, 2), input_error);
  CHECK_THROWS_AS(fold(counts, {0.5, std::nan(""), 0.5, 0.5}, 2), input_error);
  CHECK_THROWS_AS(fold(corpora::from_dense({{1, -2}}, 2), phi, 2), input_error);
  FoldInOptions options;
  options.alpha = 0.0;
  CHECK_THROWS_AS(fold(counts, phi, 2, options), input_error);
  options = {};
  options.iterations = 0;
  CHECK_THROWS_AS(fold(counts, phi, 2, options), input_error);
  options = {};
  options.tolerance = std::nan("");
  CHECK_THROWS_AS(fold(counts, phi, 2, options), input_error);
}

TEST_CASE("fold_in: can be stopped") {
  const auto data = corpora::simulate(400, 40, 5, 300, 7);
  FoldInOptions options;
  options.tolerance = 0.0;
  options.iterations = 5000;
  Refuse refuse;
  CHECK_THROWS_AS(fold_in(data.counts, data.phi, 40, options, refuse),
                  cancelled);
}
