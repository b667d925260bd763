// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the structural topic model after its fit: new articles and what is
// known of their shares.
#include "base/error.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/heldout.h"
#include "topic/stm/fold.h"
#include "topic/stm/prevalence.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tritone;

namespace {

std::vector<double> numbers_of(const Rcpp::List &fit, const char *name) {
  if (!fit.containsElementNamed(name))
    throw input_error(std::string("The fit has no part \"") + name + "\".");
  return Rcpp::as<std::vector<double>>(fit[name]);
}

// What stands for a call of both functions below: the model and the articles.
struct Call {
  Rows counts;
  topic::stm::Model model;
  std::vector<double> mu;
  std::vector<std::uint32_t> group;

  topic::stm::Given given() const { return {counts, mu, group}; }
};

// The model of a fit, the one that fits what is known of the articles.
Call call_of(const Rcpp::S4 &counts, const Rcpp::List &fit, SEXP prevalence,
             SEXP content, std::size_t threads, Monitor &monitor) {
  Call out;
  out.counts = to_rows(glue::columns_view(counts));
  const std::size_t n = out.counts.rows();
  const std::vector<double> phi = numbers_of(fit, "phi");
  out.model.terms = out.counts.columns;
  const Rcpp::NumericMatrix shape = fit["phi"];
  out.model.topics = static_cast<std::size_t>(shape.nrow());
  const std::size_t topics = out.model.topics;
  const std::size_t free = topics - 1;
  const std::size_t stride = topic::stm::padded(free);
  std::uint64_t groups = 0;
  out.group = glue::groups_of(content, groups);
  if (!out.group.empty() && fit.containsElementNamed("beta")) {
    const std::vector<double> beta = numbers_of(fit, "beta");
    const std::size_t size = topics * out.model.terms;
    for (std::size_t at = 0; at + size <= beta.size(); at += size)
      out.model.beta.emplace_back(
          beta.begin() + static_cast<std::ptrdiff_t>(at),
          beta.begin() + static_cast<std::ptrdiff_t>(at + size));
  } else {
    out.group.clear();
    out.model.beta.push_back(phi);
  }
  const std::vector<double> gamma = numbers_of(fit, "gamma");
  const std::size_t covariates = gamma.size() / std::max<std::size_t>(free, 1);
  if (Rf_isNull(prevalence) && covariates > 1) {
    out.model.sigma = numbers_of(fit, "mean_sigma");
    const std::vector<double> mean = numbers_of(fit, "mean_mu");
    out.mu.assign(n * stride, 0.0);
    for (std::size_t d = 0; d < n; ++d)
      std::copy(mean.begin(), mean.end(),
                out.mu.begin() + static_cast<std::ptrdiff_t>(d * stride));
    return out;
  }
  out.model.sigma = numbers_of(fit, "sigma");
  std::vector<double> design(n * covariates, 1.0);
  if (!Rf_isNull(prevalence)) {
    const Rcpp::NumericMatrix x(prevalence);
    if (static_cast<std::size_t>(x.nrow()) != n ||
        static_cast<std::size_t>(x.ncol()) != covariates)
      throw input_error("The prevalence design must be " + std::to_string(n) +
                        " articles x " + std::to_string(covariates) +
                        " covariates, not " + std::to_string(x.nrow()) + " x " +
                        std::to_string(x.ncol()) + ".");
    for (std::size_t d = 0; d < n; ++d)
      for (std::size_t j = 0; j < covariates; ++j)
        design[d * covariates + j] = x[static_cast<R_xlen_t>(j * n + d)];
  }
  out.mu = topic::stm::linear(design, n, covariates, gamma, free, stride,
                              threads, monitor);
  return out;
}

// What predicts a document of a group: phi, or the group's own topics.
std::vector<const double *> phi_of(const Call &call) {
  std::vector<const double *> out;
  for (const std::uint32_t g : call.group)
    out.push_back(call.model.beta[g].data());
  return out;
}

} // namespace

