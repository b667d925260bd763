// SPDX-License-Identifier: GPL-2.0-or-later
// The joint likelihood that is read from a chain.
#include "topic/gibbs/gibbs.h"

#include "base/math.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

// The joint of tokens and topics by the plain formula.
double plain_joint(const Rows &counts, const GibbsOptions &options,
                   const GibbsSampler &sampler, bool extra) {
  const std::size_t topics = options.topics;
  const std::size_t terms = counts.columns;
  std::vector<double> nkv(topics * terms, 0.0);
  double log = 0.0;
  std::size_t token = 0;
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    std::vector<double> ndk(topics, 0.0);
    double n = 0.0;
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e)
      for (int i = 0;
           i < static_cast<int>(counts.value[static_cast<std::size_t>(e)]);
           ++i, ++token) {
        const auto k = static_cast<std::size_t>(sampler.state().topic[token]);
        ++ndk[k];
        ++n;
        ++nkv[static_cast<std::size_t>(
                  counts.column[static_cast<std::size_t>(e)]) *
                  topics +
              k];
      }
    double alphas = 0.0;
    for (std::size_t k = 0; k < topics; ++k) {
      const double a = sampler.state().alpha[k];
      alphas += a;
      log += math::lgamma(a + ndk[k]) - math::lgamma(a);
    }
    log += math::lgamma(alphas) - math::lgamma(alphas + n);
  }
  for (std::size_t k = 0; k < topics; ++k) {
    double prior = 0.0;
    double total = 0.0;
    for (std::size_t v = 0; v < terms; ++v) {
      const double a =
          sampler.state().eta + (extra ? options.extra[v * topics + k] : 0.0);
      const double n = nkv[v * topics + k];
      log += math::lgamma(a + n) - math::lgamma(a);
      prior += a;
      total += n;
    }
    log += math::lgamma(prior) - math::lgamma(prior + total);
  }
  return log / static_cast<double>(token);
}

} // namespace

TEST_CASE("gibbs readings: the joint likelihood is that of the formula") {
  const auto data = corpora::simulate(70, 3, 6, 300, 41);
  NullMonitor nobody;
  for (const bool extra : {false, true})
    for (const bool optimize : {false, true}) {
      GibbsOptions options;
      options.topics = 3;
      options.alpha = 0.4;
      options.optimize = optimize;
      options.iterations = 30;
      options.burn_in = 25;
      if (extra)
        options.extra.assign(3 * data.counts.columns, 0.75);
      std::vector<double> joint;
      for (const std::size_t threads : {1, 2, 7}) {
        options.threads = threads;
        GibbsSampler sampler(data.counts, options, {}, nobody);
        for (int i = 0; i < 20; ++i)
          sampler.sweep(nobody);
        joint.push_back(sampler.log_joint(nobody));
        CHECK(joint.back() ==
              doctest::Approx(plain_joint(data.counts, options, sampler, extra))
                  .epsilon(1e-10));
      }
      CHECK(joint[1] == joint[0]);
      CHECK(joint[2] == joint[0]);
    }
}
