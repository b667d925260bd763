// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/estep.h"

#include "topic/corpora.h"
#include "topic/stm/fold.h"
#include "topic/stm/quads.h"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace tritone;
using namespace tritone::topic;
using namespace tritone::topic::stm;

TEST_CASE("estep: sums are those of the documents, on any threads") {
  const auto simulated = corpora::simulate(50, 5, 8, 40, 6);
  std::vector<std::size_t> order(50);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Documents documents = take_documents(simulated.counts, order);
  const ByTerm terms = by_term(documents);
  std::vector<std::uint32_t> group(50);
  for (std::size_t d = 0; d < 50; ++d)
    group[d] = static_cast<std::uint32_t>(d % 2);
  Parameters parameters;
  parameters.topics = 5;
  parameters.terms = simulated.counts.columns;
  parameters.beta.assign(2, padded_beta(simulated.phi, 5, parameters.terms));
  parameters.mu.assign(50 * 4, 0.0);
  parameters.sigma = {9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9};
  NullMonitor nobody;
  std::vector<double> eta(50 * 4, 0.0);
  const Sums one = expect(documents, terms, group, parameters, SearchOptions(),
                          1, nobody, eta);

  // By hand, from the solver.
  const Precision precision{
      {1 / 9.0, 0, 0, 0, 0, 1 / 9.0, 0, 0, 0, 0, 1 / 9.0, 0, 0, 0, 0, 1 / 9.0},
      4 * 1.0986122886681098};
  double bound = 0.0;
  std::vector<double> nu(16, 0.0);
  std::vector<double> own(4);
  for (std::size_t d = 0; d < 50; ++d) {
    DocumentSolver solver(5, precision);
    solver.enter(
        parameters.beta[0].data(), documents.term.data() + documents.start[d],
        documents.count.data() + documents.start[d],
        documents.start[d + 1] - documents.start[d], parameters.mu.data());
    bound += solver.laplace(eta.data() + d * 4, nu.data()).bound;
  }
  CHECK(one.bound == doctest::Approx(bound).epsilon(1e-12));
  for (std::size_t k = 0; k < 4; ++k)
    for (std::size_t l = k; l < 4; ++l)
      CHECK(one.nu[k * 4 + l] == doctest::Approx(nu[k * 4 + l]));
  // Expected counts add up to the counts, term by term and group by group.
  std::vector<double> left(2 * parameters.terms, 0.0);
  for (std::size_t d = 0; d < 50; ++d)
    for (std::size_t e = documents.start[d]; e < documents.start[d + 1]; ++e)
      left[group[d] * parameters.terms +
           static_cast<std::size_t>(documents.term[e])] += documents.count[e];
  for (std::size_t g = 0; g < 2; ++g)
    for (std::size_t v = 0; v < parameters.terms; ++v) {
      double sum = 0.0;
      for (std::size_t k = 0; k < 8; ++k)
        sum += one.beta[g][v * 8 + k];
      CHECK(sum == doctest::Approx(left[g * parameters.terms + v]));
    }

  for (const std::size_t threads : {2, 7}) {
    std::vector<double> again(50 * 4, 0.0);
    const Sums more = expect(documents, terms, group, parameters,
                             SearchOptions(), threads, nobody, again);
    CHECK(again == eta);
    CHECK(more.bound == one.bound);
    CHECK(more.nu == one.nu);
    CHECK(more.beta == one.beta);
  }
}