// Shares of topics in the rows of a dgCMatrix under a fit of the engine "stm":
// a list with its phi, gamma, sigma, mean_mu, mean_sigma and, with content
// groups, beta. prevalence: the design of these articles, articles x
// covariates; NULL where it is not known: the mean over the fit's articles.
// content: their groups, or NULL: phi for all. The fit's own counts and
// covariates give its theta, bit for bit.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix topic_stm_fold_core(const Rcpp::S4 &counts,
                                        const Rcpp::List &fit, SEXP prevalence,
                                        SEXP content, int threads,
                                        SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    const auto workers = static_cast<std::size_t>(threads);
    const Call call =
        call_of(counts, fit, prevalence, content, workers, monitor);
    const std::size_t n = call.counts.rows();
    return glue::matrix_of(
        topic::stm::softmax(
            topic::stm::modes(call.given(), call.model, workers, monitor), n,
            call.model.topics),
        n, call.model.topics);
  });
}

// The Laplace approximation of the same articles: eta (articles x (k - 1)),
// bound and repaired by article; with `covariance` an array (k - 1) x (k - 1) x
// articles; with draws > 0 an array articles x k x draws of shares, numbered
// from `first` (0, 1, ...): the same seed, article and number give the same
// draw.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_stm_posterior_core(const Rcpp::S4 &counts,
                                    const Rcpp::List &fit, SEXP prevalence,
                                    SEXP content, bool covariance, double draws,
                                    double first, double seed, int threads,
                                    SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    const auto workers = static_cast<std::size_t>(threads);
    const Call call =
        call_of(counts, fit, prevalence, content, workers, monitor);
    topic::stm::PosteriorOptions options;
    options.covariance = covariance;
    options.draws = static_cast<std::size_t>(glue::count_of(draws));
    options.first = static_cast<std::size_t>(glue::count_of(first));
    options.seed = static_cast<std::uint64_t>(glue::count_of(seed));
    options.threads = workers;
    const topic::stm::Posterior found =
        topic::stm::posterior(call.given(), call.model, options, monitor);
    const std::size_t n = call.counts.rows();
    const std::size_t topics = call.model.topics;
    const std::size_t free = topics - 1;
    Rcpp::List out = Rcpp::List::create(
        Rcpp::Named("eta") = glue::matrix_of(found.eta, n, free),
        Rcpp::Named("bound") = found.bound,
        Rcpp::Named("repaired") =
            Rcpp::LogicalVector(found.repaired.begin(), found.repaired.end()));
    if (covariance)
      out["covariance"] =
          glue::array_of({"covariance", {free, free, n}, found.covariance});
    if (options.draws > 0)
      out["draws"] =
          glue::array_of({"draws", {n, topics, options.draws}, found.draws});
    return out;
  });
}

// Document completion as topic_heldout_core() has it, shares of topics being
// those of topic_stm_fold_core().
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_stm_heldout_core(const Rcpp::S4 &counts, const Rcpp::List &fit,
                                  SEXP prevalence, SEXP content, double seed,
                                  int threads, SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    const auto workers = static_cast<std::size_t>(threads);
    const Call call =
        call_of(counts, fit, prevalence, content, workers, monitor);
    const std::size_t topics = call.model.topics;
    const topic::Heldout found = topic::complete_documents(
        call.counts, numbers_of(fit, "phi"), topics,
        static_cast<std::uint64_t>(glue::count_of(seed)),
        [&](const Rows &observed) {
          return topic::stm::softmax(
              topic::stm::modes({observed, call.mu, call.group}, call.model,
                                workers, monitor),
              observed.rows(), topics);
        },
        phi_of(call));
    return Rcpp::List::create(Rcpp::Named("tokens") = found.tokens,
                              Rcpp::Named("log_likelihood") =
                                  found.log_likelihood);
  });
}
