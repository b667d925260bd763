// SPDX-License-Identifier: GPL-2.0-or-later
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "topic/nmf.h"

#include <algorithm>

using namespace tritone;

// counts: a dgCMatrix; options: list(k, poisson, iterations, tolerance, seed).
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_nmf_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                          int threads, SEXP progress) {
  return glue::run([&] {
    const auto count = [&](const char *name) {
      return glue::count_of(Rcpp::as<double>(options[name]));
    };
    NmfOptions used;
    used.topics = static_cast<std::size_t>(count("k"));
    used.loss = Rcpp::as<bool>(options["poisson"]) ? NmfLoss::poisson
                                                   : NmfLoss::frobenius;
    used.iterations = static_cast<std::size_t>(count("iterations"));
    used.tolerance = Rcpp::as<double>(options["tolerance"]);
    used.seed = count("seed");
    used.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    const NmfFit fit = fit_nmf(rows, used, monitor);
    Rcpp::NumericMatrix phi(static_cast<int>(used.topics),
                            static_cast<int>(rows.columns));
    std::copy(fit.phi.begin(), fit.phi.end(), phi.begin());
    const auto n = static_cast<R_xlen_t>(fit.trace.size());
    Rcpp::IntegerVector iteration(n);
    Rcpp::NumericVector loss(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const NmfTrace &at = fit.trace[static_cast<std::size_t>(i)];
      iteration[i] = static_cast<int>(at.iteration);
      loss[i] = at.loss;
    }
    return Rcpp::List::create(
        Rcpp::Named("phi") = phi,
        Rcpp::Named("trace") = Rcpp::DataFrame::create(
            Rcpp::Named("iteration") = iteration, Rcpp::Named("loss") = loss),
        Rcpp::Named("converged") = fit.converged);
  });
}
