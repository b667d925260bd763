// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/fold.h"

#include "base/error.h"
#include "base/math.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/model.h"
#include "topic/stm/dense.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 8; // documents

std::vector<std::size_t> all_rows(const Rows &counts) {
  std::vector<std::size_t> order(counts.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

// Calls use(d, solver, eta) for every document at its mode.
void visit(const Given &given, const Model &model, std::size_t threads,
           Monitor &monitor,
           const std::function<void(std::size_t, DocumentSolver &,
                                    const double *)> &use) {
  check_model(model);
  const std::size_t free = model.topics - 1;
  const std::size_t stride = padded(free);
  const std::size_t n = given.counts.rows();
  if (given.counts.columns != model.terms || given.mu.size() != n * stride ||
      !(given.group.empty() ? model.beta.size() == 1 : given.group.size() == n))
    throw input_error("Articles, covariates and model do not have the same "
                      "numbers of rows and terms.");
  for (const std::uint32_t g : given.group)
    if (g >= model.beta.size())
      throw input_error("There is no content group " + std::to_string(g + 1) +
                        "; the model has " + std::to_string(model.beta.size()) +
                        ".");
  for (std::size_t d = 0; d < n; ++d)
    for (auto e = static_cast<std::size_t>(given.counts.start[d]);
         e < static_cast<std::size_t>(given.counts.start[d + 1]); ++e)
      check_count(given.counts.value[e], d, given.counts.column[e]);
  std::vector<double> sigma(free * stride, 0.0);
  for (std::size_t k = 0; k < free; ++k)
    for (std::size_t l = 0; l < free; ++l)
      sigma[k * stride + l] = model.sigma[l * free + k];
  Inverse inverse = invert(std::move(sigma), free, stride);
  const Precision precision{std::move(inverse.matrix),
                            inverse.half_log_determinant};
  std::vector<std::vector<double>> beta;
  for (const std::vector<double> &phi : model.beta)
    beta.push_back(padded_beta(phi, model.topics, model.terms));
  const Documents documents = take_documents(
      given.counts, all_rows(given.counts), std::max<std::size_t>(1, threads));
  for_blocks(
      n, kBlock, std::max<std::size_t>(1, threads), monitor,
      [&](const Block &b) {
        DocumentSolver solver(model.topics, precision);
        std::vector<double> eta(stride);
        for (std::size_t d = b.begin; d < b.end; ++d) {
          const std::size_t first = documents.start[d];
          solver.enter(
              beta[given.group.empty() ? 0 : given.group[d]].data(),
              documents.term.data() + first, documents.count.data() + first,
              documents.start[d + 1] - first, given.mu.data() + d * stride);
          std::fill(eta.begin(), eta.end(), 0.0);
          solver.maximize(eta.data(), SearchOptions());
          use(d, solver, eta.data());
        }
      });
}

// Adds a draw of Normal(0, (U'U)^-1) to x: solves U y = z.
void disturb(const double *u, std::size_t n, std::size_t stride, Rng &rng,
             std::vector<double> &z, double *x) {
  for (std::size_t k = 0; k < n; ++k)
    z[k] = rng.normal();
  for (std::size_t k = n; k-- > 0;) {
    double sum = z[k];
    for (std::size_t l = k + 1; l < n; ++l)
      sum -= u[k * stride + l] * z[l];
    z[k] = sum / u[k * stride + k];
  }
  for (std::size_t k = 0; k < n; ++k)
    x[k] += z[k];
}

// Shares of eta into out[k * step].
void shares_of(const double *eta, std::size_t topics, std::size_t step,
               double *out) {
  double most = 0.0;
  for (std::size_t k = 0; k + 1 < topics; ++k)
    most = std::max(most, eta[k]);
  double sum = 0.0;
  for (std::size_t k = 0; k < topics; ++k)
    sum += out[k * step] = math::exp((k + 1 < topics ? eta[k] : 0.0) - most);
  for (std::size_t k = 0; k < topics; ++k)
    out[k * step] /= sum;
}

} // namespace

void check_model(const Model &model) {
  if (model.topics < 2)
    throw input_error("A structural topic model needs at least 2 topics, not " +
                      std::to_string(model.topics) + ".");
  check_topics(model.topics);
  const std::size_t free = model.topics - 1;
  if (model.beta.empty() || model.sigma.size() != free * free)
    throw input_error("`sigma` must be " + std::to_string(free) + " x " +
                      std::to_string(free) + ".");
  for (const std::vector<double> &phi : model.beta) {
    if (phi.size() != model.topics * model.terms)
      throw input_error("`beta` must be topics x terms, " +
                        std::to_string(model.topics) + " x " +
                        std::to_string(model.terms) + ".");
    for (const double x : phi)
      if (!(std::isfinite(x) && x >= 0.0))
        throw input_error("`beta` must be finite and not negative; it holds " +
                          std::to_string(x) + ".");
  }
}

std::vector<double> padded_beta(const std::vector<double> &phi,
                                std::size_t topics, std::size_t terms) {
  const std::size_t width = padded(topics);
  std::vector<double> out(terms * width, 0.0);
  for (std::size_t v = 0; v < terms; ++v)
    std::copy_n(phi.data() + v * topics, topics, out.data() + v * width);
  return out;
}

std::vector<double> plain_beta(const std::vector<double> &beta,
                               std::size_t topics, std::size_t terms) {
  const std::size_t width = padded(topics);
  std::vector<double> out(terms * topics);
  for (std::size_t v = 0; v < terms; ++v)
    std::copy_n(beta.data() + v * width, topics, out.data() + v * topics);
  return out;
}

std::vector<double> modes(const Given &given, const Model &model,
                          std::size_t threads, Monitor &monitor) {
  const std::size_t stride = padded(model.topics - 1);
  std::vector<double> out(given.counts.rows() * stride);
  visit(given, model, threads, monitor,
        [&](std::size_t d, DocumentSolver &, const double *eta) {
          std::copy_n(eta, stride, out.data() + d * stride);
        });
  return out;
}

std::vector<double> softmax(const std::vector<double> &eta,
                            std::size_t documents, std::size_t topics) {
  const std::size_t stride = padded(topics - 1);
  std::vector<double> out(documents * topics);
  for (std::size_t d = 0; d < documents; ++d)
    shares_of(eta.data() + d * stride, topics, documents, out.data() + d);
  return out;
}

Posterior posterior(const Given &given, const Model &model,
                    const PosteriorOptions &options, Monitor &monitor) {
  const std::size_t topics = model.topics;
  const std::size_t n = given.counts.rows();
  const std::size_t free = topics - 1;
  const std::size_t stride = padded(free);
  Posterior out;
  out.eta.resize(n * free);
  out.bound.resize(n);
  out.repaired.resize(n);
  out.draws.resize(options.draws * n * topics);
  if (options.covariance)
    out.covariance.resize(n * free * free);
  visit(given, model, options.threads, monitor,
        [&](std::size_t d, DocumentSolver &solver, const double *eta) {
          std::vector<double> nu(options.covariance ? stride * stride : 0, 0.0);
          const Laplace found =
              solver.laplace(eta, nu.empty() ? nullptr : nu.data());
          out.bound[d] = found.bound;
          out.repaired[d] = found.repaired ? 1 : 0;
          for (std::size_t k = 0; k < free; ++k)
            out.eta[k * n + d] = eta[k];
          if (options.covariance)
            for (std::size_t k = 0; k < free; ++k)
              for (std::size_t l = 0; l < free; ++l)
                out.covariance[(d * free + l) * free + k] =
                    nu[std::min(k, l) * stride + std::max(k, l)];
          const std::uint64_t key = document_key(given.counts, d);
          std::vector<double> x(stride);
          std::vector<double> z(stride);
          for (std::size_t i = 0; i < options.draws; ++i) {
            Rng rng(options.seed, key,
                    static_cast<std::uint32_t>(options.first + i));
            std::copy_n(eta, stride, x.data());
            disturb(solver.factor(), free, stride, rng, z, x.data());
            shares_of(x.data(), topics, n,
                      out.draws.data() + i * n * topics + d);
          }
        });
  return out;
}

} // namespace tritone::topic::stm
