// SPDX-License-Identifier: GPL-2.0-or-later
// What the engine gives: its parts, and its state.
#include "topic/stm/stm.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

const std::vector<double> &part(const TopicFit &fit, const std::string &name) {
  const auto found =
      std::find_if(fit.parts.begin(), fit.parts.end(),
                   [&](const FitPart &p) { return p.name == name; });
  REQUIRE(found != fit.parts.end());
  return found->values;
}

// Documents of two groups with a covariate; the last one is empty.
struct Scene {
  Rows counts = corpora::simulate(80, 3, 8, 40, 2).counts;
  StmOptions options;

  Scene() {
    counts.start.push_back(counts.start.back());
    options.topics = 3;
    options.groups = 2;
    options.covariates = 2;
    options.prevalence.assign(81, 1.0);
    for (std::size_t d = 0; d < 81; ++d) {
      options.content.push_back(static_cast<std::uint32_t>(d % 2));
      options.prevalence.push_back(0.01 * static_cast<double>(d * d % 100));
    }
    options.iterations = 7;
    options.tolerance = 0.0;
  }
};

} // namespace

TEST_CASE("stm_fit: an empty document has the shares of its covariates") {
  const Scene scene;
  StmEngine engine(scene.counts, scene.options);
  NullMonitor nobody;
  const TopicFit fit = run_engine(engine, nobody);
  const auto &gamma = part(fit, "gamma");
  double e[3] = {1.0, 1.0, 1.0};
  for (std::size_t k = 0; k < 2; ++k)
    e[k] = std::exp(gamma[2 * k] +
                    scene.options.prevalence[161] * gamma[2 * k + 1]);
  for (std::size_t k = 0; k < 3; ++k)
    CHECK(fit.theta[k * 81 + 80] ==
          doctest::Approx(e[k] / (e[0] + e[1] + e[2])));
  // Documents of unknown covariates: the mean of mu, and wider than sigma.
  double x = 0.0;
  for (std::size_t d = 0; d < 81; ++d)
    x += scene.options.prevalence[81 + d] / 81.0;
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(part(fit, "mean_mu")[k] ==
          doctest::Approx(gamma[2 * k] + x * gamma[2 * k + 1]));
    CHECK(part(fit, "mean_sigma")[3 * k] > 0.0);
  }
}

TEST_CASE("stm_fit: a state goes on to the same parts, another is refused") {
  Scene scene;
  scene.counts.columns += 1; // a term that no document has
  NullMonitor nobody;
  StmEngine whole(scene.counts, scene.options);
  const TopicFit one = run_engine(whole, nobody);
  StmEngine first(scene.counts, scene.options);
  first.advance(3, nobody);
  StmEngine second(scene.counts, scene.options);
  second.load(first.save());
  const TopicFit two = run_engine(second, nobody);
  for (const char *const name :
       {"gamma", "sigma", "mean_sigma", "anchors", "beta", "kappa_m",
        "kappa_topic", "kappa_group", "kappa_interaction"})
    CHECK(part(two, name) == part(one, name));
  CHECK(two.theta == one.theta);
  CHECK(two.trace.column("bound") == one.trace.column("bound"));
  // Without groups the state is of another size.
  StmOptions plain = scene.options;
  plain.content.clear();
  StmEngine other(scene.counts, plain);
  CHECK_THROWS_AS(other.load(first.save()), input_error);
}
