// SPDX-License-Identifier: GPL-2.0-or-later
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/cvb0/cvb0.h"
#include "topic/fold_in.h"

using namespace tritone;

namespace {

// What is NULL keeps the default of the core.
Cvb0Options cvb0_options(const Rcpp::List &given) {
  Cvb0Options options;
  options.topics =
      static_cast<std::size_t>(glue::count_of(Rcpp::as<double>(given["k"])));
  options.alpha = Rcpp::as<double>(given["alpha"]);
  options.eta = Rcpp::as<double>(given["eta"]);
  if (!Rf_isNull(given["iterations"]))
    options.iterations = static_cast<std::size_t>(
        glue::count_of(Rcpp::as<double>(given["iterations"])));
  if (!Rf_isNull(given["tolerance"]))
    options.tolerance = Rcpp::as<double>(given["tolerance"]);
  options.seed = glue::count_of(Rcpp::as<double>(given["seed"]));
  return options;
}

Cvb0State state_from(SEXP given) {
  Cvb0State state;
  if (Rf_isNull(given))
    return state;
  const Rcpp::List list(given);
  state.sweep = static_cast<std::size_t>(Rcpp::as<double>(list["sweep"]));
  state.gamma = glue::floats_of(list["gamma"]);
  state.trace = glue::trace_from(list["trace"]);
  return state;
}

} // namespace

// counts: a dgCMatrix; options: list(k, alpha, eta, iterations, tolerance,
// seed); start: NULL or a matrix of topics x terms. With `segment` one segment
// from `state` (NULL: the start): list(state) until the last, else the fit.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_lda_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                          SEXP start, SEXP state, bool segment, int threads,
                          SEXP progress) {
  return glue::run([&] {
    Cvb0Options used = cvb0_options(options);
    used.threads = static_cast<std::size_t>(threads);
    if (!Rf_isNull(start))
      used.start = Rcpp::as<std::vector<double>>(start);
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    TopicFit fit;
    if (segment) {
      Cvb0State at = state_from(state);
      if (!continue_cvb0(rows, used, at, fit, monitor))
        return Rcpp::List::create(
            Rcpp::Named("state") = Rcpp::List::create(
                Rcpp::Named("sweep") = static_cast<double>(at.sweep),
                Rcpp::Named("gamma") = glue::bytes_of(at.gamma),
                Rcpp::Named("trace") = glue::trace_of(at.trace)));
    } else {
      fit = fit_cvb0(rows, used, monitor);
    }
    Rcpp::List out = glue::fit_list(fit);
    out["iterations"] = static_cast<double>(used.iterations);
    out["tolerance"] = used.tolerance;
    return out;
  });
}

// Shares of the topics phi (topics x terms) in the rows of a dgCMatrix; alpha:
// one number, or one a topic.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix topic_fold_in_core(const Rcpp::S4 &counts,
                                       const Rcpp::NumericMatrix &phi,
                                       const std::vector<double> &alpha,
                                       int threads, SEXP progress) {
  return glue::run([&] {
    FoldInOptions options;
    if (alpha.size() == 1)
      options.alpha = alpha[0];
    else
      options.alphas = alpha;
    options.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const auto topics = static_cast<std::size_t>(phi.nrow());
    const Rows rows = to_rows(glue::columns_view(counts));
    return glue::matrix_of(fold_in(rows, Rcpp::as<std::vector<double>>(phi),
                                   topics, options, monitor),
                           rows.rows(), topics);
  });
}
